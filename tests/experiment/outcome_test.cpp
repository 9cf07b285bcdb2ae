// What is kept of a run.
#include "experiment/outcome.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

TEST(Outcome, values_profits_and_the_customers_in_hand_at_the_end) {
  const Scenario scenario = test::tiny(MarketKind::mean_field);
  Simulation simulation = test::simulation(scenario);
  OutcomeTracker tracker(3);
  double npv = 0;
  PerDepartment budget;
  for (int t = 0; t < 30; ++t) {
    simulation.step();
    tracker.observe(simulation.world());
    npv += std::exp(-0.002 * t) * simulation.firms().profit(1);
    budget += simulation.firms().budget.of(1);
  }
  npv += std::exp(-0.002 * 30) * simulation.firms().users_end(1) * simulation.firms().ltv(1);
  const Outcome outcome = tracker.outcome(simulation);
  EXPECT_DOUBLE_EQ(outcome.firms[1].npv, npv);
  EXPECT_EQ(outcome.firms[1].budget_total, budget);
  EXPECT_EQ(outcome.firms[1].share_end, simulation.firms().share.of(1));
  EXPECT_EQ(outcome.verdict, Verdict::not_begun);
}

TEST(Outcome, is_the_same_where_nobody_came_through_a_channel_in_both) {
  const double nan = std::nan("");
  FirmOutcome one;
  one.margin_per_customer = PerChannel{1, nan, 2, 3, 4};
  FirmOutcome other = one;
  EXPECT_EQ(one, other);
  other.margin_per_customer = PerChannel{1, 5, 2, 3, 4};
  EXPECT_NE(one, other);
  other.margin_per_customer.reset();
  EXPECT_NE(one, other);
}

TEST(Outcome, follows_where_the_focal_firms_marketing_is_and_which_lines_it_has_crossed) {
  const Scenario scenario = test::scenario(R"(
    market.kind = "mean_field"
    environment.ai = { ceiling = 0.9, midpoint = 20, width = 5 }
    environment.climate = [[0, 1], [10, 0]]
    lines = { budget = 0.9, sustain = 2 }
  )");
  Simulation simulation = test::simulation(scenario);
  OutcomeTracker tracker(3);
  LineState found;
  for (int t = 0; t < 60; ++t) {
    simulation.step();
    tracker.observe(simulation.world());
    const Position& now = tracker.positions().back();
    EXPECT_EQ(now.real_share, simulation.firms().real_share(0));
    EXPECT_EQ(now.initial_share, 0.26);
    EXPECT_EQ(now.centrality, simulation.firms().centrality(Department::marketing, 0));
    EXPECT_EQ(now.non_substitutability, simulation.firms().non_substitutability(Department::marketing, 0));
    const LineParameters& lines = simulation.world().parameters.lines;
    found.count(beyond(now, lines, 1), lines.sustain);
    EXPECT_EQ(found.crossed, simulation.firms().lines[0].crossed);
  }
  EXPECT_EQ(tracker.positions().size(), 60U);
  EXPECT_TRUE(found.is_crossed(Line::budget));
}

}  // namespace
}  // namespace orgsim
