#include "engine/simulation.hpp"

#include <gtest/gtest.h>

#include "engine/snapshot.hpp"
#include "support/copies.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

class SimulationOf : public testing::TestWithParam<MarketKind> {};

TEST_P(SimulationOf, a_copy_goes_on_exactly_like_the_original) {
  Scenario scenario = test::tiny(GetParam());
  scenario.firms[1].strategy = "embed";
  Simulation original = test::simulation(scenario);
  original.run_until(17);
  Simulation copy = original;
  EXPECT_EQ(copy, original);
  original.run_until(45);
  EXPECT_NE(copy, original);
  copy.run_until(45);
  EXPECT_EQ(copy, original);
}

TEST_P(SimulationOf, what_is_restored_from_bytes_goes_on_exactly_like_the_original) {
  Scenario scenario = test::tiny(GetParam());
  scenario.firms[1].strategy = "embed";
  Simulation original = test::simulation(scenario);
  original.run_until(25);
  Simulation restored = restore(save(original));
  EXPECT_EQ(restored, original);
  original.run_until(45);
  restored.run_until(45);
  EXPECT_EQ(restored, original);
}

// The week of the snapshot is one of the strategy, of the way back from it, or before either.
TEST_P(SimulationOf, what_is_copied_or_restored_while_a_strategy_lasts_ends_it_like_the_original) {
  Scenario scenario = test::tiny(GetParam());
  scenario.strategies[0].duration = 12;  // weeks 20 to 31
  scenario.strategies[0].budget = 0.7;
  scenario.strategies[0].prove = 0.8;
  scenario.firms[1].strategy = "embed";
  for (const int week : {15, 25, 35}) {
    Simulation original = test::simulation(scenario);
    original.run_until(week);
    SCOPED_TRACE(week);
    test::expect_goes_on_the_same(original, 50);
  }
}

TEST_P(SimulationOf, goes_by_returns_that_it_is_shown_until_they_are_taken_back) {
  Simulation shown = test::simulation(test::tiny(GetParam()));
  shown.run_until(20);
  Simulation left_alone = shown;
  shown.show_returns(0, PerDepartment::all(2));
  Simulation taken_back = shown;
  taken_back.show_returns(0, std::nullopt);
  for (Simulation* one : {&shown, &left_alone, &taken_back}) one->step();
  EXPECT_EQ(taken_back, left_alone);
  for (const Department d : every<Department>()) {
    EXPECT_NEAR(shown.firms().by_credit(d, 0), 0, 1e-12);  // nobody returns more than anybody else
    EXPECT_NE(left_alone.firms().by_credit(d, 0), 0);
    EXPECT_EQ(shown.firms().by_credit(d, 1), left_alone.firms().by_credit(d, 1));
  }
}

TEST_P(SimulationOf, favours_the_department_whose_returns_it_is_shown_to_be_largest) {
  Simulation simulation = test::simulation(test::tiny(GetParam()));
  simulation.run_until(20);
  PerDepartment returns = PerDepartment::all(1);
  returns[Department::sales] = 3;
  simulation.show_returns(0, returns);
  simulation.step();
  for (const Department d : every<Department>())
    EXPECT_EQ(simulation.firms().by_credit(d, 0) > 0, d == Department::sales);
}

TEST_P(SimulationOf, meets_the_luck_of_another_replication_from_the_next_week_on) {
  const Scenario scenario = test::tiny(GetParam());
  Simulation own = test::simulation(scenario);
  own.run_until(20);
  Simulation same = own;
  Simulation other = own;
  same.meet_luck_of(own.world().stream_key);
  other.meet_luck_of({own.world().stream_key.seed, 77});
  EXPECT_EQ(other.firms(), own.firms());
  for (Simulation* one : {&own, &same, &other}) one->run_until(30);
  EXPECT_EQ(same, own);
  EXPECT_EQ(other.firms() == own.firms(), GetParam() == MarketKind::mean_field);
}

TEST_P(SimulationOf, is_given_grants_as_the_scenario_gives_them) {
  Scenario scenario = test::tiny(GetParam());
  Simulation given = test::simulation(scenario);
  given.run_until(20);
  scenario.grants = {{{1}, Department::sales, 1.5, {20, 29}}};
  given.give(scenario.grants[0]);
  Simulation of_scenario = test::simulation(scenario);
  for (Simulation* one : {&given, &of_scenario}) one->run_until(40);
  EXPECT_EQ(given, of_scenario);
}

TEST_P(SimulationOf, bytes_that_were_changed_or_cut_are_refused) {
  Simulation simulation = test::simulation(test::tiny(GetParam()));
  simulation.run_until(3);
  const std::string bytes = save(simulation);
  std::string changed = bytes;
  changed[bytes.size() / 2] = static_cast<char>(changed[bytes.size() / 2] ^ 1);
  EXPECT_THROW(restore(changed), InputError);
  EXPECT_THROW(restore(bytes.substr(0, bytes.size() - 1)), InputError);
  EXPECT_THROW(restore(bytes + "x"), InputError);
  EXPECT_THROW(restore("orgsim"), InputError);
}

TEST_P(SimulationOf, a_fork_is_the_same_as_a_rerun_with_the_strategy) {
  Scenario scenario = test::tiny(GetParam());
  Simulation fork = test::simulation(scenario);
  fork.run_until(20);
  fork.assign(0, *scenario.find_strategy("embed"));
  scenario.firms[0].strategy = "embed";
  Simulation rerun = test::simulation(scenario);
  fork.run_until(60);
  rerun.run_until(60);
  EXPECT_EQ(fork, rerun);
}

TEST_P(SimulationOf, a_new_strategy_takes_over_in_its_own_week) {
  Scenario scenario = test::tiny(GetParam());
  scenario.firms[0].strategy = "embed";
  Simulation simulation = test::simulation(scenario);
  Strategy later = scenario.strategies[1];
  later.when.reset();
  later.start = 35;
  simulation.assign(1, later);
  simulation.run_until(30);
  EXPECT_FALSE(simulation.head(1).current);
  simulation.run_until(36);
  EXPECT_EQ(simulation.head(1).began, 35);
  EXPECT_EQ(simulation.head(0).began, 20);
}

INSTANTIATE_TEST_SUITE_P(Kinds, SimulationOf, testing::ValuesIn(every<MarketKind>()),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

TEST(Simulation, differs_between_replications_and_seeds_where_there_is_chance) {
  Scenario scenario = test::tiny(MarketKind::pooled);
  const auto users = [](Simulation simulation) {
    simulation.run_until(20);
    return simulation.world().census_end.users(0);
  };
  const double first = users(test::simulation(scenario, 0));
  EXPECT_EQ(users(test::simulation(scenario, 0)), first);
  EXPECT_NE(users(test::simulation(scenario, 1)), first);
  scenario.parameters.run.seed = 2;
  EXPECT_NE(users(test::simulation(scenario, 0)), first);
}

TEST(Simulation, refuses_a_scenario_that_still_holds_distributions) {
  Scenario scenario = test::scenario("[market]\ntaste = { uniform = [1, 2] }\n");
  EXPECT_THROW(Simulation(scenario, StreamKey{1, 0}), Bug);
}

}  // namespace
}  // namespace orgsim
