#include "experiment/explain/against.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "experiment/explain/effects.hpp"
#include "experiment/explain/explain.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

std::vector<std::string> names(const Scenario& here, const Scenario& there) {
  std::vector<std::string> names;
  for (const KeyGroup& group : groups_of_differences(here, there)) names.push_back(group.name());
  return names;
}

std::string complaint(const Scenario& here, const Scenario& there) {
  try {
    groups_of_differences(here, there);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Differences, are_the_keys_that_differ) {
  const Scenario here = test::scenario("market.taste = 2\nexecutive.eta = 0.01\nrun.seed = 7\ntitle = \"a\"");
  const Scenario there = test::scenario("market.taste = 3\nenvironment.climate = [[0, 0.5]]");
  EXPECT_EQ(names(here, there),
            (std::vector<std::string>{"environment.climate", "executive.eta", "market.taste"}));
}

TEST(Differences, of_a_firm_are_what_it_has_for_its_own) {
  const std::string firms = "[[firms]]\n[[firms]]\n";
  const Scenario here = test::scenario(firms + "talent = 1.3\n");
  const Scenario there = test::scenario(firms);
  EXPECT_EQ(names(here, there), std::vector<std::string>{"firms[1].talent"});
  const std::vector<KeyGroup> groups = groups_of_differences(here, there);
  EXPECT_EQ(with_groups(here, there, groups, 1).firms, here.firms);
  EXPECT_EQ(with_groups(there, here, groups, 1).firms, there.firms);
}

TEST(Differences, in_the_classes_of_adopters_are_one_group_however_many_there_are) {
  const Scenario here = test::scenario("market.mass = [0.5, 0.5]\nmarket.resistance = [1, 2]");
  const Scenario there = test::scenario("market.mass = [0.4, 0.6]\nmarket.resistance = [1, 3]");
  EXPECT_EQ(names(here, there), std::vector<std::string>{"market.mass, market.resistance"});
}

TEST(Differences, in_what_shapes_the_run_are_refused) {
  const std::string found = complaint(test::scenario("run.weeks = 60"), test::scenario("run.weeks = 61"));
  EXPECT_NE(found.find("run.weeks"), std::string::npos) << found;
  EXPECT_NE(found.find("shapes the run"), std::string::npos) << found;
}

TEST(Differences, there_must_be_some) {
  EXPECT_NE(complaint(test::tiny(), test::tiny()).find("are the same"), std::string::npos);
}

TEST(Differences, of_strategies_that_nobody_follows_are_none) {
  Scenario here = test::tiny();
  here.strategies.front().ramp = 9;
  EXPECT_NE(complaint(here, test::tiny()).find("are the same"), std::string::npos);
}

TEST(Differences, that_a_check_binds_form_one_group) {
  const Scenario here =
      test::scenario("market.mass = [0.5, 0.5]\nmarket.resistance = [0, 1]\nmarket.taste = 2");
  const Scenario there = test::scenario("");
  EXPECT_EQ(names(here, there), (std::vector<std::string>{"market.mass, market.resistance", "market.taste"}));
}

TEST(Against, goes_from_the_other_scenario_to_this_one) {
  Scenario other = test::tiny();
  other.parameters.market.taste = 1.5;
  other.parameters.environment.climate = {{{0, 1.0}}};
  UnitsAsked asked = test::asked(test::tiny());
  asked.against = other;
  const UnitsResult result = run_units(plan_explain(asked), {});
  EXPECT_EQ(result.shape.axis("coalition").labels[1], "environment.climate");
  const UnitsResult own = test::ran("explain", test::tiny());
  const UnitsResult others = test::ran("explain", other);
  const std::size_t values = kExplained.size();
  for (std::size_t u = 0; u < 6; ++u) {
    EXPECT_TRUE(std::ranges::equal(result.of(u).first(values), others.of(u).last(values)));
    EXPECT_TRUE(std::ranges::equal(result.of(u).last(values), own.of(u).last(values)));
  }
}

TEST(Against, samples_orders_of_many_groups_and_still_sums_to_the_whole) {
  const Scenario here = test::tiny(MarketKind::mean_field);
  Scenario other = here;
  auto& market = other.parameters.market;
  market.taste *= 0.9;
  for (double* key : {&market.contact.broadcast, &market.contact.performance, &market.contact.sales,
                      &market.contact.organic, &market.contact.word_of_mouth, &market.choice.quality,
                      &market.choice.goodwill, &market.choice.closing, &market.choice.switch_cost,
                      &market.retention.habit_up, &market.retention.rebound})
    *key *= 0.95;
  UnitsAsked asked = test::asked(here, "orders = 4");
  asked.against = other;
  asked.scenario.parameters.run.rivals = std::vector<Rivals>{};
  const UnitsPlan plan = plan_explain(asked);
  EXPECT_EQ(plan.axes.front().name, "order");
  const UnitsResult result = run_units(plan, {});
  const Explanation explanation = explanation_of(result);
  EXPECT_FALSE(explanation.exact);
  EXPECT_EQ(explanation.players.size(), 12U);
  for (const ExplainedValue& value : explanation.variants.front().values) {
    double sum = 0;
    for (const Effect& effect : value.effects) sum += effect.mean;
    EXPECT_NEAR(sum, value.whole.mean, 1e-12 * std::max(std::abs(value.none.mean), std::abs(value.all.mean)));
    EXPECT_GE(value.sampling_error, 0);
  }
  // One run has no luck; what its orders leave open is in the intervals.
  const ExplainedValue& share = explanation.variants.front().values.front();
  EXPECT_TRUE(std::ranges::any_of(share.effects, [](const Effect& effect) {
    return effect.interval.low < effect.mean && effect.mean < effect.interval.high;
  }));
}

}  // namespace
}  // namespace orgsim
