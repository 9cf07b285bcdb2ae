#include "experiment/value/value.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/outcome.hpp"
#include "support/probes.hpp"

namespace orgsim {
namespace {

constexpr int kValuedWeeks = 60;
constexpr auto kSalesAt = static_cast<std::size_t>(Department::sales);

Probes probes(std::vector<int> weeks = {10, 30}) {
  return {0, std::move(weeks), 1.5, 13};
}

std::vector<ProbedWeek> valued_weeks(const Scenario& scenario, const Probes& asked = probes()) {
  const test::AsUnit unit(scenario);
  return valued(unit.unit(), asked);
}

double npv_from(Simulation simulation, const BeforeWeek& act) {
  double npv = 0;
  const double discount = simulation.world().parameters.economics.discount;
  while (simulation.weeks_done() < kValuedWeeks) {
    act(simulation);
    simulation.step();
    npv += std::exp(-discount * simulation.world().week) * simulation.firms().profit(0);
  }
  return npv +
         std::exp(-discount * kValuedWeeks) * simulation.firms().users_end(0) * simulation.firms().ltv(0);
}

TEST(Value, is_nothing_for_a_department_that_brings_about_nothing) {
  for (const ProbedWeek& week : valued_weeks(test::with_idle_sales())) {
    EXPECT_NEAR(week.targets[kSalesAt].effect.causal_return(), 0, 1e-6);
    EXPECT_GT(week.targets[0].effect.causal_return(), 0.01);
  }
}

TEST(Value, is_the_same_for_each_week_whatever_others_are_probed) {
  const Scenario scenario = test::tiny();
  const std::vector<ProbedWeek> both = valued_weeks(scenario);
  const std::vector<ProbedWeek> later = valued_weeks(scenario, probes({30}));
  for (std::size_t t = 0; t < kTargets; ++t)
    EXPECT_EQ(both[1].targets[t].effect.npv, later[0].targets[t].effect.npv);
  EXPECT_EQ(both[1].shown, later[0].shown);
}

// Marketing's modes together cost what marketing costs, and are credited with what it is.
TEST(Value, of_modes_stands_beside_their_part_of_marketings_ledgers) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.marketing.mix = PerMode{0.4, 0.3, 0.2, 0.1};
  for (const ProbedWeek& week : valued_weeks(scenario)) {
    const ProbedTarget& marketing = week.targets[static_cast<std::size_t>(Department::marketing)];
    double cost = 0;
    double credited = 0;
    for (std::size_t t = count_of<Department>; t < kTargets; ++t) {
      cost += week.targets[t].cost;
      credited += week.targets[t].credited;
      EXPECT_GT(week.targets[t].effect.cost, 0);
    }
    EXPECT_NEAR(cost, marketing.cost, 1e-9 * cost);
    EXPECT_NEAR(credited, marketing.credited, 1e-9 * credited);
  }
}

TEST(KnockOut, shares_the_budget_out_among_the_others_from_the_week_on) {
  const Scenario scenario = test::tiny(MarketKind::mean_field);
  const test::AsUnit unit(scenario);
  const Simulation before = unit.at_week(10);
  double without_sales = 0;
  const auto share_out = [&](Simulation& fork) {
    PerDepartment share = fork.firms().share.of(0);
    without_sales = 1 - share[Department::sales];
    share[Department::sales] = 0;
    fork.decide(0, {.share = share / without_sales});
  };
  const double changed = npv_from(before, share_out) - npv_from(before, [](Simulation&) {});
  const ProbedWeek week = valued_weeks(scenario, probes({10}))[0];
  EXPECT_NEAR(week.knocked_out[Department::sales], changed, 1e-6 * std::abs(changed));
  EXPECT_NE(changed, 0);
}

// Idle sales cost as much as any department and bring nobody: what the others do with the money is a gain.
TEST(KnockOut, gains_where_the_department_brings_about_nothing_and_loses_elsewhere) {
  const ProbedWeek week = valued_weeks(test::with_idle_sales(), probes({10}))[0];
  EXPECT_GT(week.knocked_out[Department::sales], 0);
  EXPECT_LT(week.knocked_out[Department::product], week.knocked_out[Department::sales]);
}

TEST(LastTouch, costs_nothing_where_the_executive_does_not_go_by_returns) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  EXPECT_NE(valued_weeks(scenario)[0].shown, 0);
  scenario.parameters.firm.executive.eta = scenario.parameters.firm.executive.eta_scrutiny = 0;
  EXPECT_EQ(valued_weeks(scenario)[0].shown, 0);
}

TEST(LastTouch, is_replaced_for_a_year_by_what_was_measured) {
  const Scenario scenario = test::tiny(MarketKind::mean_field);
  const ProbedWeek week = valued_weeks(scenario, probes({5}))[0];
  PerDepartment measured;
  for (const Department d : every<Department>())
    measured[d] = week.targets[static_cast<std::size_t>(d)].effect.causal_return();
  const test::AsUnit unit(scenario);
  const Simulation before = unit.at_week(5);
  const auto show = [&](Simulation& fork) {
    if (fork.weeks_done() == 5) fork.show_returns(0, measured);
    if (fork.weeks_done() == 5 + kShownWeeks) fork.show_returns(0, std::nullopt);
  };
  const double moved = npv_from(before, show) - npv_from(before, [](Simulation&) {});
  EXPECT_NEAR(week.shown, moved, 1e-6 * std::abs(moved));
}

}  // namespace
}  // namespace orgsim
