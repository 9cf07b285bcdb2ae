// Single equations of the week, where the reference trajectories cannot tell one reading from another.
#include "model/week.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr auto kMkt = Department::marketing;

TEST(Executives, pay_a_grant_from_outside) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  Simulation without = test::simulation(scenario);
  scenario.grants = {{{0}, Department::sales, 1.5, {0, 0}}};
  Simulation with = test::simulation(scenario);
  without.step();
  with.step();
  const double extra = 0.5 * without.firms().budget(Department::sales, 0);
  EXPECT_DOUBLE_EQ(with.firms().granted(0), extra);
  EXPECT_DOUBLE_EQ(with.firms().budget(Department::sales, 0), 3 * extra);
  const double cost = with.firms().cost.of(0).sum() - without.firms().cost.of(0).sum();
  EXPECT_NEAR(with.firms().cash(0) - without.firms().cash(0), extra - cost, 1e-6);
  EXPECT_NEAR(with.firms().profit(0) - without.firms().profit(0), -cost, 1e-6);
}

TEST(Executives, never_fall_below_the_budget_floor_however_deep_in_debt) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.finance.cash_start = 0;
  scenario.parameters.economics.margin = 0;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(40);
  const double floor = 0.004 * 5000 / 3;
  EXPECT_LT(simulation.firms().cash(0), 0);
  EXPECT_DOUBLE_EQ(simulation.firms().total_budget(0), floor);
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
  EXPECT_EQ(simulation.firms().staff(0), 1);
  simulation.step();
  const Firms& now = simulation.firms();
  const double boost = 9 * 0.9;
  const double staff = 1 - 0.7 * boost / (1 + boost);
  EXPECT_NEAR(simulation.firms().staff(0), staff, 1e-12);
  const double pay = 0.4 * now.spend(kMkt, 0);
  const double wasted = 0.5 * (now.budget(kMkt, 0) - now.spend(kMkt, 0));
  EXPECT_NEAR(now.cost(kMkt, 0), now.spend(kMkt, 0) + wasted - pay * (1 - staff) + 26 * pay * (1 - staff),
              1e-6);
  simulation.step();
  const Firms& later = simulation.firms();
  const double spend = later.spend(kMkt, 0);
  EXPECT_NEAR(later.cost(kMkt, 0), spend + 0.5 * (later.budget(kMkt, 0) - spend) - 0.4 * spend * (1 - staff),
              1e-6);
}

TEST(Departments, forget_a_mode_that_is_hardly_used) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.marketing.learn = 0;
  Simulation simulation = test::simulation(scenario);
  simulation.step();
  const PerMode& xi = simulation.firms().proficiency.of(0);
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
  world.firms.adstock.setConstant(1e-300);
  for (world.week = 3; world.week < 40; ++world.week) {
    departments(world);
    EXPECT_GE(world.firms.share_of_voice(0), 0);
    EXPECT_LT(world.firms.share_of_voice(0), 1e-100);
  }
  EXPECT_EQ(world.firms.adstock(0), 0);
}

TEST(Departments, keep_a_creative_idea_for_its_weeks) {
  Simulation simulation = test::simulation(test::tiny(MarketKind::pooled));
  simulation.step();
  const double first = simulation.firms().creative(0);
  EXPECT_NE(first, 1);
  simulation.run_until(13);
  EXPECT_EQ(simulation.firms().creative(0), first);
  simulation.step();
  EXPECT_NE(simulation.firms().creative(0), first);
}

TEST(MeanField, has_no_luck_at_all) {
  const Scenario scenario = test::tiny(MarketKind::mean_field);
  Simulation a = test::simulation(scenario, 0);
  Simulation b = test::simulation(scenario, 5);
  a.run_until(40);
  b.run_until(40);
  EXPECT_EQ(a.firms().creative(0), 1);
  EXPECT_TRUE((a.firms().perception.of(0) == 0).all());
  EXPECT_EQ(a.world().census_end, b.world().census_end);
}

TEST(Lines, need_their_condition_for_weeks_in_a_row) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.lines.sustain = 5;
  scenario.parameters.lines.structure = 1;  // whose condition holds from week 0 on
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(4);
  EXPECT_EQ(simulation.firms().level(0), 0);
  simulation.step();
  EXPECT_TRUE(simulation.firms().lines[0].is_crossed(Line::structure));
  EXPECT_EQ(simulation.firms().lines[0].first_week(Crisis::structure), 4);
}

TEST(Politics, leave_power_alone_where_politics_are_off) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.mechanisms.politics = false;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(20);
  EXPECT_TRUE((simulation.firms().by_power.of(0) == 0).all());
}

TEST(Environment, keeps_refilling_the_market_where_saturation_is_off) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.mechanisms.saturation = false;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(53);
  EXPECT_NEAR(simulation.world().environment.people, 5000 * std::exp(0.5), 1e-6);
  EXPECT_NEAR(sum(simulation.world().census_end.users, simulation.firms().count()) +
                  simulation.world().census_end.all_nonusers,
              5000 * std::exp(0.5), 1e-6);
}

}  // namespace
}  // namespace orgsim
