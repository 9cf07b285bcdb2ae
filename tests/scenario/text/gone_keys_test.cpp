// Scenarios of the model's first version, which results hold, as its second reads them.
#include "scenario/text/gone_keys.hpp"

#include <gtest/gtest.h>

#include "scenario/text/reader.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Scenario renewed_scenario(const char* toml) {
  Node document = parse_document(toml, "old.toml");
  renew_gone_keys(document);
  return read_scenario(document, Files(), EdgeLists::leave);
}

TEST(GoneKeys, are_renewed_whether_they_are_numbers_or_drawn_and_of_single_firms) {
  const Scenario whole =
      renewed_scenario("executive.power_weight = 1\nfirms = [{}, { equality_weight = 0.5 }]");
  EXPECT_DOUBLE_EQ(whole.parameters.firm.executive.eta_power, 0.007);
  EXPECT_DOUBLE_EQ(whole.firms[1].overrides.executive.eta_equality, 0.0035);
  const Scenario drawn = renewed_scenario("executive.power_weight = { uniform = [0.2, 0.6] }");
  ASSERT_EQ(drawn.drawn.size(), 1U);
  EXPECT_EQ(drawn.drawn[0].path, "executive.eta_power");
  EXPECT_DOUBLE_EQ(drawn.drawn[0].distribution.arguments[1], 0.6 * 0.007);
  const Scenario logarithm = renewed_scenario("executive.power_weight = { lognormal = [0, 1] }");
  EXPECT_NEAR(logarithm.drawn[0].distribution.arguments[0], std::log(0.007), 1e-12);
  EXPECT_EQ(logarithm.drawn[0].distribution.arguments[1], 1);
}

TEST(GoneKeys, that_a_sweep_varied_are_renewed_with_their_ranges) {
  const Scenario scenario = renewed_scenario(
      "[sweep]\ndesign = \"grid\"\n[sweep.vary]\n\"executive.power_weight\" = { range = [0, 1], levels = 3 "
      "}");
  const Varied* varied = scenario.sweep.find_varied("executive.eta_power");
  ASSERT_NE(varied, nullptr);
  EXPECT_EQ(renewed("firms[1].power_weight").path, "firms[1].eta_power");
  EXPECT_EQ(renewed("market.taste").factor, 1);
}

TEST(GoneKeys, asked_for_by_name_are_told_what_they_are_now) {
  EXPECT_EQ(advice_on_gone("executive.power_weight"),
            "it is executive.eta_power now, about 0.007 times as large");
  EXPECT_EQ(advice_on_gone("power_weight"), advice_on_gone("executive.power_weight"));
  EXPECT_EQ(advice_on_gone("executive.power_rate"), std::nullopt);
  EXPECT_EQ(advice_on_gone("strategies.power_weight.power_weight"), std::nullopt);
}

std::string advice_on(const char* toml) {
  const Node document = parse_document(toml, "old.toml");
  const Entry& entry = document.as<NodeTable>()->front();
  return advice_on_gone("executive." + entry.key, &entry.node).value_or("");
}

TEST(GoneKeys, are_told_with_their_value_as_it_is_now_whatever_it_is) {
  const std::string now = "it is executive.eta_power now, about 0.007 times as large: executive.eta_power = ";
  EXPECT_EQ(advice_on("power_weight = 1"), now + "0.007");
  EXPECT_EQ(advice_on("power_weight = { lognormal = [0, 1] }"), now + "{ lognormal = [-4.96185, 1] }");
  EXPECT_EQ(advice_on("power_weight = { range = [0, 1], levels = 3, scale = \"linear\" }"),
            now + "{ range = [0, 0.007], levels = 3, scale = \"linear\" }");
  EXPECT_EQ(advice_on("power_weight = true"), "it is executive.eta_power now, about 0.007 times as large");
  EXPECT_EQ(advice_on("power_weight = { values = [0.1, 1] }"), now + "{ values = [0.0007, 0.007] }");
}

}  // namespace
}  // namespace orgsim
