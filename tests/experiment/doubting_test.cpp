#include "experiment/doubting.hpp"

#include <gtest/gtest.h>

#include "experiment/replication.hpp"
#include "support/ensemble.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Scenario asking(std::int64_t number, MarketKind kind = MarketKind::pooled) {
  Scenario scenario = test::tiny(kind);
  scenario.parameters.run.worlds = number;
  return scenario;
}

using test::doubted;
using test::ensemble;

TEST(Doubting, leaves_the_runs_of_the_default_world_as_they_are) {
  const Scenario scenario = asking(4);
  EXPECT_EQ(doubted(scenario, ensemble(4)).outcomes, run(scenario, RunOptions()).outcomes);
}

TEST(Doubting, runs_each_replication_in_the_world_of_its_row) {
  const Scenario scenario = asking(3);
  const WorldTable table = ensemble(3);
  const InWorlds found = *doubted(scenario, table).doubt.worlds;
  ASSERT_EQ(found.worlds(), 3);
  for (std::size_t w = 0; w < 3; ++w) {
    Scenario alone = scenario;
    alone.parameters.market.taste = table.row(w)[0];
    alone.parameters.firm.marketing.severance = table.row(w)[1];
    EXPECT_EQ(found.runs.outcomes[1][w], run(alone, RunOptions()).outcomes[1][w]) << w;
  }
}

TEST(Doubting, keeps_the_worlds_and_their_checksum) {
  const WorldTable table = ensemble(3);
  const RunResult result = doubted(asking(3), table);
  EXPECT_EQ(result.doubt.worlds->keys, table.paths);
  EXPECT_EQ(result.doubt.worlds->values, table.numbers);
  EXPECT_EQ(result.scenario.parameters.run.worlds_checksum, "0");
}

TEST(Doubting, gives_the_same_on_any_number_of_threads) {
  const Scenario scenario = asking(40, MarketKind::mean_field);
  const WorldTable table = ensemble(40);
  EXPECT_EQ(doubted(scenario, table, nullptr, 1), doubted(scenario, table, nullptr, 5));
}

TEST(Doubting, refuses_more_worlds_than_there_are) {
  EXPECT_THROW(doubted(asking(5), ensemble(4)), InputError);
}

TEST(Doubting, asks_for_a_world_a_replication_and_none_for_a_network) {
  Scenario scenario = test::tiny();
  EXPECT_EQ(worlds_of(scenario), 6);
  scenario.parameters.run.replications = 1000;
  EXPECT_EQ(worlds_of(scenario), 100);
  scenario.parameters.run.worlds = 0;
  EXPECT_EQ(worlds_of(scenario), 0);
  const Scenario network = test::tiny(MarketKind::network);
  EXPECT_EQ(worlds_of(network), 0);
  EXPECT_TRUE(rivals_of(network).empty());
}

TEST(Doubting, runs_rivals_that_take_the_strategy_as_a_scenario_that_says_so) {
  Scenario scenario = asking(0);
  scenario.parameters.run.rivals = std::vector{Rivals::same, Rivals::respond, Rivals::stand};
  const Doubt doubt = doubted(scenario, WorldTable()).doubt;
  ASSERT_EQ(doubt.rivals.size(), 2);  // that they stand still was run first
  Scenario same = scenario;
  for (std::size_t f = 1; f < same.firms.size(); ++f) same.firms[f].strategy = kSameAsFocal;
  EXPECT_EQ(doubt.rivals[0].runs.outcomes, run(same, RunOptions()).outcomes);
  EXPECT_NE(doubt.rivals[0].runs.outcomes, doubt.rivals[1].runs.outcomes);
}

TEST(Doubting, lets_rivals_answer_no_earlier_than_a_line_of_theirs_is_crossed) {
  Scenario scenario = test::tiny();
  for (std::size_t f = 1; f < scenario.firms.size(); ++f) scenario.firms[f].strategy = kAnswersFocal;
  const Arm arm = strategy_arm(scenario.strategies[0]);
  const std::vector<Arm> arms{baseline_arm(), arm};
  Replication replication(scenario, arms, {1, 0});
  replication.run_until(60);
  const Simulation& simulation = replication.simulation(1);
  ASSERT_EQ(simulation.head(0).began, 20);
  for (int f = 1; f < 3; ++f) {
    const auto crossed = simulation.firms().lines[static_cast<std::size_t>(f)].first_week(Crisis::any);
    ASSERT_TRUE(crossed.has_value());
    EXPECT_EQ(simulation.head(f).began, std::max(20, *crossed + 1));
  }
}

TEST(Doubting, counts_how_often_single_worlds_save) {
  Scenario scenario = asking(20);
  scenario.parameters.run.worlds_replications = 3;
  scenario.parameters.lines.budget = 0.8;  // where luck decides
  const InWorlds found = *doubted(scenario, ensemble(20)).doubt.worlds;
  ASSERT_EQ(found.spread.replications, 3);
  ASSERT_EQ(found.spread.saved.size(), scenario.strategies.size());
  ASSERT_EQ(found.spread.saved[0].size(), 20);
  for (std::size_t w = 0; w < 20; ++w) {
    const std::size_t first = saves(found.runs.outcomes[1][w].verdict) ? 1 : 0;
    EXPECT_GE(found.spread.saved[0][w], first);
    EXPECT_LE(found.spread.saved[0][w], first + 2);
  }
}

TEST(Doubting, finds_the_key_that_the_npv_hangs_on) {
  Scenario scenario = asking(20, MarketKind::mean_field);
  const InWorlds found = *doubted(scenario, ensemble(200)).doubt.worlds;
  EXPECT_EQ(found.screened, 200);
  EXPECT_EQ(found.spread.replications, 0);  // without luck all replications of a world are the same
  const Influence& influence = found.influences[0];
  EXPECT_GT(std::abs(influence.npv[0]), influence.npv_by_chance);
}

TEST(Doubting, holds_the_two_that_save_most_against_each_other) {
  Scenario scenario = asking(20, MarketKind::mean_field);
  scenario.parameters.lines.budget = 0.8;  // where worlds decide
  Strategy later = scenario.strategies.front();
  later.name = "later";
  later.start = 24;
  scenario.strategies.push_back(later);
  const InWorlds found = *doubted(scenario, ensemble(200)).doubt.worlds;
  const auto saved = [&](std::size_t s) {
    return std::count_if(found.runs.outcomes[s + 1].begin(), found.runs.outcomes[s + 1].end(),
                         [](const Outcome& outcome) { return saves(outcome.verdict); });
  };
  std::vector<std::ptrdiff_t> all;
  for (std::size_t s = 0; s < scenario.strategies.size(); ++s) all.push_back(saved(s));
  std::sort(all.rbegin(), all.rend());
  ASSERT_GE(all.at(1), 1);
  ASSERT_TRUE(found.between.has_value());
  EXPECT_EQ(saved(found.between->first), all[0]);
  EXPECT_EQ(saved(found.between->second), all[1]);
  EXPECT_NE(found.between->first, found.between->second);
}

}  // namespace
}  // namespace orgsim
