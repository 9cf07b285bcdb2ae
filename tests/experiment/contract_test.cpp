// What holds for every kind of strategy in every kind of market. A new kind of either is tested by its entry
// here.
#include <gtest/gtest.h>

#include "experiment/run.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

struct Kind {
  const char* name;
  const char* keys;
};

constexpr Kind kStrategies[] = {
    {"mix", "start = 20\nramp = 4\nmix = [0.1, 0.2, 0.5, 0.2]"},
    {"ai_to_cut", "start = 20\nai_adoption = 1\nredeploy = 0"},
    {"ai_to_redeploy", "start = 20\nai_adoption = 1\nredeploy = 1\nmix = [0.2, 0.7, 0.0, 0.1]"},
    {"ceo_voice", "start = 20\nceo_voice = 0.02"},
    {"adaptive", "start = 20\nadaptive = true"},
    {"proof", "start = 20\nprove = 0.8"},
    {"cut_with_an_end", "start = 20\nduration = 12\nbudget = 0.7\nprove = 0.5\nmix = [0.5, 0.5, 0.0, 0.0]"},
    {"adaptive_with_an_end", "start = 20\nduration = 12\nadaptive = true"},
    {"triggered_with_an_end", "when = \"capability\"\nduration = 5\nceo_voice = 0.02\nbudget = 2"},
    {"triggered", "when = \"capability\"\ndelay = 2\nmix = [0.1, 0.9, 0.0, 0.0]"},
};

class Contract : public testing::TestWithParam<std::tuple<MarketKind, Kind>> {
 protected:
  Contract() {
    const auto& [market, kind] = GetParam();
    scenario_ = test::tiny(market);
    scenario_.strategies = test::scenario(std::string("[strategies.s]\n") + kind.keys).strategies;
  }
  const Strategy& strategy() const { return scenario_.strategies[0]; }

  Scenario scenario_;
};

TEST_P(Contract, begins_in_its_week_and_changes_something_from_then_on_only) {
  const Simulation baseline = [&] {
    Simulation simulation = test::simulation(scenario_);
    simulation.run_until(scenario_.parameters.run.weeks);
    return simulation;
  }();
  const std::optional<int> due = begin_week(strategy(), baseline.firms().lines[0]);
  ASSERT_TRUE(due);
  Simulation with = test::simulation(scenario_);
  with.assign(0, strategy());
  Simulation without = test::simulation(scenario_);
  with.run_until(*due);
  without.run_until(*due);
  EXPECT_EQ(with.world(), without.world());
  with.run_until(*due + 15);
  without.run_until(*due + 15);
  EXPECT_EQ(with.head(0).began, due);
  EXPECT_NE(with.world(), without.world());
}

TEST_P(Contract, a_fork_is_the_same_as_a_rerun) {
  Simulation fork = test::simulation(scenario_);
  fork.run_until(18);
  fork.assign(0, strategy());
  scenario_.firms[0].strategy = "s";
  Simulation rerun = test::simulation(scenario_);
  fork.run_until(60);
  rerun.run_until(60);
  EXPECT_EQ(fork, rerun);
}

TEST_P(Contract, is_judged_in_every_replication_in_which_it_began) {
  const RunResult result = run(scenario_, RunOptions{});
  for (const Outcome& outcome : result.outcomes[1]) {
    EXPECT_EQ(outcome.began.has_value(), outcome.verdict != Verdict::not_begun);
  }
  EXPECT_TRUE(result.outcomes[1][0].began);
}

INSTANTIATE_TEST_SUITE_P(
    All, Contract, testing::Combine(testing::ValuesIn(every<MarketKind>()), testing::ValuesIn(kStrategies)),
    [](const auto& kind) {
      return std::string(name_of(std::get<0>(kind.param))) + "_" + std::get<1>(kind.param).name;
    });

class EveryMarket : public testing::TestWithParam<MarketKind> {};

TEST_P(EveryMarket, a_strategy_without_effect_is_the_baseline_bit_for_bit) {
  Scenario scenario = test::tiny(GetParam());
  Strategy nothing = scenario.strategies[0];
  nothing.mix = scenario.parameters.firm.marketing.mix;
  nothing.ai_adoption = nothing.redeploy = 0;
  Simulation with = test::simulation(scenario);
  with.assign(0, nothing);
  Simulation without = test::simulation(scenario);
  with.run_until(60);
  without.run_until(60);
  EXPECT_EQ(with.head(0).began, nothing.start);
  EXPECT_EQ(with.world(), without.world());
}

INSTANTIATE_TEST_SUITE_P(All, EveryMarket, testing::ValuesIn(every<MarketKind>()),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

}  // namespace
}  // namespace orgsim
