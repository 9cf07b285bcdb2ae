#include "experiment/sweep/axis.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Axis axis_with(const std::string& vary) {
  return axes_of(test::swept(vary)).at(0);
}

std::vector<double> values_of(const Axis& axis, int n = 1000) {
  std::vector<double> values;
  for (int i = 0; i < n; ++i) values.push_back(value_at(axis, (i + 0.5) / n));
  return values;
}

TEST(SweepAxis, of_a_range_is_linear_on_the_keys_own_scale) {
  const Axis axis = axis_with("\"market.taste\" = [1, 5]");
  EXPECT_DOUBLE_EQ(value_at(axis, 0), 1);
  EXPECT_DOUBLE_EQ(value_at(axis, 0.25), 2);
  EXPECT_LT(value_at(axis, std::nextafter(1, 0)), 5 + 1e-12);
}

TEST(SweepAxis, on_a_log_scale_has_the_geometric_mean_in_its_middle) {
  const Axis axis = axis_with("\"market.customers\" = { range = [100, 1000000], scale = \"log\" }");
  EXPECT_NEAR(value_at(axis, 0.5), 1e4, 1e-6);
  EXPECT_NEAR(value_at(axis, 0.25), 1e3, 1e-6);
  EXPECT_EQ(levels_of(axis, 5).size(), 5U);
  EXPECT_NEAR(levels_of(axis, 5)[1], 1e3, 1e-6);
}

TEST(SweepAxis, of_whole_numbers_has_each_as_often) {
  const Axis axis = axis_with("\"strategies.embed.start\" = [2, 6]");
  std::map<double, int> count;
  for (const double value : values_of(axis)) ++count[value];
  ASSERT_EQ(count.size(), 5U);
  for (const auto& [value, times] : count) EXPECT_EQ(times, 200) << value;
}

TEST(SweepAxis, with_a_step_takes_steps_up_to_its_high_end) {
  const Axis axis = axis_with("\"strategies.embed.start\" = { range = [2, 9], step = 3 }");
  EXPECT_EQ(levels_of(axis, 5), (std::vector<double>{2, 5, 8}));
  std::set<double> seen;
  for (const double value : values_of(axis)) seen.insert(value);
  EXPECT_EQ(seen, (std::set<double>{2, 5, 8}));
  const Axis tenths = axis_with("\"market.taste\" = { range = [1, 1.3], step = 0.1 }");
  EXPECT_EQ(levels_of(tenths, 5).size(), 4U) << "rounding does not lose the last step";
}

TEST(SweepAxis, of_whole_numbers_never_leaves_its_ends) {
  for (const char* choice : {"{ range = [3.2, 4.5], levels = 2 }", "{ triangular = [3.6, 3.7, 4.4] }"}) {
    const Axis axis = axis_with(fmt::format("\"strategies.embed.start\" = {}\n", choice));
    for (const double u : {0.0, 0.3, 0.6, 0.999}) EXPECT_EQ(value_at(axis, u), 4) << choice;
  }
}

TEST(SweepAxis, of_levels_takes_each_as_often) {
  const Axis axis = axis_with("\"market.taste\" = { values = [3, 1, 2] }");
  EXPECT_EQ(levels_of(axis, 5), (std::vector<double>{3, 1, 2}));
  EXPECT_EQ(value_at(axis, 0.99999), 2);
  EXPECT_EQ(levels_of(axis_with("\"market.taste\" = { range = [1, 2], levels = 3 }"), 5),
            (std::vector<double>{1, 1.5, 2}));
}

TEST(SweepAxis, of_a_distribution_is_its_quantile_within_the_keys_range) {
  // talent lies above 0: of this normal a part does not.
  const Axis normal = axis_with("\"firms[1].talent\" = { normal = [0.1, 1] }");
  for (const double value : values_of(normal)) {
    EXPECT_TRUE(normal.range.holds(value)) << value;
    EXPECT_TRUE(std::isfinite(value));
  }
  EXPECT_NEAR(value_at(axis_with("\"market.taste\" = { normal = [3, 0.01] }"), 0.975), 3.0196, 1e-4);
  const Axis triangular = axis_with("\"market.taste\" = { triangular = [1, 2, 5] }");
  EXPECT_DOUBLE_EQ(value_at(triangular, 0.25), 2);
  EXPECT_DOUBLE_EQ(value_at(triangular, 0), 1);
  EXPECT_NEAR(value_at(axis_with("\"market.taste\" = { lognormal = [0, 0.5] }"), 0.5), 1, 1e-9);
}

TEST(SweepAxis, never_leaves_the_keys_range_however_far_the_mean_lies_outside) {
  for (const char* mean : {"-50", "0", "50"}) {
    const Axis axis = axis_with(std::string("\"economics.margin\" = { normal = [") + mean + ", 0.5] }");
    for (const double u : {0.0, 1e-12, 0.5, std::nextafter(1.0, 0.0)}) {
      EXPECT_TRUE(axis.range.holds(value_at(axis, u))) << mean << " " << u << " " << value_at(axis, u);
    }
  }
}

TEST(SweepAxis, of_several_keys_stays_in_the_range_of_all) {
  const Axis axis =
      axis_with(R"(both = { keys = ["firms[0].talent", "firms[1].talent"], range = [0.8, 1.2] })");
  EXPECT_EQ(axis.paths.size(), 2U);
  EXPECT_EQ(axis.name, "both");
}

}  // namespace
}  // namespace orgsim
