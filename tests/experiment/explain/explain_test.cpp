#include "experiment/explain/explain.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "experiment/explain/effects.hpp"
#include "experiment/explain/measured.hpp"
#include "experiment/run.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

TEST(Explain, begins_with_none_and_ends_with_the_scenario_itself) {
  const Scenario scenario = test::tiny();
  const UnitsResult result = test::ran("explain", scenario, "series = [\"users@40\"]");
  const RunResult run = orgsim::run(scenario, {{}, {std::string(kBaseline)}, "", {}});
  const std::size_t values = kExplained.size() + 1;
  for (std::size_t r = 0; r < 6; ++r) {
    const auto all = result.of(r).last(values);
    const FirmOutcome& firm = run.outcomes[0][r].firms[0];
    EXPECT_EQ(all[3], -firm.npv);
    EXPECT_EQ(all[4], firm.marginalised_week.value_or(60));
    EXPECT_NEAR(all[0],
                scenario.parameters.firm.executive.share[Department::marketing] -
                    firm.share_end[Department::marketing],
                1e-12);
  }
  Scenario off = scenario;
  off.parameters.mechanisms.saturation = off.parameters.mechanisms.politics = false;
  off.parameters.environment.climate = {{{0, 1.0}}};
  off.parameters.environment.ai.ceiling = 0;
  off.parameters.firm.measurement.attribution_bias = 0;
  const RunResult without = orgsim::run(off, {{}, {std::string(kBaseline)}, "", {}});
  for (std::size_t r = 0; r < 6; ++r) EXPECT_EQ(result.of(r)[3], -without.outcomes[0][r].firms[0].npv);
}

TEST(Explain, switches_what_the_scenario_uses) {
  const UnitsPlan plan = test::planned("explain", test::tiny());  // which has no directness
  EXPECT_EQ(plan.axis("coalition").size(), 32U);
  EXPECT_EQ(plan.axis("coalition").labels[0], "none");
  EXPECT_EQ(plan.axis("coalition").labels[31], "saturation + winter + ai + credit + politics");
  const UnitsPlan fewer = test::planned("explain", test::tiny(), "mechanisms = [\"ai\", \"directness\"]");
  EXPECT_EQ(fewer.axis("coalition").labels, (std::vector<std::string>{"none", "ai"}));
}

TEST(Explain, sums_to_the_whole_difference_in_every_unit) {
  const UnitsResult result = test::ran("explain", test::tiny());
  const std::size_t values = kExplained.size();
  for (std::size_t u = 0; u < result.shape.units(); ++u) {
    for (std::size_t v = 0; v < values; ++v) {
      double largest = 0;
      for (std::size_t at = v; at < result.of(u).size(); at += values)
        largest = std::max(largest, std::abs(result.of(u)[at]));
      const std::vector<double> effects = effects_in_unit(result, u, v);
      const double whole = result.of(u)[31 * values + v] - result.of(u)[v];
      EXPECT_NEAR(std::accumulate(effects.begin(), effects.end(), 0.0), whole, 1e-12 * largest);
    }
  }
}

TEST(Explain, pairs_sum_to_the_whole_with_their_first_order_terms) {
  const UnitsResult result = test::ran("explain", test::tiny(), "interactions = true");
  const ExplainedValue value = explanation_of(result).variants.front().values.front();
  ASSERT_EQ(value.pairs.size(), 10U);
  double sum = 0;
  for (const Effect& effect : value.first) sum += effect.mean;
  for (const PairEffect& pair : value.pairs) sum += pair.effect.mean;
  EXPECT_NEAR(sum, value.whole.mean, 1e-12);
}

TEST(Explain, finds_the_only_mechanism_that_does_something) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.environment.climate = {{{0, 1.0}}};
  scenario.parameters.mechanisms.politics = false;
  scenario.parameters.firm.measurement.attribution_bias = 0;
  scenario.parameters.mechanisms.saturation = false;
  const Explanation explanation = explanation_of(test::ran("explain", scenario));
  EXPECT_EQ(explanation.players, std::vector<std::string>{"ai"});
  const ExplainedValue& value = explanation.variants.front().values[2];
  EXPECT_EQ(value.name, "non_substitutability");
  EXPECT_GT(value.effects[0].mean, 0.1);
  EXPECT_DOUBLE_EQ(value.effects[0].mean, value.whole.mean);
}

TEST(Explain, refuses_a_network_that_does_not_fit) {
  Scenario scenario = test::tiny(MarketKind::network);
  scenario.parameters.market.customers = 100'000;
  scenario.parameters.run.weeks = 2000;
  const std::string complaint = test::complaint("explain", test::asked(scenario));
  EXPECT_NE(complaint.find("use --kind pooled"), std::string::npos) << complaint;
}

TEST(Explain, names_what_is_wrong_with_its_options) {
  const auto complaint = [](std::string_view options) {
    return test::complaint("explain", test::asked(test::tiny(), options));
  };
  EXPECT_NE(complaint("mechanisms = [\"wintr\"]").find("saturation, winter, ai"), std::string::npos);
  EXPECT_NE(complaint("series = [\"share\"]").find("SERIES@WEEK"), std::string::npos);
  EXPECT_NE(complaint("series = [\"share@60\"]").find("weeks from 0 to 59"), std::string::npos);
  EXPECT_NE(complaint("series = [\"shar@6\"]").find("did you mean 'share'?"), std::string::npos);
  EXPECT_NE(complaint("series = [\"share.legal@6\"]").find("product, marketing, sales"), std::string::npos);
  EXPECT_NE(complaint("orders = 1").find("out of range"), std::string::npos);
}

TEST(SeriesAt, is_marketings_unless_said) {
  EXPECT_EQ(series_at("share@12", 60).entry, static_cast<std::size_t>(Department::marketing));
  EXPECT_EQ(series_at("share.sales@12", 60).entry, static_cast<std::size_t>(Department::sales));
  EXPECT_EQ(series_at("profit@12", 60).week, 12);
}

}  // namespace
}  // namespace orgsim
