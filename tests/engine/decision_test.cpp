#include "engine/decision.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engine/series.hpp"
#include "engine/simulation.hpp"
#include "engine/snapshot.hpp"
#include "support/copies.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const PerDepartment kShares{0.1, 0.6, 0.2, 0.1};
const PerMode kMix{0.1, 0.2, 0.5, 0.2};

Simulation running(int weeks) {
  Simulation simulation = test::simulation(test::tiny(MarketKind::pooled));
  simulation.run_until(weeks);
  return simulation;
}

double series(const Simulation& simulation, std::string_view name, std::size_t i) {
  for (const Quantity& one : run_series()) {
    if (one.name == name) return one.value(simulation.world(), 0, i);
  }
  throw Bug("there is such a series");
}

TEST(Decision, shares_hold_in_the_next_week_and_the_executive_goes_on_from_them) {
  Simulation simulation = running(10);
  simulation.decide(0, {.share = kShares});
  simulation.step();
  const Firms& firms = simulation.firms();
  for (const Department d : every<Department>()) {
    EXPECT_DOUBLE_EQ(firms.budget(d, 0), firms.total_budget(0) * kShares[d]);
    EXPECT_NEAR(firms.share(d, 0), kShares[d], 0.02);
  }
  EXPECT_FALSE(firms.share.of(0) == kShares);
}

TEST(Decision, what_is_held_stays_until_it_is_decided_anew) {
  Simulation simulation = running(10);
  simulation.decide(0, {.share = kShares, .mix = kMix, .hold = true});
  simulation.run_until(30);
  EXPECT_EQ(simulation.firms().share.of(0), kShares);
  EXPECT_EQ(simulation.firms().mix.of(0), kMix);
  simulation.decide(0, {.share = kShares});
  simulation.step();
  EXPECT_FALSE(simulation.firms().share.of(0) == kShares);
}

TEST(Decision, the_week_before_is_shown_as_it_was_and_the_audit_sums_to_what_is_shown) {
  Simulation simulation = running(10);
  const double before = series(simulation, "share", 1);
  const double mix_before = series(simulation, "mix", 2);
  simulation.decide(0, {.share = PerDepartment::all(0.25), .mix = kMix});
  simulation.decide(0, {.share = kShares});
  EXPECT_EQ(series(simulation, "share", 1), before);
  EXPECT_EQ(series(simulation, "mix", 2), mix_before);
  simulation.step();
  EXPECT_EQ(series(simulation, "mix", 2), kMix(2));
  double change = 0;
  for (const Quantity& term : audit_series()) change += term.value(simulation.world(), 0, 1);
  EXPECT_NEAR(change, std::log(series(simulation, "share", 1) / before), 1e-12);
}

TEST(Decision, the_firm_pays_for_a_factor_on_marketings_budget) {
  Simulation plain = running(10);
  Simulation doubled = plain;
  doubled.decide(0, {.marketing_budget = 2.0});
  plain.step();
  doubled.step();
  const Firms& as_ever = plain.firms();
  const Firms& now = doubled.firms();
  EXPECT_DOUBLE_EQ(now.budget(Department::marketing, 0), 2 * as_ever.budget(Department::marketing, 0));
  EXPECT_EQ(now.budget(Department::sales, 0), as_ever.budget(Department::sales, 0));
  EXPECT_EQ(now.granted(0), 0);
  EXPECT_GT(now.cost.of(0).sum(), as_ever.cost.of(0).sum());
  doubled.decide(0, {.marketing_budget = 0.0});
  doubled.run_until(14);
  EXPECT_EQ(doubled.firms().budget(Department::marketing, 0), 0);
}

TEST(Decision, a_mix_disturbs_in_its_first_week_and_a_strategy_goes_on_from_it) {
  Scenario scenario = test::tiny(MarketKind::pooled);
  Simulation simulation = test::simulation(scenario);
  simulation.assign(0, *scenario.find_strategy("embed"));
  simulation.run_until(30);
  const PerMode before = simulation.firms().mix.of(0);
  const PerMode other{0.4, 0.3, 0.2, 0.1};
  simulation.decide(0, {.mix = other});
  simulation.step();
  EXPECT_EQ(simulation.firms().mix.of(0), other);
  EXPECT_DOUBLE_EQ(simulation.firms().moving(0), (other - before).abs().sum() / 2);
  simulation.step();
  EXPECT_FALSE(simulation.firms().mix.of(0) == other);
}

TEST(Decision, a_mix_leaves_the_review_of_the_weeks_before_as_it_was) {
  Scenario scenario = test::tiny(MarketKind::pooled);
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(3);
  Simulation decided = simulation;
  decided.decide(0, {.mix = kMix});
  simulation.step();
  decided.step();
  EXPECT_EQ(simulation.head(0).since_review, decided.head(0).since_review);
}

TEST(Decision, is_part_of_the_state_before_and_after_it_takes_hold) {
  Simulation original = running(10);
  const Simulation as_ever = original;
  original.decide(0, {.share = kShares, .marketing_budget = 0.5, .mix = kMix, .hold = true});
  EXPECT_NE(original, as_ever);
  test::expect_goes_on_the_same(original, 25);
}

TEST(Decision, what_is_wrong_is_refused_and_changes_nothing) {
  Simulation simulation = running(10);
  const Simulation before = simulation;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  const Decision wrong[] = {{},
                            {.hold = true},
                            {.share = PerDepartment{0.5, 0.5, 0.5, -0.5}},
                            {.share = PerDepartment::all(0.5)},
                            {.share = PerDepartment{nan, 0.5, 0.5, 0}, .mix = kMix},
                            {.share = kShares, .mix = PerMode::all(1)},
                            {.share = kShares, .marketing_budget = -1.0},
                            {.marketing_budget = nan},
                            {.marketing_budget = infinite},
                            {.marketing_budget = 2.0, .hold = true}};
  for (const Decision& decision : wrong) {
    EXPECT_THROW(simulation.decide(0, decision), InputError);
    EXPECT_EQ(simulation, before);
  }
}

}  // namespace
}  // namespace orgsim
