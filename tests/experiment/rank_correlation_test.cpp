#include "experiment/rank_correlation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/draws.hpp"

namespace orgsim {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

MatrixXd noise(Index rows, Index columns, std::uint64_t seed) {
  Stream draws = StreamKey{seed, 0}.stream(Purpose::design, 1, 0);
  return MatrixXd::NullaryExpr(rows, columns, [&](Index, Index) { return uniform(draws); });
}

std::vector<double> row_of(const MatrixXd& matrix, Index row) {
  const Eigen::VectorXd values = matrix.row(row);
  return {values.begin(), values.end()};
}

TEST(Ranks, share_their_mean_where_values_are_equal) {
  const std::vector<double> values{3, 1, 3, 3, -2, 1};
  const Eigen::VectorXd ranks = ranks_of(values);
  EXPECT_EQ(ranks, (Eigen::VectorXd(6) << 5, 2.5, 5, 5, 1, 2.5).finished());
}

// Of three variables: (r12 - r13 r23) / sqrt((1 - r13^2) (1 - r23^2)).
TEST(PartialRankCorrelation, is_the_textbooks_for_two_inputs) {
  MatrixXd inputs(2, 6);
  inputs << 1, 2, 3, 4, 5, 6, 2, 1, 4, 3, 6, 5;
  const std::vector<double> output{10, 30, 20, 60, 50, 40};
  const auto spearman = [](std::vector<double> differences) {
    double squares = 0;
    for (const double difference : differences) squares += difference * difference;
    return 1 - 6 * squares / (6 * 35);
  };
  const double first = spearman({0, 1, -1, 2, 0, -2});
  const double second = spearman({1, -2, 2, -3, 1, 1});
  const double between = spearman({1, -1, 1, -1, 1, -1});
  const std::vector<double> partial = RankCorrelations(inputs).partial(output);
  EXPECT_NEAR(partial[0],
              (first - second * between) / std::sqrt((1 - second * second) * (1 - between * between)), 1e-4);
  EXPECT_NEAR(partial[1],
              (second - first * between) / std::sqrt((1 - first * first) * (1 - between * between)), 1e-4);
}

TEST(PartialRankCorrelation, sees_through_inputs_that_go_with_the_one_that_matters) {
  MatrixXd inputs = noise(3, 2000, 1);
  inputs.row(1) = inputs.row(0) + 0.3 * inputs.row(1);
  const MatrixXd output = inputs.row(0).array().exp().matrix() + 0.2 * noise(1, 2000, 2);
  const std::vector<double> partial = RankCorrelations(inputs).partial(row_of(output, 0));
  EXPECT_GT(partial[0], 0.9);
  EXPECT_LT(std::abs(partial[1]), 0.15) << "though it goes with the output";
  EXPECT_LT(std::abs(partial[2]), 0.1);
}

TEST(PartialRankCorrelation, is_the_same_for_every_rising_scale_and_opposite_for_a_falling_one) {
  const MatrixXd inputs = noise(4, 300, 3);
  const MatrixXd sum = inputs.row(0) - 2 * inputs.row(1) + noise(1, 300, 4);
  const RankCorrelations correlations(inputs);
  const std::vector<double> plain = correlations.partial(row_of(sum, 0));
  EXPECT_EQ(correlations.partial(row_of(sum.array().exp().matrix(), 0)), plain);
  const std::vector<double> falling = correlations.partial(row_of(-sum, 0));
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(falling[i], -plain[i], 1e-12);
  EXPECT_LT(plain[1], -0.5);
}

TEST(PartialRankCorrelation, is_finite_for_inputs_that_never_change_or_repeat_each_other) {
  MatrixXd inputs = noise(4, 300, 5);
  inputs.row(1).setConstant(7);
  inputs.row(3) = 2 * inputs.row(0);
  const std::vector<double> output = row_of(inputs.row(2) + 0.1 * noise(1, 300, 6), 0);
  const std::vector<double> partial = RankCorrelations(inputs).partial(output);
  EXPECT_EQ(partial[1], 0);
  EXPECT_GT(partial[2], 0.9);
  EXPECT_LT(std::abs(partial[0]), 0.2);
  EXPECT_NEAR(partial[0], partial[3], 1e-6);
  for (const double none : RankCorrelations(inputs).partial(std::vector<double>(300, 1.0)))
    EXPECT_EQ(none, 0);
}

// Of k independent inputs the largest of normal correlations with deviation 1 / sqrt(n - k): its 95 %
// quantile is at the normal quantile of 1 - .05 / (2 k).
TEST(PartialRankCorrelation, by_chance_is_as_large_as_normal_numbers_of_the_same_number) {
  const MatrixXd inputs = noise(20, 400, 7);
  const std::vector<double> output = row_of(noise(1, 400, 8), 0);
  const RankCorrelations correlations(inputs);
  const double largest = correlations.largest_by_chance(output, 0.95, 400, 1);
  EXPECT_NEAR(largest, 3.02 / std::sqrt(380.0), 0.1 * largest);
  EXPECT_EQ(correlations.largest_by_chance(output, 0.95, 400, 1), largest);
  EXPECT_NE(correlations.largest_by_chance(output, 0.95, 400, 2), largest);
}

}  // namespace
}  // namespace orgsim
