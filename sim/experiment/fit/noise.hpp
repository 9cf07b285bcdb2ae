// How far a pooled run, with its luck, is from the mean field of the same world: what a likelihood that runs
// mean fields has to allow for.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "experiment/fit/plan.hpp"

namespace orgsim {

// Of the logarithms of a grid's figures.
struct PooledNoise {
  Eigen::VectorXd bias;
  Eigen::MatrixXd covariance;
};

// One for each source of luck, as it is where the source's size is 1, and that of who of the people acts.
struct NoiseBySource {
  std::vector<PooledNoise> sources;  // in the order of Luck
  PooledNoise people;

  // With sources of these sizes: variances and, to second order, biases grow with their squares.
  PooledNoise of(const LuckSizes& sizes) const;
};

// From deviations, a column each. The covariance is drawn to its diagonal, by as much as makes the expected
// squared error least (Schäfer & Strimmer 2005, Statistical Applications in Genetics and Molecular Biology
// 4(1), 32; its target D). Deviations beyond `most` count as that.
PooledNoise noise_of(Eigen::MatrixXd deviations, double most = 1);

}  // namespace orgsim
