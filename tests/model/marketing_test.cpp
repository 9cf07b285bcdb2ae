// What the second version of the model adds to marketing's work: AI that lifts craft and makes it alike,
// proof that costs effort, a strategy's own budget.
#include <gtest/gtest.h>

#include <cmath>

#include "model/week.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr auto M = Department::marketing;

// AI does .9 of craft from the start, and all firms follow the strategy from week 0 on, at once.
Scenario world_of(const std::string& strategy, MarketKind kind = MarketKind::mean_field) {
  Scenario scenario = test::tiny(kind);
  ArtificialIntelligence& ai = scenario.parameters.environment.ai;
  ai.ceiling = 0.9;
  ai.midpoint = -1000;
  ai.width = 1;
  ai.lift = ai.quality = ai.likeness = 0;
  scenario.strategies = test::scenario("[strategies.s]\nstart = 0\nramp = 1\n" + strategy).strategies;
  for (FirmEntry& firm : scenario.firms) firm.strategy = "s";
  return scenario;
}

Simulation after_a_week(const Scenario& scenario) {
  Simulation simulation = test::simulation(scenario);
  simulation.step();
  return simulation;
}

// What a change makes of the first week's effort in a mode.
template <class Change>
double effect_on_effort(Scenario scenario, Mode mode, const Change& change) {
  const double without = after_a_week(scenario).firms().effort(mode, 0);
  change(scenario.parameters);
  return after_a_week(scenario).firms().effort(mode, 0) / without;
}

// Performance is half judgement and begins at a proficiency of .2; broadcast is a quarter judgement, at 1.
TEST(Ai, lifts_craft_towards_full_skill_so_that_the_unskilled_gain_most) {
  const Scenario scenario = world_of("ai_adoption = 1");
  const auto lift = [](Parameters& p) { p.environment.ai.lift = 0.3; };
  const double gap_closed = 0.3 * 0.9 * (1 - 0.5) * (1 - 0.2);
  EXPECT_NEAR(effect_on_effort(scenario, Mode::performance, lift), (0.2 + gap_closed) / 0.2, 1e-12);
  EXPECT_NEAR(effect_on_effort(scenario, Mode::broadcast, lift), 1, 1e-12);
}

TEST(Ai, raises_the_skill_of_craft_by_its_quality) {
  const Scenario scenario = world_of("ai_adoption = 1");
  const auto quality = [](Parameters& p) { p.environment.ai.quality = 0.23; };
  EXPECT_NEAR(effect_on_effort(scenario, Mode::performance, quality), 1 + 0.23 * 0.9 * 0.5, 1e-12);
  EXPECT_NEAR(effect_on_effort(scenario, Mode::broadcast, quality), 1 + 0.23 * 0.9 * 0.75, 1e-12);
}

TEST(Ai, helps_nobody_who_has_not_adopted_it) {
  const auto all = [](Parameters& p) { p.environment.ai.lift = p.environment.ai.quality = 0.3; };
  EXPECT_EQ(effect_on_effort(world_of("ai_adoption = 0"), Mode::performance, all), 1);
}

// z = sqrt(1 - rho) z_f + sqrt(rho) z_0, rho = likeness x parity x mean adoption.
TEST(Ai, makes_the_ideas_of_all_firms_alike_as_far_as_they_have_adopted_it) {
  Scenario scenario = world_of("ai_adoption = 0.8", MarketKind::pooled);
  scenario.parameters.environment.ai.likeness = 0.5;
  const Simulation simulation = after_a_week(scenario);
  const World& world = simulation.world();
  const double rho = 0.5 * 0.9 * 0.8;
  const double of_all = shock(world, Purpose::creative, 3);
  for (std::size_t f = 0; f < 3; ++f) {
    const double z = std::sqrt(1 - rho) * shock(world, Purpose::creative, f) + std::sqrt(rho) * of_all;
    EXPECT_NEAR(world.firms.creative(f), std::exp(0.4 * z - 0.08), 1e-12);
  }
}

TEST(Ai, makes_one_idea_of_all_where_it_does_everything) {
  Scenario scenario = world_of("ai_adoption = 1", MarketKind::pooled);
  scenario.parameters.environment.ai.ceiling = scenario.parameters.environment.ai.likeness = 1;
  const Simulation simulation = after_a_week(scenario);
  EXPECT_NEAR(simulation.firms().creative(1), simulation.firms().creative(0), 1e-12);
  EXPECT_NE(simulation.firms().creative(0), 1);
}

TEST(Proof, takes_effort_away_from_every_mode) {
  const auto cost = [](Parameters& p) { p.firm.marketing.prove_cost = 0.2; };
  Scenario scenario = world_of("prove = 0.5");
  scenario.parameters.firm.marketing.prove_cost = 0;
  EXPECT_NEAR(effect_on_effort(scenario, Mode::broadcast, cost), 1 - 0.2 * 0.5, 1e-12);
  EXPECT_NEAR(effect_on_effort(scenario, Mode::performance, cost), 1 - 0.2 * 0.5, 1e-12);
}

TEST(Proof, turns_credit_from_the_last_touch_to_what_was_contributed) {
  for (const double v : {0.0, 0.4, 1.0}) {
    const Simulation simulation = after_a_week(world_of("prove = " + std::to_string(v)));
    const Firms& firms = simulation.firms();
    for (const Department d : every<Department>()) {
      EXPECT_NEAR(firms.credited(d, 0), (1 - v) * firms.last_touch(d, 0) + v * firms.contributed(d, 0), 1e-9);
    }
    EXPECT_GT(std::abs(firms.last_touch(M, 0) - firms.contributed(M, 0)), 1);  // or it would not matter
  }
}

TEST(Proof, approaches_its_target_and_stays_where_no_strategy_names_it) {
  Scenario scenario = world_of("prove = 0.8");
  scenario.strategies[0].ramp = 4;
  EXPECT_DOUBLE_EQ(after_a_week(scenario).firms().proof(0), 0.2);
  EXPECT_EQ(after_a_week(world_of("mix = [1, 0, 0, 0]")).firms().proof(0), 0);
}

TEST(BudgetOfAStrategy, multiplies_marketings_alone_and_the_firm_keeps_the_difference) {
  const Simulation cut = after_a_week(world_of("budget = 0.7"));
  const Simulation whole = after_a_week(world_of("budget = 1"));
  const Firms& less = cut.firms();
  const Firms& as_ever = whole.firms();
  EXPECT_DOUBLE_EQ(less.budget(M, 0), 0.7 * as_ever.budget(M, 0));
  EXPECT_EQ(less.budget(Department::sales, 0), as_ever.budget(Department::sales, 0));
  EXPECT_NEAR(less.profit(0) - as_ever.profit(0), as_ever.cost(M, 0) - less.cost(M, 0), 1e-6);
  EXPECT_GT(less.profit(0), as_ever.profit(0));
}

TEST(BudgetOfAStrategy, is_paid_from_margin_capital_and_cash_as_far_as_they_go) {
  Scenario scenario = world_of("budget = 50");
  const double cash = test::simulation(scenario).firms().cash(0);
  const Simulation simulation = after_a_week(scenario);
  const Firms& firms = simulation.firms();
  const double affordable = 0.7 * firms.revenue(0) + firms.injection(0) + cash / 13;
  EXPECT_NEAR(firms.budget.of(0).sum(), affordable, 1e-9 * affordable);
  scenario.parameters.firm.finance.cash_start = 0;
  const Simulation poor = after_a_week(scenario);  // no more than it was, and no less
  EXPECT_NEAR(poor.firms().budget.of(0).sum(), poor.firms().total_budget(0), 1e-9 * affordable);
}

// The probe's money is that of the budget without the strategy.
TEST(BudgetOfAStrategy, comes_after_a_grant_and_leaves_what_that_pays) {
  Scenario scenario = world_of("budget = 0.7");
  scenario.grants = {{{0}, M, 1.5, {0, 0}}};
  const Simulation cut = after_a_week(scenario);
  const double share = 0.26 * cut.firms().total_budget(0);
  EXPECT_DOUBLE_EQ(cut.firms().budget(M, 0), 0.7 * 1.5 * share);
  EXPECT_DOUBLE_EQ(cut.firms().granted(0), 0.5 * share);
}

// w_m alone grows by half, so that what is made of it grows by what it and critical mass make of that.
TEST(GrantOfAMode, adds_to_the_work_of_that_mode_alone) {
  Scenario scenario = world_of("mix = [0.4, 0.3, 0.2, 0.1]");
  const Simulation without = after_a_week(scenario);
  for (const Mode mode : every<Mode>()) {
    scenario.grants = {{{0}, M, 1.5, {0, 0}, mode}};
    const Simulation with = after_a_week(scenario);
    const double critical = scenario.parameters.firm.marketing.critical;
    const double w = without.firms().per_head(M, 0) * without.firms().mix(mode, 0);
    const double grown = 1.5 * 1.5 * (w + critical) / (1.5 * w + critical);
    for (const Mode m : every<Mode>()) {
      EXPECT_NEAR(with.firms().effort(m, 0) / without.firms().effort(m, 0), m == mode ? grown : 1, 1e-12);
      EXPECT_EQ(with.firms().effort(m, 1), without.firms().effort(m, 1));
    }
  }
}

TEST(GrantOfAMode, is_paid_from_outside_and_counts_in_marketings_budget) {
  Scenario scenario = world_of("mix = [0.4, 0.3, 0.2, 0.1]\nbudget = 0.7");
  const Simulation without = after_a_week(scenario);
  scenario.grants = {{{0}, M, 1.5, {0, 0}, Mode::performance}};
  const Simulation with = after_a_week(scenario);
  const double extra = 0.5 * 0.3 * without.firms().budget(M, 0);
  EXPECT_NEAR(with.firms().budget(M, 0), without.firms().budget(M, 0) + extra, 1e-9 * extra);
  EXPECT_NEAR(with.firms().granted(0), extra, 1e-9 * extra);
  EXPECT_EQ(with.firms().budget(Department::sales, 0), without.firms().budget(Department::sales, 0));
  EXPECT_EQ(after_a_week(scenario).firms().granted(1), 0);
}

TEST(GrantOfAMode, adds_up_with_those_of_other_modes_and_may_take_away) {
  Scenario scenario = world_of("mix = [0.4, 0.3, 0.2, 0.1]");
  scenario.grants = {{{0}, M, 0, {0, 0}, Mode::broadcast}, {{0}, M, 3, {0, 0}, Mode::operations}};
  const Simulation with = after_a_week(scenario);
  EXPECT_EQ(with.firms().effort(Mode::broadcast, 0), 0);
  EXPECT_NEAR(with.firms().granted(0), (3 * 0.1 - 0.1 - 0.4) * 0.26 * with.firms().total_budget(0), 1e-6);
}

TEST(BudgetOfAStrategy, counts_in_the_real_share_where_it_cuts_and_buys_nothing_where_it_adds) {
  const auto real_share = [](const char* budget) {
    const Simulation simulation = after_a_week(world_of(budget));
    return simulation.firms().real_share(0) /
           (simulation.firms().share(M, 0) * (1 - simulation.firms().friction(M, 0)));
  };
  EXPECT_NEAR(real_share("budget = 0.7"), 0.7, 1e-12);
  EXPECT_NEAR(real_share("budget = 2"), 1, 1e-12);
}

}  // namespace
}  // namespace orgsim
