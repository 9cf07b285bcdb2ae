#include "strategy/strategy.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "strategy/adaptive.hpp"
#include "strategy/head.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

TEST(BeginWeek, is_the_start_or_follows_the_crisis_by_its_delay) {
  Strategy strategy;
  LineState lines;
  EXPECT_EQ(begin_week(strategy, lines), std::nullopt);
  strategy.when = Crisis::structure;
  strategy.delay = 3;
  EXPECT_EQ(begin_week(strategy, lines), std::nullopt);
  lines.first[static_cast<std::size_t>(Crisis::structure)] = 40;
  EXPECT_EQ(begin_week(strategy, lines), 44);
  strategy.when.reset();
  strategy.start = 7;
  EXPECT_EQ(begin_week(strategy, lines), 7);
}

TEST(Plan, takes_its_first_step_in_its_first_week) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.firms[0].strategy = "embed";
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(20);
  EXPECT_EQ(simulation.firms().mix.of(0), scenario.parameters.firm.marketing.mix);
  simulation.step();
  const Firms& firms = simulation.firms();
  EXPECT_DOUBLE_EQ(firms.moving(0), 0.8);  // from .9 .1 0 0 to .1 .2 .5 .2
  EXPECT_DOUBLE_EQ(firms.mix(Mode::broadcast, 0), 0.7);
  EXPECT_DOUBLE_EQ(firms.ai_adoption(0), 0.25);
  EXPECT_EQ(firms.redeploy(0), 1);
  EXPECT_EQ(simulation.head(0).began, 20);
}

TEST(Plan, leaves_alone_what_it_does_not_name) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.marketing.ceo_voice = 0.01;
  scenario.strategies[0].mix.reset();
  scenario.firms[0].strategy = "embed";
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(30);
  EXPECT_EQ(simulation.firms().mix.of(0), scenario.parameters.firm.marketing.mix);
  EXPECT_EQ(simulation.firms().moving(0), 0);
  EXPECT_EQ(simulation.firms().ceo_voice(0), 0.01);
}

TEST(Trigger, begins_a_week_and_its_delay_after_the_line_was_crossed) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.firms[0].strategy = "answer";
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(60);
  const std::optional<int> crossed = simulation.firms().lines[0].first_week(Crisis::capability);
  ASSERT_TRUE(crossed);
  EXPECT_EQ(simulation.head(0).began, *crossed + 3);
}

TEST(Review, moves_effort_to_what_pays_and_keeps_a_little_of_everything) {
  World world = test::simulation(test::tiny()).world();
  Firms& firms = world.firms;
  firms.mix.set(0, PerMode{0.5, 0.5, 0.0, 0.0});
  Reviewed reviewed;
  reviewed.last_touch = reviewed.contributed = PerMode{1, 3, 0, 0};
  reviewed.spend = PerMode{1, 1, 0, 0};
  NoState none;
  Adaptive{true}.review(none, {world, 0, 1}, reviewed);
  const double a = 0.5 * std::exp(0.25 * std::log(1 / 2.0));
  const double b = 0.5 * std::exp(0.25 * std::log(3 / 2.0));
  const double c = 0.02 * std::exp(0.25 * -2);  // no spend: as bad as it gets
  EXPECT_NEAR(firms.mix(Mode::broadcast, 0), a / (a + b + 2 * c), 1e-12);
  EXPECT_NEAR(firms.mix(Mode::performance, 0), b / (a + b + 2 * c), 1e-12);
  EXPECT_NEAR(firms.mix(Mode::product, 0), c / (a + b + 2 * c), 1e-12);
}

TEST(AdaptiveHead, reviews_at_multiples_of_its_review_weeks_only) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.strategies[0] = Strategy();
  scenario.strategies[0].name = "adaptive";
  scenario.strategies[0].start = 20;
  scenario.strategies[0].adaptive = true;
  scenario.firms[0].strategy = "adaptive";
  Simulation simulation = test::simulation(scenario);
  const PerMode start = scenario.parameters.firm.marketing.mix;
  simulation.run_until(26);
  EXPECT_EQ(simulation.firms().mix.of(0), start);
  simulation.step();
  const PerMode reviewed = simulation.firms().mix.of(0);
  EXPECT_NE(reviewed, start);
  EXPECT_EQ(simulation.firms().moving(0), 0);
  simulation.run_until(39);
  EXPECT_EQ(simulation.firms().mix.of(0), reviewed);
}

}  // namespace
}  // namespace orgsim
