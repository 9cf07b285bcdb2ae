// A strategy that lasts for some weeks, such as "marketing 30 % down for two years".
#include <gtest/gtest.h>

#include "experiment/run.hpp"
#include "report/summary.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr auto M = Department::marketing;

// In force in weeks 20 to 29.
Scenario world_with(const std::string& strategy) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.strategies = test::scenario("[strategies.s]\nstart = 20\nduration = 10\n" + strategy).strategies;
  scenario.firms[0].strategy = "s";
  return scenario;
}

Simulation after(int weeks, const Scenario& scenario) {
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(weeks);
  return simulation;
}

TEST(Ending, brings_back_at_once_what_began_at_once) {
  Scenario scenario = world_with("ceo_voice = 0.02\nbudget = 0.7");
  scenario.parameters.firm.marketing.ceo_voice = 0.01;
  const Simulation last = after(30, scenario);
  EXPECT_EQ(last.firms().ceo_voice(0), 0.02);
  EXPECT_EQ(last.firms().budget_factor(0), 0.7);
  const Simulation over = after(31, scenario);
  EXPECT_EQ(over.firms().ceo_voice(0), 0.01);
  EXPECT_EQ(over.firms().budget_factor(0), 1);
  EXPECT_NEAR(over.firms().budget(M, 0), last.firms().share(M, 0) * over.firms().total_budget(0), 1e-6);
}

TEST(Ending, brings_back_by_its_ramp_what_moved_by_it_and_costs_effort_again) {
  const Scenario scenario =
      world_with("ramp = 4\nmix = [0.1, 0.9, 0, 0]\nai_adoption = 1\nredeploy = 0.8\nprove = 0.8");
  const Simulation last = after(30, scenario);
  const Simulation over = after(31, scenario);
  const PerMode found = scenario.parameters.firm.marketing.mix;
  const PerMode mix = last.firms().mix.of(0);
  EXPECT_LT((over.firms().mix.of(0) - (mix + (found - mix) / 4)).abs().maxCoeff(), 1e-12);
  EXPECT_NEAR(over.firms().moving(0), (found - mix).abs().sum() / 2, 1e-12);
  EXPECT_NEAR(over.firms().ai_adoption(0), 0.75 * last.firms().ai_adoption(0), 1e-12);
  EXPECT_NEAR(over.firms().redeploy(0), 0.75 * 0.8, 1e-12);
  EXPECT_NEAR(over.firms().proof(0), 0.75 * last.firms().proof(0), 1e-12);
  EXPECT_LT((after(60, scenario).firms().mix.of(0) - found).abs().maxCoeff(), 1e-3);
}

// What the head had made of the mix by then is what its reviews leave behind.
TEST(Ending, ends_the_reviews_of_an_adaptive_head_and_brings_back_the_mix_it_found) {
  const Simulation over = after(60, world_with("adaptive = true\nramp = 1"));
  const PerMode found = after(20, world_with("adaptive = true")).firms().mix.of(0);
  EXPECT_LT((over.firms().mix.of(0) - found).abs().maxCoeff(), 1e-12);
}

// The line stays crossed, but the strategy has had its turn.
TEST(Ending, is_not_followed_by_another_beginning) {
  Scenario scenario = world_with("budget = 0.7");
  Strategy& strategy = scenario.strategies[0];
  strategy.start.reset();
  strategy.when = Crisis::capability;
  strategy.duration = 2;
  const Simulation simulation = after(60, scenario);
  const std::optional<int> crossed = simulation.firms().lines[0].first_week(Crisis::capability);
  ASSERT_TRUE(crossed && *crossed < 50);
  EXPECT_TRUE(simulation.firms().lines[0].is_crossed(Line::capability));
  EXPECT_EQ(simulation.head(0).began, *crossed + 1);
  EXPECT_EQ(simulation.firms().budget_factor(0), 1);
}

TEST(Ending, of_a_strategy_that_another_follows_does_not_come_any_more) {
  Scenario scenario = world_with("budget = 0.7");
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(24);
  Strategy next = scenario.strategies[0];
  next.name = "next";
  next.start = 25;
  next.duration.reset();
  next.budget = 0.9;
  simulation.assign(0, next);
  simulation.run_until(40);
  EXPECT_EQ(simulation.firms().budget_factor(0), 0.9);
}

// "Marketing 30 % down for two years" against doing nothing.
TEST(Ending, of_a_cut_leaves_less_goodwill_and_a_verdict_in_the_summary) {
  Scenario scenario = test::tiny();
  scenario.parameters.run.weeks = 80;
  scenario.strategies =
      test::scenario("[strategies.cut]\nlabel = \"Down\"\nstart = 20\nduration = 40\nbudget = 0.7")
          .strategies;
  const RunResult result = run(scenario, RunOptions{});
  for (const Outcome& outcome : result.outcomes[1]) {
    EXPECT_EQ(outcome.began, 20);
    EXPECT_NE(outcome.verdict, Verdict::not_begun);
    EXPECT_TRUE(outcome.standing);
  }
  EXPECT_NE(to_text(summarise(result), false).find("Down"), std::string::npos);
  Scenario with = scenario;
  with.firms[0].strategy = "cut";
  EXPECT_LT(after(60, with).firms().goodwill(0), after(60, scenario).firms().goodwill(0));
}

// Performance has the higher last touch per money, the product mode the higher contribution.
double share_of_performance(double accountability) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.measurement.accountability = accountability;
  scenario.parameters.firm.marketing.mix = PerMode{0.3, 0.3, 0.2, 0.2};
  scenario.strategies = test::scenario("[strategies.s]\nstart = 0\nadaptive = true").strategies;
  scenario.firms[0].strategy = "s";
  return after(60, scenario).firms().mix(Mode::performance, 0);
}

TEST(AdaptiveHead, does_what_the_executive_counts_the_more_it_is_held_to_account) {
  EXPECT_GT(share_of_performance(1), share_of_performance(0.5) + 0.02);
  EXPECT_GT(share_of_performance(0.5), share_of_performance(0) + 0.02);
}

}  // namespace
}  // namespace orgsim
