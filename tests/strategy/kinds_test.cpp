// What holds for every kind of strategy in strategy/all.hpp; each is tried with all of its keys given.
#include <gtest/gtest.h>

#include <set>

#include "core/walk.hpp"
#include "engine/snapshot.hpp"
#include "strategy/all.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr int kBegins = 20;

// Gives each key another value than its default.
struct Given {
  void operator()(const Field& /*field*/, bool& value) const { value = !value; }
  void operator()(const Field& field, double& value) const {
    const double other = value == 0.5 ? 0.75 : 0.5;
    value = field.range.holds(other) ? other : field.range.low + 1;
  }
  void operator()(const Field& field, std::int64_t& value) const {
    value = field.range.holds(static_cast<double>(value + 1)) ? value + 1 : value - 1;
  }
  void operator()(const Field& field, PerMode& values) const {
    values = PerMode::all(field.has(Trait::sums_to_one) ? 1.0 / count_of<Mode> : 0.5);
  }
  template <class Value>
  void operator()(const Field& field, std::optional<Value>& value) const {
    value.emplace();
    (*this)(field, *value);
  }
};

template <class Kind>
Strategy with_all_keys() {
  Strategy strategy;
  strategy.name = "s";
  strategy.start = kBegins;
  Kind& kind = strategy;
  Kind::fields(kind, Given());
  return strategy;
}

Simulation led_by(const Strategy& strategy) {
  Scenario scenario = test::tiny();
  scenario.strategies = {strategy};
  scenario.firms[0].strategy = strategy.name;
  return test::simulation(scenario);
}

template <class Kind>
class KindOfStrategy : public testing::Test {};

template <class Kinds>
struct TypesOf;
template <class... Kinds>
struct TypesOf<KindsOf<Kinds...>> {
  using Type = testing::Types<Kinds...>;
};
TYPED_TEST_SUITE(KindOfStrategy, TypesOf<StrategyKinds>::Type);

TYPED_TEST(KindOfStrategy, does_something_from_its_first_week_on_and_keeps_shares_shares) {
  Simulation with = led_by(with_all_keys<TypeParam>());
  Simulation without = test::simulation(test::tiny());
  with.run_until(kBegins);
  without.run_until(kBegins);
  EXPECT_EQ(with.world(), without.world());
  for (int week = kBegins; week < 50; ++week) {
    with.step();
    const Firms& firms = with.firms();
    EXPECT_NEAR(firms.mix.of(0).sum(), 1, 1e-12);
    EXPECT_GE(firms.mix.of(0).minCoeff(), 0);
    for (const OfFirms* share : {&firms.ai_adoption, &firms.redeploy, &firms.proof}) {
      EXPECT_GE((*share)(0), 0);
      EXPECT_LE((*share)(0), 1);
    }
    EXPECT_GE(firms.budget_factor(0), 0);
  }
  without.run_until(50);
  EXPECT_NE(with.world(), without.world());
}

TYPED_TEST(KindOfStrategy, goes_on_the_same_from_a_fork_a_copy_and_bytes) {
  const Strategy strategy = with_all_keys<TypeParam>();
  Simulation whole = led_by(strategy);
  Simulation forked = test::simulation(test::tiny());
  forked.run_until(kBegins);
  forked.assign(0, strategy);
  whole.run_until(33);
  forked.run_until(33);
  EXPECT_EQ(forked.world(), whole.world());
  const Simulation copy = whole;
  Simulation restored = restore(save(whole));
  EXPECT_EQ(restored.head(0), copy.head(0));
  whole.run_until(50);
  restored.run_until(50);
  EXPECT_EQ(restored.world(), whole.world());
}

TYPED_TEST(KindOfStrategy, is_over_when_its_weeks_are) {
  Strategy strategy = with_all_keys<TypeParam>();
  strategy.duration = 5;
  strategy.ramp = 1;
  Simulation simulation = led_by(strategy);
  simulation.run_until(kBegins);
  const Firms before = simulation.firms();
  simulation.run_until(kBegins + 6);
  const Firms& after = simulation.firms();
  EXPECT_TRUE(after.mix.of(0).isApprox(before.mix.of(0), 1e-12));
  EXPECT_EQ(after.ai_adoption(0), before.ai_adoption(0));
  EXPECT_EQ(after.redeploy(0), before.redeploy(0));
  EXPECT_EQ(after.proof(0), before.proof(0));
  EXPECT_EQ(after.ceo_voice(0), before.ceo_voice(0));
  EXPECT_EQ(after.budget_factor(0), 1);
}

TEST(KindsOfStrategies, leave_marketing_alone_while_no_key_of_theirs_is_given) {
  Strategy nothing;
  nothing.name = "s";
  nothing.start = kBegins;
  Simulation with = led_by(nothing);
  Simulation without = test::simulation(test::tiny());
  with.run_until(50);
  without.run_until(50);
  EXPECT_EQ(with.head(0).began, kBegins);
  EXPECT_EQ(with.world(), without.world());
}

TEST(KindsOfStrategies, have_keys_of_different_names) {
  std::set<std::string> names;
  const Strategy strategy;
  walk(strategy, "", [&](const std::string& name, const Field&, const auto&) {
    EXPECT_TRUE(names.insert(name).second) << name;
  });
  EXPECT_GT(names.size(), 10U);
}

TEST(Purposes, leave_a_range_to_kinds_that_others_add) {
  EXPECT_LT(Purpose::design, Purpose::others);
  const StreamKey key{1, 0};
  const auto last = static_cast<Purpose>(255);
  EXPECT_NE(key.counter(Purpose::others, 0xFFFFFF, 0), key.counter(last, 0xFFFFFF, 0));
  EXPECT_EQ(key.counter(last, 0, 0)[2] >> 24U, 255U);
}

}  // namespace
}  // namespace orgsim
