#include "scenario/text/sweep.hpp"

#include <gtest/gtest.h>

#include "experiment/sweep/plan.hpp"
#include "scenario/text/writer.hpp"
#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::string complaint_of_vary(std::string_view vary, std::string_view sweep = "") {
  try {
    plan_sweep(test::swept(vary, sweep));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

void expect_said(std::string_view vary, const char* what, const char* cure, std::string_view sweep = "") {
  const std::string said = complaint_of_vary(vary, sweep);
  EXPECT_NE(said.find(what), std::string::npos) << vary << sweep << "\n" << said;
  EXPECT_NE(said.find(cure), std::string::npos) << vary << sweep << "\n" << said;
}

TEST(SweepText, has_every_form_of_values) {
  const Scenario scenario = test::swept(R"("market.taste" = [1, 5]
"executive.perception_noise" = { values = [0, 0.1, 0.2] }
"strategies.embed.start" = { range = [2, 8], step = 3 }
"firms[1].talent" = { uniform = [0.8, 1.2] }
"market.mass[0]" = { range = [0.1, 0.2], levels = 4 }
prices = { keys = ["economics.price", "economics.margin"], range = [0.5, 0.9], scale = "log" }
)");
  const std::vector<Varied>& vary = scenario.sweep.vary;
  ASSERT_EQ(vary.size(), 6U);
  EXPECT_EQ(vary[0].choice, SweptValues(ValueRange{1, 5, {}, {}, {}}));
  EXPECT_EQ(vary[1].choice, SweptValues(Levels{{0, 0.1, 0.2}}));
  EXPECT_EQ(vary[2].choice, SweptValues(ValueRange{2, 8, 3, {}, {}}));
  EXPECT_EQ(vary[3].choice, SweptValues(Distribution{DistributionKind::uniform, {0.8, 1.2}}));
  EXPECT_EQ(vary[4].choice, SweptValues(ValueRange{0.1, 0.2, {}, 4, {}}));
  EXPECT_EQ(vary[5].keys.size(), 2U);
  EXPECT_EQ(plan_sweep(scenario).points(), 9U);
}

TEST(SweepText, has_shares_of_other_keys) {
  const Scenario scenario =
      test::swept(R"("product.window" = { range = [0.2, 0.6], share_of = "product.cycle" })");
  const auto& range = std::get<ValueRange>(scenario.sweep.vary.at(0).choice);
  EXPECT_EQ(range.share_of, "product.cycle");
  EXPECT_FALSE(range.scale.has_value());
}

TEST(SweepText, says_what_is_wrong_with_a_share) {
  const auto window = [](const char* rest) { return fmt::format("\"product.window\" = {{ {} }}\n", rest); };
  const std::string of_cycle = window("range = [0.2, 0.6], share_of = \"product.cycle\"");
  expect_said(window("range = [0.2, 0.6], share_of = \"product.cycel\""), "there is no key 'product.cycel'",
              "did you mean 'product.cycle'?");
  expect_said(window("range = [0.2, 0.6], share_of = \"market.kind\""), "is no number", "vary numbers");
  expect_said(window("range = [0.2, 0.6], share_of = \"marketing.judgement\""), "is a list", "name an entry");
  expect_said(window("range = [0.2, 0.6], share_of = \"environment.climate\""), "has no number",
              "give it a number");
  expect_said(window("range = [20, 60], share_of = \"product.cycle\""), "[20, 60] are no shares", "[0, 1]");
  expect_said("\"product.cycle\" = { range = [0.01, 0.6], share_of = \"product.window\" }",
              "[0.01, 0.6] of 'product.window' reaches out of range", "a whole number in [1, 10000]");
  expect_said(window("values = [0.2], share_of = \"product.cycle\""), "only a range has a share_of",
              "leave it out");
  expect_said(of_cycle + "\"product.talent\" = { range = [0.1, 0.2], share_of = \"product.window\" }",
              "'product.window' is a share itself", "a number that is none");
  expect_said(window("range = [0.2, 0.6], share_of = \"executive.share[0]\""), "moves with the others",
              "a number of its own");
}

TEST(SweepText, wants_what_a_share_is_of_to_be_the_same_in_every_replication) {
  const std::string vary = "\"product.window\" = { range = [0.2, 0.6], share_of = \"product.cycle\" }\n";
  const std::string drawn = "[product]\ncycle = { uniform = [13, 52] }";
  try {
    plan_sweep(test::swept(vary, "", drawn));
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("'product.cycle' is drawn in every replication"),
              std::string::npos)
        << error.what();
  }
  EXPECT_NO_THROW(plan_sweep(test::swept(vary + "\"product.cycle\" = [13, 52]", "", drawn)));
}

TEST(SweepText, takes_negative_numbers_by_factors) {
  const Scenario scenario =
      test::swept("\"market.resistance[0]\" = { range = [-2, -0.5], scale = \"log\" }", "points = 16");
  const SweepPlan plan = plan_sweep(scenario);
  for (std::size_t p = 0; p < plan.points(); ++p) {
    EXPECT_GE(plan.design.point(p)[0], -2);
    EXPECT_LE(plan.design.point(p)[0], -0.5);
  }
  EXPECT_NEAR(value_at(plan.axes[0], 0.5), -1, 1e-12);
  expect_said("\"market.resistance[0]\" = { range = [-2, 0.5], scale = \"log\" }", "cannot begin at -2",
              "linear");
}

TEST(SweepText, that_is_written_and_read_again_says_the_same) {
  const Scenario scenario = test::swept(R"("market.taste" = [1, 5]
"product.window" = { range = [0.2, 0.6], share_of = "product.cycle" }
"strategies.embed.start" = { range = [2, 8], step = 3 }
both = { keys = ["firms[0].talent", "firms[1].talent"], range = [0.5, 2], scale = "log" }
"firms[2].talent" = { normal = [1, 0.1] }
)",
                                        "design = \"lhs\"\nindependent = true\nstrategies = [\"embed\"]\n");
  EXPECT_EQ(test::scenario(to_toml(scenario)), scenario);
}

TEST(SweepText, takes_keys_without_quotes_too) {
  EXPECT_EQ(test::swept("market.taste = [1, 5]").sweep.vary,
            test::swept("\"market.taste\" = [1, 5]").sweep.vary);
}

TEST(SweepText, says_what_is_wrong_with_a_key) {
  expect_said("\"market.tast\" = [1, 5]", "there is no key 'market.tast'", "did you mean 'market.taste'?");
  expect_said("\"market.kind\" = [1, 5]", "is no number", "vary numbers");
  expect_said("\"market.mass\" = [0, 1]", "is a list of 4 numbers", "\"market.mass[0]\"");
  expect_said("\"market.mass[4]\" = [0, 1]", "has no entry 4", "from 0 to 3");
  expect_said("\"market.taste[0]\" = [1, 5]", "has no entry 0", "name the key alone");
  expect_said("\"run.seed\" = [1, 5]", "cannot vary", "independent = true");
  expect_said("\"run.replications\" = [1, 5]", "cannot vary", "sweep.replications");
  expect_said("\"market.mass[0]\" = [0, 1]\n\"market.mass[1]\" = [0, 1]", "two entries", "vary one");
  expect_said("\"strategies.embed.start\" = [2, 5]", "that the sweep does not run", "sweep.strategies",
              "strategies = []");
  expect_said("a = { keys = [\"market.taste\", \"market.taste\"], range = [1, 5] }", "varies twice",
              "name it once");
  expect_said("\"run.weeks\" = [5, 8]", "cannot vary", "one length for all", "keep = [\"means\"]");
}

TEST(SweepText, says_what_is_wrong_with_values) {
  expect_said("\"market.taste\" = 3", "one number does not vary", "[low, high]");
  expect_said("\"market.taste\" = [1, 2, 3]", "a list of 3 numbers", "values");
  expect_said("\"market.taste\" = [5, 1]", "does not rise", "low < high");
  expect_said("\"economics.margin\" = [0.5, 1.5]", "reaches out of range", "[0, 1]");
  expect_said("\"market.taste\" = { values = [] }", "an empty list", "a list of numbers");
  expect_said("\"market.taste\" = { valus = [1] }", "", "values");
  expect_said("\"market.taste\" = { values = [1], range = [1, 2] }", "more than one kind", "[low, high]");
  expect_said("\"market.taste\" = { range = [1, 2], step = 0 }", "is no such number", "a number above 0");
  expect_said("\"market.taste\" = { range = [1, 2], step = 1, levels = 2 }", "contradict", "one of the two");
  expect_said("\"market.taste\" = { values = [1, 2], step = 1 }", "only a range has a step", "leave it out");
  expect_said("\"market.taste\" = { uniform = [2, 1] }", "wrong arguments", "a < b");
  expect_said("\"market.inflow\" = { range = [0, 1], scale = \"log\" }", "cannot begin at 0",
              "begin above 0");
  expect_said("\"strategies.embed.start\" = { range = [2, 8], step = 0.5 }", "leave whole numbers", "whole");
  expect_said("\"strategies.embed.start\" = { values = [2.5] }", "is no whole number", "whole");
  expect_said("\"market.taste\" = { uniform = [1, 2] }", "no values from a distribution", "levels",
              "design = \"grid\"");
  expect_said("\"market.taste\" = { values = [1, 1] }", "twice", "once", "design = \"grid\"");
}

TEST(SweepText, says_what_is_wrong_with_the_table) {
  const std::string_view taste = "\"market.taste\" = [1, 5]";
  expect_said(taste, "points: 0 is out of range", "[1,", "points = 0");
  expect_said(taste, "'sobl'", "sobol", "design = \"sobl\"");
  expect_said(taste, "no strategy is called 'none'", "embed", "strategies = [\"none\"]");
  expect_said(taste, "nothing is kept", "outcomes", "keep = []");
  expect_said(taste, "there is no series 'shar'", "did you mean 'share'?",
              "keep = [\"means\"]\nseries = [\"shar\"]");
  expect_said(taste, "unknown key", "did you mean 'points'?", "point = 3");
  expect_said(taste, "names no file", "points.csv", "design = \"file\"");
}

TEST(SweepText, of_a_table_laid_over_replaces_what_it_names) {
  Scenario scenario = test::swept();
  const Node table = parse_document("points = 5\nvary = { \"market.taste\" = [2, 3] }", "over");
  lay_over_sweep(scenario, table, Files());
  EXPECT_EQ(scenario.sweep.points, 5);
  ASSERT_EQ(scenario.sweep.vary.size(), 2U);
  EXPECT_EQ(scenario.sweep.vary[0].choice, SweptValues(ValueRange{2, 3, {}, {}, {}}));
  const Scenario before = scenario;
  EXPECT_THROW(lay_over_sweep(scenario, parse_document("points = 0", "over"), Files()), InputError);
  EXPECT_EQ(scenario, before);
}

}  // namespace
}  // namespace orgsim
