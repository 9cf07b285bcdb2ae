#include "experiment/sweep/design.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// Axes from 0 to 1: a value is the design's own number.
std::vector<Axis> unit_axes(std::size_t n) {
  std::vector<Axis> axes;
  for (std::size_t a = 0; a < n; ++a) {
    const std::string name = fmt::format("axis{}", a);
    axes.push_back({name, {name}, ValueRange{0, 1, {}, {}, {}}, {}, false, Scale::linear});
  }
  return axes;
}

Design design_of(DesignKind kind, std::size_t axes, std::int64_t points, std::int64_t seed = 1) {
  Scenario scenario;
  scenario.sweep.design = kind;
  scenario.sweep.points = points;
  scenario.parameters.run.seed = seed;
  return {scenario, unit_axes(axes)};
}

std::size_t stratum(double u, std::size_t n) {
  return static_cast<std::size_t>(u * static_cast<double>(n));
}

// How many binary digits two numbers have in common from the first on, of the first three.
int common_digits(double one, double other) {
  int digits = 0;
  while (digits < 3 && stratum(one, 2U << digits) == stratum(other, 2U << digits)) ++digits;
  return digits;
}

TEST(SobolDesign, puts_one_of_the_first_points_into_each_interval_of_each_axis) {
  constexpr std::size_t axes = 12;
  for (const std::size_t n : {1U, 2U, 8U, 64U, 1024U}) {
    const Design design = design_of(DesignKind::sobol, axes, 1024);
    std::vector<std::set<std::size_t>> taken(axes);
    for (std::size_t i = 0; i < n; ++i) {
      const std::vector<double> point = design.point(i);
      for (std::size_t a = 0; a < axes; ++a) taken[a].insert(stratum(point[a], n));
    }
    for (const auto& strata : taken) EXPECT_EQ(strata.size(), n);
  }
}

TEST(SobolDesign, is_a_net_in_its_first_pair_of_axes) {
  const Design design = design_of(DesignKind::sobol, 2, 256);
  for (std::size_t columns = 1; columns <= 256; columns *= 2) {
    std::set<std::pair<std::size_t, std::size_t>> boxes;
    for (std::size_t i = 0; i < 256; ++i) {
      const std::vector<double> point = design.point(i);
      boxes.emplace(stratum(point[0], columns), stratum(point[1], 256 / columns));
    }
    EXPECT_EQ(boxes.size(), 256U) << columns << " columns";
  }
}

TEST(SobolDesign, fills_the_quarters_of_every_pair_of_axes_evenly) {
  constexpr std::size_t axes = 8;
  constexpr std::size_t points = 1024;
  const Design design = design_of(DesignKind::sobol, axes, points);
  for (std::size_t a = 0; a < axes; ++a) {
    for (std::size_t b = a + 1; b < axes; ++b) {
      std::map<std::pair<std::size_t, std::size_t>, std::size_t> boxes;
      for (std::size_t i = 0; i < points; ++i) {
        const std::vector<double> point = design.point(i);
        ++boxes[{stratum(point[a], 4), stratum(point[b], 4)}];
      }
      for (const auto& [box, count] : boxes) EXPECT_EQ(count, points / 16) << a << " " << b;
    }
  }
}

// Nested scrambling keeps how many digits two points have in common. The points before it are Joe & Kuo's.
TEST(SobolDesign, is_the_known_sequence_scrambled) {
  constexpr double known[3][8] = {{0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125},
                                  {0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625},
                                  {0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375}};
  const Design design = design_of(DesignKind::sobol, 3, 8);
  for (std::size_t a = 0; a < 3; ++a) {
    for (std::size_t i = 0; i < 8; ++i) {
      for (std::size_t j = 0; j < 8; ++j) {
        EXPECT_EQ(common_digits(design.point(i)[a], design.point(j)[a]),
                  common_digits(known[a][i], known[a][j]))
            << "axis " << a << ", points " << i << " and " << j;
      }
    }
  }
}

// Chi-square of 19 degrees of freedom: above 43.8 once in a thousand.
void expect_uniform(DesignKind kind, std::size_t point) {
  constexpr std::size_t bins = 20;
  constexpr std::int64_t seeds = 2000;
  std::vector<double> count(bins, 0);
  for (std::int64_t seed = 1; seed <= seeds; ++seed)
    ++count[stratum(design_of(kind, 1, 16, seed).point(point)[0], bins)];
  double chi_square = 0;
  constexpr double expected = static_cast<double>(seeds) / bins;
  for (const double c : count) chi_square += (c - expected) * (c - expected) / expected;
  EXPECT_LT(chi_square, 43.8) << "point " << point;
}

TEST(SobolDesign, has_points_that_are_each_uniform_over_seeds) {
  for (const std::size_t point : {0U, 1U, 13U}) expect_uniform(DesignKind::sobol, point);
}

TEST(SobolDesign, stays_within_its_ends) {
  const Design design = design_of(DesignKind::sobol, 1, 1 << 20);
  for (std::size_t i = 0; i < 4096; ++i) {
    const double u = design.point(i * 251)[0];
    EXPECT_TRUE(u >= 0 && u < 1) << u;
  }
}

TEST(RandomDesign, has_points_that_are_uniform_and_independent) {
  expect_uniform(DesignKind::random, 3);
  const Design design = design_of(DesignKind::random, 2, 10000);
  double sum = 0;
  for (std::size_t i = 0; i < 10000; ++i) {
    const std::vector<double> point = design.point(i);
    sum += (point[0] - 0.5) * (point[1] - 0.5);
  }
  // Of 10,000 independent pairs the mean has a standard deviation of 1/1200.
  EXPECT_LT(std::abs(sum / 10000), 4.0 / 1200);
}

TEST(LatinHypercubeDesign, has_one_point_in_each_stratum_of_each_axis) {
  for (const std::int64_t n : {1, 2, 7, 100, 1000}) {
    const Design design = design_of(DesignKind::lhs, 3, n);
    const auto size = static_cast<std::size_t>(n);
    std::vector<std::set<std::size_t>> taken(3);
    for (std::size_t i = 0; i < size; ++i) {
      const std::vector<double> point = design.point(i);
      for (std::size_t a = 0; a < 3; ++a) taken[a].insert(stratum(point[a], size));
    }
    for (const auto& strata : taken) EXPECT_EQ(strata.size(), size);
  }
  expect_uniform(DesignKind::lhs, 5);
}

TEST(LatinHypercubeDesign, has_an_order_of_its_own_in_each_axis) {
  const Design design = design_of(DesignKind::lhs, 2, 50);
  std::size_t same = 0;
  for (std::size_t i = 0; i < 50; ++i)
    same += stratum(design.point(i)[0], 50) == stratum(design.point(i)[1], 50) ? 1 : 0;
  EXPECT_LT(same, 10U);
}

TEST(Designs, that_can_grow_do_not_change_their_first_points) {
  for (const DesignKind kind : {DesignKind::sobol, DesignKind::random}) {
    EXPECT_TRUE(can_grow(kind));
    const Design few = design_of(kind, 3, 10);
    const Design many = design_of(kind, 3, 100000);
    for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(few.point(i), many.point(i));
  }
  EXPECT_TRUE(can_grow(DesignKind::file));
  for (const DesignKind kind : {DesignKind::grid, DesignKind::zip, DesignKind::lhs})
    EXPECT_FALSE(can_grow(kind));
}

TEST(Designs, that_draw_differ_by_seed_and_by_axis) {
  for (const DesignKind kind : {DesignKind::sobol, DesignKind::random, DesignKind::lhs}) {
    EXPECT_NE(design_of(kind, 2, 16, 1).point(3), design_of(kind, 2, 16, 2).point(3));
    EXPECT_EQ(design_of(kind, 2, 16, 1).point(3), design_of(kind, 2, 16, 1).point(3));
    const std::vector<double> point = design_of(kind, 2, 16, 1).point(3);
    EXPECT_NE(point[0], point[1]);
  }
}

TEST(GridDesign, has_every_combination_with_the_last_axis_the_fastest) {
  const SweepPlan plan = plan_sweep(test::swept(
      "\"market.taste\" = { values = [1, 2] }\n\"strategies.embed.start\" = { values = [3, 5, 4] }",
      "design = \"grid\""));
  ASSERT_EQ(plan.points(), 6U);
  const std::vector<std::vector<double>> expected{{1, 3}, {1, 5}, {1, 4}, {2, 3}, {2, 5}, {2, 4}};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(plan.design.point(i), expected[i]);
}

TEST(ZipDesign, goes_through_its_axes_side_by_side) {
  const SweepPlan plan = plan_sweep(
      test::swept("\"market.taste\" = { values = [1, 2] }\n\"strategies.embed.start\" = { values = [3, 5] }",
                  "design = \"zip\""));
  ASSERT_EQ(plan.points(), 2U);
  EXPECT_EQ(plan.design.point(1), (std::vector<double>{2, 5}));
}

TEST(ZipDesign, of_unequal_lengths_is_refused) {
  try {
    plan_sweep(test::swept(
        "\"market.taste\" = { values = [1, 2] }\n\"strategies.embed.start\" = { values = [3, 5, 4] }",
        "design = \"zip\""));
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("3 values, but 'market.taste' has 2"), std::string::npos)
        << error.what();
  }
}

TEST(GridDesign, of_far_too_many_points_is_refused) {
  std::string vary;
  for (int i = 0; i < 3; ++i)
    vary += fmt::format("\"firms[{}].talent\" = {{ range = [0.5, 1.5], levels = 5000 }}\n", i);
  EXPECT_THROW(plan_sweep(test::swept(vary, "design = \"grid\"")), InputError);
}

}  // namespace
}  // namespace orgsim
