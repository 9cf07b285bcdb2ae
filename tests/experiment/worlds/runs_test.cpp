#include "experiment/worlds/runs.hpp"

#include <gtest/gtest.h>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

Runs runs_of(const Scenario& world, std::span<const SeriesMean> followed = {}) {
  return {world, {}, followed, {}};
}

TEST(Runs, are_made_once) {
  Runs runs = runs_of(test::scenario(""));
  EXPECT_EQ(&runs.baseline(), &runs.baseline());
  EXPECT_EQ(&runs.granted(Department::sales, 1.5, {60, 85}), &runs.granted(Department::sales, 1.5, {60, 85}));
  EXPECT_NE(&runs.granted(Department::sales, 1.5, {60, 85}), &runs.granted(Department::sales, 1.1, {60, 85}));
}

TEST(Runs, that_fork_are_those_that_had_the_change_in_their_scenario) {
  Runs runs = runs_of(test::scenario(""));
  Scenario granted = with_still_shares(runs.world());
  granted.grants = {{{0}, Department::sales, 1.5, {60, 85}}};
  Simulation simulation = test::simulation(granted);
  simulation.run_until(200);
  EXPECT_TRUE(runs.granted(Department::sales, 1.5, {60, 85}).after(200) == simulation);
}

TEST(Runs, of_a_turn_are_those_of_a_strategy_of_the_scenario) {
  Runs runs = runs_of(test::scenario(""));
  Scenario turned = test::scenario(
      "[market]\nkind = \"mean_field\"\n[[firms]]\nstrategy = \"turn\"\n[[firms]]\n[[firms]]\n"
      "[strategies.turn]\nstart = 182\nramp = 1\nmix = [0.2, 0.1, 0.6, 0.1]\n");
  Simulation simulation = test::simulation(turned);
  simulation.run_until(260);
  EXPECT_TRUE(runs.turned().after(260).firms() == simulation.firms());
}

TEST(Runs, go_as_far_as_they_are_asked_for) {
  Runs runs = runs_of(test::scenario(""));
  EXPECT_EQ(runs.baseline().weeks(10, 19).size(), 10U);
  EXPECT_EQ(runs.baseline().after(0).weeks_done(), 20);
}

TEST(Runs, hold_shares_still_for_firms_with_speeds_of_their_own_too) {
  const Scenario world = test::scenario("[[firms]]\neta = 0.01\neta_power = 0.01\n[[firms]]\n");
  Runs runs = runs_of(world);
  const PerDepartment before = runs.still().week(0).share;
  EXPECT_LT((runs.still().week(300).share - before).abs().maxCoeff(), 1e-9);
  EXPECT_GT((runs.baseline().week(300).share - before).abs().maxCoeff(), 0.01);
}

TEST(Runs, without_rivals_have_the_focal_firm_alone) {
  Runs runs = runs_of(test::scenario("[[firms]]\ntalent = 1.2\n[[firms]]\n"));
  const Firms& firms = runs.alone().after(1).firms();
  EXPECT_EQ(firms.count(), 1U);
  EXPECT_EQ(firms.keys.of(0).product.talent, 1.2);
}

}  // namespace
}  // namespace orgsim
