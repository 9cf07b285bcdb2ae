#include "engine/scenario.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/walk.hpp"
#include "experiment/statistics.hpp"
#include "scenario/key_type.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// Bound: five standard errors.
TEST(WholeNumbers, between_the_ends_of_a_uniform_distribution_come_equally_often) {
  const Scenario scenario = test::scenario("product.window = { uniform = [1, 4] }");
  constexpr int draws = 4000;
  std::map<double, int> count;
  for (std::uint32_t r = 0; r < draws; ++r) ++count[draw_values(scenario, {1, r})[0]];
  ASSERT_EQ(count.size(), 4U);
  for (const auto& [number, often] : count)
    EXPECT_NEAR(often, draws / 4.0, 5 * std::sqrt(draws * 0.25 * 0.75)) << number;
}

TEST(Draws, are_the_same_for_a_replication_and_differ_between_replications) {
  const Scenario scenario = test::scenario("[market]\ntaste = { uniform = [1, 2] }\n");
  const double first = draw_values(scenario, {1, 0})[0];
  EXPECT_EQ(draw_values(scenario, {1, 0})[0], first);
  EXPECT_NE(draw_values(scenario, {1, 1})[0], first);
  EXPECT_EQ(with_values(scenario, {first}).parameters.market.taste, first);
}

TEST(Draws, of_a_key_do_not_depend_on_other_drawn_keys) {
  const Scenario one = test::scenario("[market]\ntaste = { uniform = [1, 2] }\n");
  const Scenario two = test::scenario(
      "[economics]\nmargin = { uniform = [0.5, 0.9] }\n[market]\ntaste = { uniform = [1, 2] }\n");
  for (std::size_t k = 0; k < two.drawn.size(); ++k) {
    if (two.drawn[k].path == "market.taste") {
      EXPECT_EQ(draw_values(two, {1, 0})[k], draw_values(one, {1, 0})[0]);
    }
  }
}

TEST(Draws, have_the_mean_of_their_distribution) {
  const Scenario scenario = test::scenario(R"(
    [market]
    taste = { normal = [3, 0.5] }
    choice.quality = { triangular = [0, 1, 5] }
    choice.closing = { lognormal = [-1, 0.5] }
    inflow = { uniform = [0, 0.2] }
  )");
  const std::map<std::string, std::pair<double, double>> expected{
      // mean, s.d.
      {"market.taste", {3, 0.5}},
      {"market.choice.quality", {2, std::sqrt(21.0 / 18)}},
      {"market.choice.closing", {std::exp(-1 + 0.125), std::exp(-0.875) * std::sqrt(std::exp(0.25) - 1)}},
      {"market.inflow", {0.1, 0.2 / std::sqrt(12.0)}}};
  constexpr int n = 4000;
  std::vector<double> sums(4);
  for (std::uint32_t r = 0; r < n; ++r) {
    const std::vector<double> values = draw_values(scenario, {5, r});
    for (std::size_t k = 0; k < 4; ++k) sums[k] += values[k];
  }
  for (std::size_t k = 0; k < 4; ++k) {
    const auto [mean, sd] = expected.at(scenario.drawn[k].path);
    EXPECT_NEAR(sums[k] / n, mean, 4 * sd / std::sqrt(n)) << scenario.drawn[k].path;
  }
}

TEST(Draws, of_a_normal_stay_within_the_range_of_the_key) {
  const Scenario scenario = test::scenario("[economics]\nmargin = { normal = [0.9, 0.3] }\n");
  for (std::uint32_t r = 0; r < 200; ++r) EXPECT_LE(draw_values(scenario, {1, r})[0], 1);
}

TEST(Draws, that_can_hardly_be_in_range_are_refused) {
  const Scenario scenario = test::scenario("[economics]\nmargin = { normal = [99, 0.1] }\n");
  EXPECT_THROW(draw_values(scenario, {1, 0}), InputError);
}

TEST(Draws, reach_firms_strategies_and_entries_of_lists) {
  const Scenario scenario = test::scenario(R"(
    [marketing]
    judgement = [0.25, { uniform = [0.4, 0.6] }, 0.9, 0.65]
    [[firms]]
    talent = { uniform = [2, 3] }
    [[firms]]
    [strategies.a]
    start = { uniform = [100, 200] }
    mix = [0.0, 1.0, 0.0, 0.0]
  )");
  const Scenario drawn = with_values(scenario, draw_values(scenario, {1, 0}));
  const std::vector<FirmParameters> firms = parameters_of_firms(drawn);
  EXPECT_GE(firms[0].product.talent, 2);
  EXPECT_EQ(firms[1].product.talent, 1);
  EXPECT_GE(firms[1].marketing.judgement[Mode::performance], 0.4);
  EXPECT_NE(firms[1].marketing.judgement[Mode::performance], 0.5);
  EXPECT_GE(*drawn.strategies[0].start, 100);
  EXPECT_TRUE(drawn.drawn.empty());
}

// A key that may be a distribution according to the schema must also take what was drawn.
TEST(Draws, reach_every_numeric_key) {
  Scenario scenario = test::scenario(
      "[strategies.a]\nstart = 1\n[[grants]]\nfirm = 0\ndepartment = \"sales\"\n"
      "factor = 1\nweeks = [1, 2]");
  scenario.drawn = {{"grants[0].factor", {DistributionKind::uniform, {2, 3}}, range::any, false, {}}};
  const auto add = [&]<class T>(const std::string& path, const Field& field, const T& value) {
    if (!key_type(value, field).numeric) return;
    const bool list = !std::is_arithmetic_v<T> && !requires { value.has_value(); };
    scenario.drawn.push_back(
        {list ? path + "[0]" : path, {DistributionKind::uniform, {2, 3}}, range::any, false, {}});
  };
  walk(scenario.parameters, "", add);
  walk(scenario.strategies[0], "strategies.a", add);
  EXPECT_GT(scenario.drawn.size(), 100U);
  for (const DrawnKey& key : scenario.drawn) {
    Scenario one = scenario;
    one.drawn = {key};
    EXPECT_NE(with_values(one, {7}), with_values(one, {8})) << key.path;
  }
}

TEST(Firms, override_what_holds_for_all) {
  const Scenario scenario = test::scenario(R"(
    [marketing]
    adstock = 0.5
    [[firms]]
    adstock = 0.9
    share = [0.4, 0.2, 0.2, 0.2]
    [[firms]]
  )");
  const std::vector<FirmParameters> firms = parameters_of_firms(scenario);
  EXPECT_EQ(firms[0].marketing.adstock, 0.9);
  EXPECT_EQ(firms[0].executive.share[Department::product], 0.4);
  EXPECT_EQ(firms[1].marketing.adstock, 0.5);
  EXPECT_EQ(firms[1].executive.share[Department::product], 0.3);
}

}  // namespace
}  // namespace orgsim
