// How a strategy is judged, rule by rule, on weeks made by hand.
#include "experiment/outcome.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

struct Span {
  int weeks;
  std::vector<Line> crossed;
  double centrality = 0.1;
};

OutcomeTracker followed(const std::vector<Span>& spans) {
  World world = test::simulation(test::tiny()).world();
  OutcomeTracker tracker(world.firms.size());
  for (const Span& span : spans) {
    for (int i = 0; i < span.weeks; ++i) {
      ++world.week;
      LineState& lines = world.firms[0].lines;
      lines.crossed = {};
      for (const Line line : span.crossed) lines.crossed[static_cast<std::size_t>(line)] = true;
      lines.level = static_cast<int>(span.crossed.size());
      world.firms[0].now.centrality[Department::marketing] = span.centrality;
      tracker.observe(world);
    }
  }
  return tracker;
}

const std::vector<Line> kNone;
const std::vector<Line> kBudget{Line::budget};
const std::vector<Line> kTwo{Line::budget, Line::structure};

Verdict judged(const std::vector<Span>& baseline, const std::vector<Span>& run, int began = 20,
               int judge = 100) {
  LineParameters lines;
  lines.judge = judge;
  return OutcomeTracker::judge(followed(baseline), followed(run), began, lines);
}

TEST(Judge, averted_needs_a_baseline_that_was_marginalised_in_the_span) {
  EXPECT_EQ(judged({{50, kNone}, {100, kTwo}}, {{150, kNone}}), Verdict::averted);
  EXPECT_EQ(judged({{150, kNone}}, {{150, kNone}}), Verdict::contained);
  // The span ends in week 120.
  EXPECT_EQ(judged({{121, kNone}, {29, kTwo}}, {{150, kNone}}), Verdict::contained);
  EXPECT_EQ(judged({{120, kNone}, {30, kTwo}}, {{150, kNone}}), Verdict::averted);
}

TEST(Judge, reversed_needs_a_clear_last_half_year_after_marginalisation) {
  EXPECT_EQ(judged({{10, kTwo}, {140, kNone}}, {{10, kTwo}, {140, kNone}}), Verdict::reversed);
  EXPECT_EQ(judged({{150, kTwo}}, {{40, kNone}, {40, kTwo}, {70, kNone}}), Verdict::reversed);
  // Weeks 95 to 120 are the verdict's.
  EXPECT_EQ(judged({{150, kTwo}}, {{95, kTwo}, {55, kNone}}), Verdict::reversed);
  EXPECT_EQ(judged({{150, kTwo}}, {{96, kTwo}, {54, kNone}}), Verdict::lost);
}

TEST(Judge, transformed_is_smaller_and_central) {
  EXPECT_EQ(judged({{150, kTwo}}, {{150, kBudget, 0.16}}), Verdict::transformed);
  EXPECT_EQ(judged({{150, kTwo}}, {{150, kBudget, 0.15}}), Verdict::contained);
  EXPECT_EQ(judged({{150, kTwo}}, {{150, {Line::capability}, 0.5}}), Verdict::contained);
}

TEST(Judge, lost_is_what_is_left) {
  EXPECT_EQ(judged({{150, kTwo}}, {{150, kTwo, 0.5}}), Verdict::lost);
}

TEST(Judge, ends_with_the_run_if_that_comes_first) {
  EXPECT_EQ(judged({{60, kTwo}}, {{34, kTwo}, {26, kNone}}, 20, 260), Verdict::reversed);
  EXPECT_EQ(judged({{60, kTwo}}, {{35, kTwo}, {25, kNone}}, 20, 260), Verdict::lost);
}

TEST(Outcome, values_profits_and_the_customers_in_hand_at_the_end) {
  const Scenario scenario = test::tiny(MarketKind::mean_field);
  Simulation simulation = test::simulation(scenario);
  OutcomeTracker tracker(3);
  double npv = 0;
  PerDepartment budget;
  for (int t = 0; t < 30; ++t) {
    simulation.step();
    tracker.observe(simulation.world());
    npv += std::exp(-0.002 * t) * simulation.firm(1).now.profit;
    budget += simulation.firm(1).now.budget;
  }
  npv +=
      std::exp(-0.002 * 30) * simulation.world().census_end.users[1] * simulation.firm(1).now.lifetime_value;
  const Outcome outcome = tracker.outcome(simulation);
  EXPECT_DOUBLE_EQ(outcome.firms[1].npv, npv);
  EXPECT_EQ(outcome.firms[1].budget_total, budget);
  EXPECT_EQ(outcome.firms[1].share_end, simulation.firm(1).share);
  EXPECT_EQ(outcome.verdict, Verdict::not_begun);
}

}  // namespace
}  // namespace orgsim
