// Which inputs an output goes with, whatever the shape of the curve, the other inputs held fixed: partial
// rank correlations (Iman & Conover 1979, Technometrics 21(4), 499-509).
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <span>
#include <vector>

namespace orgsim {

// Ranks from 1 on; those that are equal share the mean of theirs.
Eigen::VectorXd ranks_of(std::span<const double> values);

// Made once for the inputs, then asked about as many outputs as there are.
class RankCorrelations {
 public:
  // `inputs`: one a row (k x n), a column for each of n points, all numbers. An input that never changes
  // correlates with nothing: 0. Inputs whose ranks determine each other share what a small ridge (1e-6 of a
  // variance) leaves of them; the others are as if one of those were not there. Results mean little unless n
  // is well above k.
  explicit RankCorrelations(const Eigen::MatrixXd& inputs);

  // Of the output with each input; all 0 if it never changes. Throws Bug unless it has n values, all numbers.
  std::vector<double> partial(std::span<const double> output) const;

  // The quantile, such as .95, of the largest absolute one that chance alone would show: over permutations of
  // the output, which are the same for the same seed.
  double largest_by_chance(std::span<const double> output, double probability, std::size_t permutations,
                           std::uint64_t seed) const;

 private:
  // Of an output's ranks, of mean 0 and length 1.
  Eigen::VectorXd partial_of(const Eigen::VectorXd& output) const;

  Eigen::MatrixXd ranks_;    // n x k, each column of mean 0 and length 1, or 0
  Eigen::MatrixXd inverse_;  // of their correlation matrix
};

}  // namespace orgsim
