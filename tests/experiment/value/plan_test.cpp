#include "experiment/value/plan.hpp"

#include <gtest/gtest.h>

#include "experiment/units/options.hpp"
#include "support/probes.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

UnitsAsked asked(std::string_view options = "") {
  Scenario scenario = test::tiny();
  scenario.parameters.run.rivals.emplace();
  scenario.parameters.run.replications = 2;
  return test::asked(scenario, options);
}

std::string says(std::string_view options) {
  return test::complaint(kValueVerb, asked(options));
}

TEST(ValuePlan, measures_in_three_weeks_unless_told_in_which) {
  EXPECT_EQ(plan_value(asked()).axis(value_axis::week).numbers, (std::vector<double>{7, 22, 37}));
  EXPECT_EQ(plan_value(asked("at = [30, 10, 30]")).axis(value_axis::week).numbers,
            (std::vector<double>{10, 30}));
}

TEST(ValuePlan, names_every_mistake) {
  EXPECT_EQ(says("firm = '3'\nat = [60, 1.5]\nfactor = 1"),
            "firm: there is no firm 3; a number from 0 to 2, or a name: focal, rival 1, rival 2\n"
            "factor: a grant of the factor 1 shows nothing; a number of at least 0 other than 1\n"
            "at: there is no week 60; whole numbers from 0 to 59\n"
            "at: there is no week 1.5; whole numbers from 0 to 59");
  EXPECT_NE(says("grant_weeks = 0").find("out of range"), std::string::npos);
}

TEST(ValuePlan, keeps_in_its_numbers_what_was_measured) {
  UnitsAsked with_all_modes = asked("at = [10]\ngrant_weeks = 13");
  with_all_modes.scenario.parameters.firm.marketing.mix = PerMode{0.4, 0.3, 0.2, 0.1};
  const UnitsPlan plan = plan_value(with_all_modes);
  const UnitsResult result = run_units(plan, {2, {}, {}});
  const Valuation valuation = valuation_of(result, result.shape.variants.front());
  std::vector<std::vector<ProbedWeek>> runs;
  for (std::uint32_t r = 0; r < 2; ++r) {
    const test::AsUnit unit(plan.scenario, r);
    runs.push_back(valued(unit.unit(), {0, {10}, 1.5, 13}));
  }
  const Valuation by_hand = valuation_of(runs, {10}, 1);
  for (std::size_t t = 0; t < kTargets; ++t) {
    EXPECT_EQ(valuation.weeks[0].targets[t].causal.mean, by_hand.weeks[0].targets[t].causal.mean);
    EXPECT_EQ(valuation.weeks[0].targets[t].credited, by_hand.weeks[0].targets[t].credited);
    EXPECT_EQ(valuation.weeks[0].targets[t].contributed, by_hand.weeks[0].targets[t].contributed);
  }
  EXPECT_EQ(valuation.weeks[0].knocked_out[2].mean, by_hand.weeks[0].knocked_out[2].mean);
  EXPECT_EQ(valuation.weeks[0].shown.mean, by_hand.weeks[0].shown.mean);
  EXPECT_EQ(valuation.weeks[0].npv, by_hand.weeks[0].npv);
}

}  // namespace
}  // namespace orgsim
