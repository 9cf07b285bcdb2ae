#include "experiment/play/play.hpp"

#include <gtest/gtest.h>

#include "executive/request.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const StreamKey kLuck{7, 0};

Move moved(double budget = 1) {
  return {PerMode{0.4, 0.3, 0.2, 0.1}, 0.5, 1, 0, budget};
}

Scenario small() {
  Scenario scenario = as_played(test::tiny());
  scenario.parameters.run.weeks = 52;
  return scenario;
}

// A crisis of every rival's from the first week on.
Scenario with_rivals_in_crisis() {
  Scenario scenario = small();
  scenario.parameters.lines.structure = 1;
  scenario.parameters.lines.sustain = 1;
  return scenario;
}

TEST(Play, is_the_same_game_for_the_same_moves_and_luck) {
  const Scenario scenario = small();
  const std::vector<Move> moves{moved(), moved(1.3)};
  const Played one = Table(scenario, kLuck, 26).play(moves);
  EXPECT_EQ(one.outcome, Table(scenario, kLuck, 26).play(moves).outcome);
  EXPECT_NE(one.outcome.firms[0].npv, Table(scenario, StreamKey{8, 0}, 26).play(moves).outcome.firms[0].npv);
}

TEST(Play, of_more_quarters_begins_as_that_of_fewer) {
  const Scenario scenario = small();
  std::vector<double> cash_of_two;
  std::vector<double> cash_of_three;
  const auto keep = [](std::vector<double>& cash) {
    return [&cash](const Simulation& simulation) { cash.push_back(simulation.firms().cash(0)); };
  };
  Table(scenario, kLuck, 26).play(std::vector<Move>{moved(), moved(0.8)}, keep(cash_of_two));
  Table(scenario, kLuck, 39).play(std::vector<Move>{moved(), moved(0.8), moved(1.3)}, keep(cash_of_three));
  ASSERT_EQ(cash_of_two.size(), 26);
  cash_of_three.resize(26);
  EXPECT_EQ(cash_of_two, cash_of_three);
}

TEST(Play, grants_what_the_executive_grants_before_each_quarter) {
  const Scenario scenario = small();
  Simulation after_a_quarter;
  const std::vector<Move> moves{moved(1.3), moved(1.3)};
  const Played played = Table(scenario, kLuck, 26).play(moves, [&](const Simulation& simulation) {
    if (simulation.weeks_done() == kQuarterWeeks) after_a_quarter = simulation;
  });
  ASSERT_EQ(played.granted.size(), 2);
  EXPECT_EQ(played.granted[0], 1);
  EXPECT_EQ(played.granted[1], granted_factor(after_a_quarter.world(), 0, 1.3));
}

TEST(Play, holds_the_last_move_to_the_end) {
  const Scenario scenario = small();
  double mix = 0;
  Table(scenario, kLuck, 52).play(std::vector<Move>{moved()}, [&](const Simulation& simulation) {
    mix = simulation.firms().mix(Mode::product, 0);
  });
  EXPECT_NEAR(mix, 0.2, 0.01);
}

TEST(Play, is_copied_by_rivals_in_a_crisis_but_for_its_budget) {
  const Scenario scenario = with_rivals_in_crisis();
  Simulation last;
  const std::vector<Move> moves{moved(0.7)};
  Table(scenario, kLuck, 26).play(moves, [&](const Simulation& simulation) { last = simulation; });
  EXPECT_GT(last.firms().mix(Mode::product, 1), 0.1);
  EXPECT_EQ(last.firms().budget_factor(1), 1);
  EXPECT_EQ(last.firms().budget_factor(0), 0.7);
  Table(small(), kLuck, 13).play(moves, [&](const Simulation& simulation) { last = simulation; });
  EXPECT_EQ(last.firms().mix(Mode::product, 1), last.firms().keys.of(1).marketing.mix[Mode::product]);
}

TEST(Play, judges_all_over_the_same_last_weeks) {
  const Scenario scenario = small();
  const Table table(scenario, kLuck, 52);
  const Played player = table.play(std::vector<Move>{moved()});
  const Played strategy = table.follow(scenario.strategies.front());
  const int began = 51 - static_cast<int>(scenario.parameters.lines.judge);
  EXPECT_EQ(player.outcome.began, began);
  EXPECT_EQ(strategy.outcome.began, began);
  EXPECT_NE(player.outcome.verdict, Verdict::not_begun);
  EXPECT_NE(strategy.outcome.firms[0].npv, table.untouched().outcome.firms[0].npv);
}

TEST(Play, refuses_moves_that_cannot_be_made_and_says_which) {
  const Table table(small(), kLuck, 13);
  const auto said = [&](const std::vector<Move>& moves) {
    try {
      table.play(moves);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_NE(said({moved(), moved(1.4)}).find("moves[1].budget: 1.4 is out of range; "), std::string::npos);
  Move uneven = moved();
  uneven.mix[Mode::product] = 0.9;
  EXPECT_NE(said({uneven}).find("moves[0].mix: these are not shares"), std::string::npos);
  EXPECT_NE(said(std::vector<Move>(5, moved())).find("5 quarters are decided, and the run has 4"),
            std::string::npos);
}

}  // namespace
}  // namespace orgsim
