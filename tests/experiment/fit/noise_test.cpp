#include "experiment/fit/noise.hpp"

#include <gtest/gtest.h>

#include <Eigen/Cholesky>

#include "core/random.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim {
namespace {

using Eigen::MatrixXd;

// Of numbers that share half of their variance.
MatrixXd deviations(Eigen::Index rows, Eigen::Index runs) {
  Stream draws = StreamKey{7, 0}.stream(Purpose::worlds, 200, 0);
  MatrixXd all(rows, runs);
  for (Eigen::Index r = 0; r < runs; ++r) {
    const double shared = worlds::normals(1, draws)(0);
    all.col(r) = 0.1 * (worlds::normals(rows, draws).array() + shared).matrix();
    all(0, r) += 0.05;
  }
  return all;
}

TEST(PooledNoise, is_that_of_its_runs_where_there_are_many) {
  const PooledNoise noise = noise_of(deviations(4, 4000));
  EXPECT_NEAR(noise.bias(0), 0.05, 0.01);
  EXPECT_NEAR(noise.bias(1), 0, 0.01);
  EXPECT_NEAR(noise.covariance(2, 2), 0.02, 0.002);
  EXPECT_NEAR(noise.covariance(1, 2), 0.01, 0.002);
}

TEST(PooledNoise, of_few_runs_is_drawn_to_its_diagonal_and_can_be_inverted) {
  const PooledNoise noise = noise_of(deviations(30, 8));
  EXPECT_GT(noise.covariance.ldlt().vectorD().minCoeff(), 1e-6);
}

TEST(PooledNoise, counts_what_is_beyond_the_most_as_that) {
  MatrixXd all = MatrixXd::Zero(1, 2);
  all(0, 1) = 100;
  EXPECT_DOUBLE_EQ(noise_of(all).bias(0), 0.5);
}

TEST(PooledNoise, grows_with_the_squares_of_what_it_comes_from) {
  const PooledNoise one{Eigen::VectorXd::Constant(1, 0.5), MatrixXd::Constant(1, 1, 2)};
  const NoiseBySource noise{{one, one, one, one}, one};
  const PooledNoise all = noise.of({0.1, 0, 0, 0.2});
  EXPECT_DOUBLE_EQ(all.bias(0), 0.5 * (1 + 0.01 + 0.04));
  EXPECT_DOUBLE_EQ(all.covariance(0, 0), 2 * (1 + 0.01 + 0.04));
}

}  // namespace
}  // namespace orgsim
