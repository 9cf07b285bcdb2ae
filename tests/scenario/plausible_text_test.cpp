#include "scenario/plausible_text.hpp"

#include <gtest/gtest.h>

#include "engine/scenario.hpp"

namespace orgsim {
namespace {

std::string text_of(const std::string& key) {
  const Scenario scenario;
  std::string text = "no key";
  seek_key(scenario, key, [&](const Field& field, const auto&) { text = plausible_text(key, field); });
  return text;
}

TEST(PlausibleText, says_the_ends_and_the_scale) {
  EXPECT_EQ(text_of("market.taste"), "1.45 to 5.8, on a logarithmic scale");
  EXPECT_EQ(text_of("measurement.capture"), "0.2 to 0.8");
}

TEST(PlausibleText, says_a_share_in_percent_of_the_other_key) {
  EXPECT_EQ(text_of("product.window"), "20 % to 60 % of product.cycle");
}

TEST(PlausibleText, says_a_list_in_short) {
  EXPECT_EQ(text_of("executive.share"), "0.13 to 0.39 for entry 1, the others in proportion");
  EXPECT_EQ(text_of("marketing.proficiency"),
            "each entry 0.5 to 2 times its default, as far as it may be, on a logarithmic scale");
  EXPECT_EQ(text_of("market.resistance"), "each entry 0.5 to 2 times its default, on a logarithmic scale");
}

TEST(PlausibleText, of_a_structural_key_is_empty) {
  EXPECT_EQ(text_of("run.weeks"), "");
  EXPECT_EQ(text_of("environment.ai.ceiling"), "");
}

}  // namespace
}  // namespace orgsim
