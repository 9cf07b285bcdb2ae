#include "experiment/sweep/shares.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/sweep/plan.hpp"
#include "support/sweeps.hpp"

namespace orgsim {
namespace {

constexpr std::string_view kBoundWindow =
    "\"product.window\" = { range = [0.2, 0.6], share_of = \"product.cycle\" }\n";
// The share stands before what it is a share of.
constexpr std::string_view kBoth =
    "\"product.window\" = { range = [0.2, 0.6], share_of = \"product.cycle\" }\n"
    "\"product.cycle\" = [13, 52]\n";

TEST(Shares, are_of_what_the_other_key_is_at_the_same_point) {
  const SweepPlan plan = plan_sweep(test::swept(kBoth, "points = 64"));
  std::set<double> rounded;
  for (std::size_t p = 0; p < plan.points(); ++p) {
    const std::vector<double> values = plan.design.point(p);
    EXPECT_EQ(values[0], std::round(values[0]));
    EXPECT_GE(values[0], std::round(0.2 * values[1]));
    EXPECT_LE(values[0], std::round(0.6 * values[1]));
    rounded.insert(values[0]);
    EXPECT_EQ(plan.scenario_of(p).parameters.releases.window, std::lround(values[0]));
  }
  EXPECT_GT(rounded.size(), 15U) << "of long cycles and short ones";
}

TEST(Shares, are_of_the_scenarios_own_value_where_that_does_not_vary) {
  const SweepPlan plan = plan_sweep(test::swept(kBoundWindow, "design = \"grid\"", "[product]\ncycle = 40"));
  ASSERT_EQ(plan.points(), 5U);
  EXPECT_EQ(plan.design.point(0)[0], 8);
  EXPECT_EQ(plan.design.point(4)[0], 24);
}

TEST(Shares, of_numbers_that_are_not_whole_are_not_rounded) {
  const SweepPlan plan = plan_sweep(test::swept(
      "\"economics.margin\" = { range = [0.5, 0.6], levels = 2, share_of = \"economics.price\" }\n"
      "\"economics.price\" = { values = [1, 1.5] }",
      "design = \"grid\""));
  EXPECT_DOUBLE_EQ(plan.design.point(1)[0], 0.75);
  EXPECT_DOUBLE_EQ(plan.design.point(2)[0], 0.6);
}

TEST(Shares, of_a_firms_key_are_of_what_holds_for_it) {
  const SweepPlan plan = plan_sweep(
      test::swept("\"market.taste\" = { range = [0.5, 1], levels = 2, share_of = \"firms[1].talent\" }",
                  "design = \"grid\"", "[product]\ntalent = 3"));
  EXPECT_DOUBLE_EQ(plan.design.point(0)[0], 1.5);
}

TEST(Shares, of_a_file_are_final_values) {
  Scenario scenario = test::swept(kBoth);
  scenario.sweep.design = DesignKind::file;
  scenario.sweep.file = "points.csv";
  PointTable& table = scenario.sweep.table;
  table.columns = {"product.cycle", "product.window"};
  table.width = 2;
  table.numbers = {40, 9};
  table.lines = {2};
  EXPECT_EQ(plan_sweep(scenario).design.point(0), (std::vector<double>{40, 9}));
}

}  // namespace
}  // namespace orgsim
