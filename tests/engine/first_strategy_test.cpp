#include "engine/first_strategy.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "support/selection.hpp"

namespace orgsim {
namespace {

TEST(FirstStrategy, is_drawn_as_often_as_its_weight_says) {
  const Scenario scenario = test::selected("weights = [1, 2, 0]");
  std::map<std::string, int> drawn;
  constexpr int kReplications = 1000;
  for (std::uint32_t r = 0; r < kReplications; ++r) {
    for (std::size_t f = 0; f < 3; ++f) ++drawn[first_strategy(scenario, {1, r}, f)];
  }
  const double n = 3 * kReplications;
  EXPECT_EQ(drawn.count("none"), 0U);
  EXPECT_NEAR(drawn["embed"], n / 3, 3 * std::sqrt(n * 2 / 9));
}

TEST(FirstStrategy, is_the_firms_own_where_it_names_one) {
  Scenario scenario = test::selected("");
  scenario.firms[1].strategy = "cut";
  scenario.firms[2].strategy = "none";
  for (std::uint32_t r = 0; r < 20; ++r) {
    EXPECT_EQ(first_strategy(scenario, {1, r}, 1), "cut");
    EXPECT_EQ(first_strategy(scenario, {1, r}, 2), "none");
  }
}

TEST(FirstStrategy, is_none_without_selection) {
  EXPECT_EQ(first_strategy(test::tiny(), {1, 0}, 0), "");
}

}  // namespace
}  // namespace orgsim
