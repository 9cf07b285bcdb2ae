#include "experiment/worlds/chain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/draws.hpp"
#include "experiment/worlds/normal.hpp"
#include "problems.hpp"

namespace orgsim::worlds {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// The inverse of the distribution function, by halving.
double quantile(double probability) {
  double low = -9;
  double high = 9;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (normal_cdf(middle) < probability ? low : high) = middle;
  }
  return low;
}

// Independent points of which the first six coordinates lie between .2 and .4.
MatrixXd within_slabs(Index k, Index n) {
  Stream draws = StreamKey{5, 0}.stream(Purpose::design, 0, 0);
  return MatrixXd::NullaryExpr(k, n, [&](Index i, Index) {
    const double u = uniform(draws);
    return quantile(i < 6 ? 0.2 + 0.2 * u : u);
  });
}

// Without their sign, so that no linear model helps and steps are those of the fits.
VectorXd distances(const VectorXd& u) {
  return 3 * (u.head(6).array() - 0.3).abs() / 0.1;
}

// Variance of the first coordinates, relative to what it is under the restricted prior.
double spread(const Population& population) {
  const MatrixXd first = to_cube(population.points).topRows(6);
  const MatrixXd deviations = first.colwise() - first.rowwise().mean();
  return deviations.squaredNorm() / static_cast<double>(6 * (first.cols() - 1)) * 300;
}

// Steps fitted to the points that make them draw these together, by a tenth and more here.
TEST(Chain, leaves_the_spread_of_many_dimensions_as_it_is) {
  const Threshold evidence(3);
  const Evaluate evaluate = test::each(distances);
  Evaluations evaluations(evaluate, evidence, {});
  Population population = evaluations.of(within_slabs(50, 300));
  const double before = spread(population);
  Chain chain(evidence, evaluations, 1);
  Wave wave;
  chain.run(population, 3, {24, 24, 0, 0}, wave);
  EXPECT_LE(population.misfits.maxCoeff(), 3);
  EXPECT_EQ(wave.sweeps, 24U);
  EXPECT_LT(wave.correlation, 0.6) << "they have moved";
  // Four standard errors of the variance of 300 uniform numbers in 6 coordinates, twice.
  EXPECT_NEAR(spread(population), before, 4 * std::sqrt(2 * 0.8 / (6 * 300)));
}

TEST(Chain, says_how_well_points_have_mixed) {
  MatrixXd start = within_slabs(5, 400);
  start.row(2) *= 5;  // a principal direction of its own
  EXPECT_NEAR(mixing_of(start, start).correlation, 1, 1e-12);
  EXPECT_EQ(mixing_of(start, start).jump, 0);
  const MatrixXd other = start.rowwise().reverse();
  EXPECT_LT(mixing_of(start, other).correlation, 0.2);
  EXPECT_NEAR(mixing_of(start, other).jump, 1, 0.1);
  MatrixXd partly = other;
  partly.row(2) = start.row(2);
  EXPECT_GT(mixing_of(start, partly).correlation, 0.9) << "one direction that stays is enough";
}

TEST(Chain, says_how_far_families_are_from_telling_the_same) {
  const Threshold evidence(3);
  const Evaluate evaluate = test::each(distances);
  Evaluations evaluations(evaluate, evidence, {});
  Population population = evaluations.of(within_slabs(10, 400));
  EXPECT_LT(disagreement_of(population), 1.1);
  for (const Index i : members(population, 2, true)) population.points(7, i) = 3;
  EXPECT_GT(disagreement_of(population), 1.3);
  std::ranges::fill(population.families, 1U);
  EXPECT_TRUE(std::isinf(disagreement_of(population))) << "three have died out";
}

}  // namespace
}  // namespace orgsim::worlds
