#include "experiment/probe.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/outcome.hpp"
#include "support/probes.hpp"

namespace orgsim {
namespace {

constexpr int kProbedWeeks = 60;
constexpr Watched kWatched{0, {20, 39}, kProbedWeeks};

// The NPV of firm 0 in a run with a grant of the scenario's own.
double npv_with(Scenario scenario, const std::vector<Grant>& grants) {
  scenario.grants = grants;
  Simulation simulation = test::simulation(scenario);
  OutcomeTracker tracker(scenario.firms.size());
  while (simulation.weeks_done() < kProbedWeeks) {
    simulation.step();
    tracker.observe(simulation.world());
  }
  return tracker.outcome(simulation).firms[0].npv;
}

TEST(Probe, finds_the_change_of_npv_that_a_scenario_with_the_grant_shows) {
  for (const MarketKind kind : every<MarketKind>()) {
    const Scenario scenario = test::tiny(kind);
    const test::AsUnit unit(scenario);
    const Simulation before = unit.at_week(20);
    const Account without = account_of(before, kWatched, unit.unit());
    const double plain = npv_with(scenario, {});
    for (const Department d : every<Department>()) {
      const GrantEffect effect = effect_of(before, {d, {}}, 1.5, kWatched, without, unit.unit());
      const double granted = npv_with(scenario, {{{0}, d, 1.5, {20, 39}}});
      EXPECT_NEAR(effect.npv, granted - plain, 1e-9 * std::abs(plain)) << name_of(kind);
      EXPECT_GT(effect.cost, 0);
    }
  }
}

TEST(Probe, returns_nothing_for_a_department_that_brings_about_nothing) {
  const Scenario scenario = test::with_idle_sales();
  const test::AsUnit unit(scenario);
  const Simulation before = unit.at_week(20);
  const Account without = account_of(before, kWatched, unit.unit());
  const auto return_of = [&](Department d) {
    return effect_of(before, {d, {}}, 1.5, kWatched, without, unit.unit()).causal_return();
  };
  EXPECT_NEAR(return_of(Department::sales), 0, 1e-6);
  EXPECT_GT(return_of(Department::product), 0.01);
}

TEST(Probe, is_no_number_where_nothing_was_spent) {
  EXPECT_TRUE(std::isnan(GrantEffect{1, 0}.causal_return()));
  EXPECT_EQ((GrantEffect{1, 2}.causal_return()), 1.5);
}

// Books of one week are those of the week's firms.
TEST(Probe, keeps_the_books_of_the_weeks_that_are_watched_and_no_others) {
  const Scenario scenario = test::tiny();
  const test::AsUnit unit(scenario);
  const Account account = account_of(unit.at_week(20), {1, {21, 21}, kProbedWeeks}, unit.unit());
  const Simulation then = unit.at_week(22);
  const double discounted = std::exp(-scenario.parameters.economics.discount * 21);
  const GrantTarget product_mode{Department::marketing, Mode::product};
  for (const Department d : every<Department>()) {
    EXPECT_DOUBLE_EQ(account.cost_of({d, {}}), discounted * then.firms().cost(d, 1));
    EXPECT_DOUBLE_EQ(account.credited_to({d, {}}), discounted * then.firms().credited(d, 1));
    EXPECT_DOUBLE_EQ(account.contributed_by({d, {}}), discounted * then.firms().contributed(d, 1));
  }
  EXPECT_DOUBLE_EQ(account.cost_of(product_mode), discounted * then.firms().cost(Department::marketing, 1) *
                                                      then.firms().mix(Mode::product, 1));
  EXPECT_NEAR(account.mode_credited.sum(), account.credited[Department::marketing],
              1e-9 * std::abs(account.credited[Department::marketing]));
  EXPECT_NEAR(account.mode_contributed.sum(), account.contributed[Department::marketing],
              1e-9 * account.contributed[Department::marketing]);
}

TEST(RatioOfMeans, is_the_ratio_with_an_interval_of_no_width_where_pairs_are_in_proportion) {
  const std::vector<double> cost{1, 2, 3};
  const Estimate exact = ratio_of_means(std::vector<double>{2, 4, 6}, cost);
  EXPECT_DOUBLE_EQ(exact.mean, 2);
  EXPECT_DOUBLE_EQ(exact.interval.low, 2);
  EXPECT_DOUBLE_EQ(exact.interval.high, 2);
  const Estimate spread = ratio_of_means(std::vector<double>{3, 4, 5}, cost);
  EXPECT_DOUBLE_EQ(spread.mean, 2);
  EXPECT_LT(spread.interval.low, 2);
  EXPECT_GT(spread.interval.high, 2);
  EXPECT_TRUE(std::isnan(ratio_of_means(cost, std::vector<double>{0, 0, 0}).mean));
}

}  // namespace
}  // namespace orgsim
