// Single equations of the week, where the reference trajectories cannot tell one reading from another.
#include "model/week.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr auto M = Department::marketing;

TEST(Executives, pay_a_grant_from_outside) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  Simulation without = test::simulation(scenario);
  scenario.grants = {{{0}, Department::sales, 1.5, {0, 0}}};
  Simulation with = test::simulation(scenario);
  without.step();
  with.step();
  const double extra = 0.5 * without.firm(0).now.budget[Department::sales];
  EXPECT_DOUBLE_EQ(with.firm(0).now.granted, extra);
  EXPECT_DOUBLE_EQ(with.firm(0).now.budget[Department::sales], 3 * extra);
  const double cost = with.firm(0).now.cost.sum() - without.firm(0).now.cost.sum();
  EXPECT_NEAR(with.firm(0).cash - without.firm(0).cash, extra - cost, 1e-6);
  EXPECT_NEAR(with.firm(0).now.profit - without.firm(0).now.profit, -cost, 1e-6);
}

TEST(Executives, never_fall_below_the_budget_floor_however_deep_in_debt) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.finance.cash_start = 0;
  scenario.parameters.economics.margin = 0;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(40);
  const double floor = 0.004 * 5000 / 3;
  EXPECT_LT(simulation.firm(0).cash, 0);
  EXPECT_DOUBLE_EQ(simulation.firm(0).now.total_budget, floor);
}

TEST(Departments, let_people_go_only_once) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.environment.ai = {0.9, -1000, 1};  // parity from the start
  scenario.strategies[0].start = 2;
  scenario.strategies[0].ramp = 1;
  scenario.strategies[0].redeploy = 0;
  scenario.firms[0].strategy = "embed";
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(2);
  EXPECT_EQ(simulation.firm(0).staff, 1);
  simulation.step();
  const FirmWeek& now = simulation.firm(0).now;
  const double boost = 9 * 0.9;
  const double staff = 1 - 0.7 * boost / (1 + boost);
  EXPECT_NEAR(simulation.firm(0).staff, staff, 1e-12);
  const double pay = 0.4 * now.spend[M];
  const double wasted = 0.5 * (now.budget[M] - now.spend[M]);
  EXPECT_NEAR(now.cost[M], now.spend[M] + wasted - pay * (1 - staff) + 26 * pay * (1 - staff), 1e-6);
  simulation.step();
  const FirmWeek& later = simulation.firm(0).now;
  EXPECT_NEAR(later.cost[M],
              later.spend[M] + 0.5 * (later.budget[M] - later.spend[M]) - 0.4 * later.spend[M] * (1 - staff),
              1e-6);
}

TEST(Departments, forget_a_mode_that_is_hardly_used) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.marketing.learn = 0;
  Simulation simulation = test::simulation(scenario);
  simulation.step();
  const PerMode& xi = simulation.firm(0).proficiency;
  EXPECT_DOUBLE_EQ(xi[Mode::product], 0.1 * (1 - 0.002));
  EXPECT_DOUBLE_EQ(xi[Mode::performance], 0.2);
}

// A voice that nobody feeds decays to the smallest numbers there are, and never to what is none.
TEST(Departments, fall_silent_without_an_end) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.market.contact.attention = 0.6;
  scenario.parameters.firm.marketing.adstock = 0.05;
  scenario.parameters.firm.marketing.mix = PerMode{0, 0.4, 0.3, 0.3};
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(3);
  World world = simulation.world();
  for (Firm& firm : world.firms) firm.adstock = 1e-300;
  for (world.week = 3; world.week < 40; ++world.week) {
    departments(world);
    EXPECT_GE(world.firms[0].now.share_of_voice, 0);
    EXPECT_LT(world.firms[0].now.share_of_voice, 1e-100);
  }
  EXPECT_EQ(world.firms[0].adstock, 0);
}

TEST(Departments, keep_a_creative_idea_for_its_weeks) {
  Simulation simulation = test::simulation(test::tiny(MarketKind::pooled));
  simulation.step();
  const double first = simulation.firm(0).creative;
  EXPECT_NE(first, 1);
  simulation.run_until(13);
  EXPECT_EQ(simulation.firm(0).creative, first);
  simulation.step();
  EXPECT_NE(simulation.firm(0).creative, first);
}

TEST(MeanField, has_no_luck_at_all) {
  const Scenario scenario = test::tiny(MarketKind::mean_field);
  Simulation a = test::simulation(scenario, 0);
  Simulation b = test::simulation(scenario, 5);
  a.run_until(40);
  b.run_until(40);
  EXPECT_EQ(a.firm(0).creative, 1);
  EXPECT_TRUE((a.firm(0).perception == 0).all());
  EXPECT_EQ(a.world().census_end, b.world().census_end);
}

TEST(Lines, need_their_condition_for_weeks_in_a_row) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.lines.sustain = 5;
  scenario.parameters.environment.ai = {0.9, -1000, 1};  // the capability condition holds from week 0
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(4);
  EXPECT_EQ(simulation.firm(0).lines.level, 0);
  simulation.step();
  EXPECT_TRUE(simulation.firm(0).lines.is_crossed(Line::capability));
  EXPECT_EQ(simulation.firm(0).lines.first_week(Crisis::capability), 4);
}

TEST(Politics, leave_power_alone_where_politics_are_off) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.mechanisms.politics = false;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(20);
  EXPECT_TRUE((simulation.firm(0).now.audit.power == 0).all());
}

TEST(Environment, keeps_refilling_the_market_where_saturation_is_off) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.mechanisms.saturation = false;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(53);
  EXPECT_NEAR(simulation.world().environment.people, 5000 * std::exp(0.5), 1e-6);
  EXPECT_NEAR(simulation.world().census_end.all_users() + simulation.world().census_end.all_nonusers(),
              5000 * std::exp(0.5), 1e-6);
}

}  // namespace
}  // namespace orgsim
