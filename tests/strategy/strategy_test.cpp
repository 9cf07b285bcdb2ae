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
  EXPECT_EQ(simulation.firm(0).mix, scenario.parameters.firm.marketing.mix);
  simulation.step();
  const Firm& firm = simulation.firm(0);
  EXPECT_DOUBLE_EQ(firm.now.moving, 0.8);  // from .9 .1 0 0 to .1 .2 .5 .2
  EXPECT_DOUBLE_EQ(firm.mix[Mode::broadcast], 0.7);
  EXPECT_DOUBLE_EQ(firm.ai_adoption, 0.25);
  EXPECT_EQ(firm.redeploy, 1);
  EXPECT_EQ(simulation.head(0).began, 20);
}

TEST(Plan, leaves_alone_what_it_does_not_name) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.firm.marketing.ceo_voice = 0.01;
  scenario.strategies[0].mix.reset();
  scenario.firms[0].strategy = "embed";
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(30);
  EXPECT_EQ(simulation.firm(0).mix, scenario.parameters.firm.marketing.mix);
  EXPECT_EQ(simulation.firm(0).now.moving, 0);
  EXPECT_EQ(simulation.firm(0).ceo_voice, 0.01);
}

TEST(Trigger, begins_a_week_and_its_delay_after_the_line_was_crossed) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.firms[0].strategy = "answer";
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(60);
  const std::optional<int> crossed = simulation.firm(0).lines.first_week(Crisis::capability);
  ASSERT_TRUE(crossed);
  EXPECT_EQ(simulation.head(0).began, *crossed + 3);
}

TEST(Review, moves_effort_to_what_pays_and_keeps_a_little_of_everything) {
  Firm firm;
  firm.mix = PerMode{0.5, 0.5, 0.0, 0.0};
  firm.parameters.marketing.adapt = 0.25;
  ReviewSums sums;
  sums.value = PerMode{1, 3, 0, 0};
  sums.spend = PerMode{1, 1, 0, 0};
  review_mix(sums, firm);
  const double a = 0.5 * std::exp(0.25 * std::log(1 / 2.0));
  const double b = 0.5 * std::exp(0.25 * std::log(3 / 2.0));
  const double c = 0.02 * std::exp(0.25 * -2);  // no spend: as bad as it gets
  EXPECT_NEAR(firm.mix[Mode::broadcast], a / (a + b + 2 * c), 1e-12);
  EXPECT_NEAR(firm.mix[Mode::performance], b / (a + b + 2 * c), 1e-12);
  EXPECT_NEAR(firm.mix[Mode::product], c / (a + b + 2 * c), 1e-12);
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
  EXPECT_EQ(simulation.firm(0).mix, start);
  simulation.step();
  const PerMode reviewed = simulation.firm(0).mix;
  EXPECT_NE(reviewed, start);
  EXPECT_EQ(simulation.firm(0).now.moving, 0);
  simulation.run_until(39);
  EXPECT_EQ(simulation.firm(0).mix, reviewed);
}

}  // namespace
}  // namespace orgsim
