// How power and budget lines move the shares, and how a firm learns to do without its departments.
#include <gtest/gtest.h>

#include <cmath>

#include "model/week.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// Nothing moves the shares but what a test says.
Scenario still_world() {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  Executive& executive = scenario.parameters.firm.executive;
  executive.eta = executive.eta_scrutiny = executive.eta_power = 0;
  executive.most = 1;
  return scenario;
}

Simulation simulated(int weeks, const Scenario& scenario) {
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(weeks);
  return simulation;
}

// By how much the logarithm of each share moves in the week after `weeks`, before it is floored.
PerDepartment moved(const Scenario& scenario, int weeks) {
  Simulation simulation = simulated(weeks, scenario);
  const PerDepartment before = simulation.firms().share.of(0);
  simulation.step();
  const PerDepartment change = simulation.firms().share.of(0) / before;
  return change / change[Department::product];
}

TEST(Shares, stay_where_nothing_moves_them) {
  EXPECT_LT((simulated(50, still_world()).firms().share.of(0) - PerDepartment{0.3, 0.26, 0.25, 0.19})
                .abs()
                .maxCoeff(),
            1e-12);
}

// x <- x (power/x)^eta_power, relative to product's.
TEST(Shares, follow_power_at_the_speed_of_politics) {
  Scenario scenario = still_world();
  scenario.parameters.firm.executive.eta_power = 0.01;
  Simulation simulation = simulated(20, scenario);
  const PerDepartment x = simulation.firms().share.of(0);
  simulation.step();
  const PerDepartment power = simulation.firms().power.of(0);
  for (const Department d : every<Department>()) {
    EXPECT_NEAR(simulation.firms().by_power(d, 0), 0.01 * std::log(power[d] / x[d]), 1e-12);
  }
  const PerDepartment change = moved(scenario, 20);
  const Department d = Department::operations;
  EXPECT_NEAR(change[d],
              std::pow(power[d] / x[d] / (power[Department::product] / x[Department::product]), 0.01), 1e-9);
}

TEST(Shares, follow_power_faster_where_money_is_scarce) {
  Scenario scenario = still_world();
  scenario.parameters.environment.climate.knots = {{0, 0.25}};
  scenario.parameters.firm.executive.eta_power = 0.01;
  const Simulation without = simulated(1, scenario);
  scenario.parameters.firm.executive.scarcity_power = 2;
  const Simulation with = simulated(1, scenario);
  for (const Department d : every<Department>()) {
    EXPECT_NEAR(with.firms().by_power(d, 0), (1 + 2 * 0.75) * without.firms().by_power(d, 0), 1e-12);
  }
}

TEST(Shares, are_drawn_to_equal_ones_per_budget_line) {
  Scenario scenario = still_world();
  scenario.parameters.firm.executive.eta_equality = 0.1;
  EXPECT_LT((simulated(300, scenario).firms().share.of(0) - 0.25).abs().maxCoeff(), 1e-6);
  scenario.parameters.firm.executive.items = PerDepartment{1, 3, 1, 1};
  const PerDepartment by_lines{1.0 / 6, 0.5, 1.0 / 6, 1.0 / 6};
  EXPECT_LT((simulated(300, scenario).firms().share.of(0) - by_lines).abs().maxCoeff(), 1e-6);
}

TEST(Shares, of_a_department_without_a_budget_line_fall_to_the_floor) {
  Scenario scenario = still_world();
  scenario.parameters.firm.executive.eta_equality = 0.1;
  scenario.parameters.firm.executive.items = PerDepartment{1, 0, 1, 1};
  EXPECT_NEAR(simulated(200, scenario).firms().share(Department::marketing, 0), 0.02, 0.001);
}

TEST(Shares, move_no_faster_than_the_most_in_a_week) {
  Scenario scenario = still_world();
  scenario.parameters.firm.executive.eta_equality = 1;
  const PerDepartment free = moved(scenario, 0);
  EXPECT_GT(free[Department::operations], 1.2);
  scenario.parameters.firm.executive.most = 0.01;
  const PerDepartment held =
      moved(scenario, 0);  // product falls and operations rise, both as fast as they may
  EXPECT_NEAR(held[Department::operations], std::exp(0.02), 1e-9);
}

// H <- H + insource sigma a (1 - H); non-substitutability 1 - a H exposure.
TEST(Insourcing, goes_on_under_scrutiny_and_takes_over_what_ai_can_do) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.environment.ai.insource = 0.2;
  Simulation simulation = simulated(20, scenario);
  const double before = simulation.firms().insourced(0);
  simulation.step();
  const Firms& firms = simulation.firms();
  const double a = simulation.world().environment.ai_parity;
  ASSERT_GT(a, 0.5);
  EXPECT_NEAR(firms.insourced(0), before + 0.2 * firms.scrutiny(0) * a * (1 - before), 1e-12);
  EXPECT_NEAR(firms.non_substitutability(Department::product, 0), 1 - a * firms.insourced(0) * 0.25, 1e-12);
}

TEST(Insourcing, that_does_not_take_place_leaves_everybody_irreplaceable) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.environment.ai.insource = 0;
  const Simulation simulation = simulated(60, scenario);
  ASSERT_GT(simulation.world().environment.ai_parity, 0.8);
  EXPECT_TRUE((simulation.firms().non_substitutability.of(0) == 1).all());
}

}  // namespace
}  // namespace orgsim
