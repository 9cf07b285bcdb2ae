#include "experiment/fit/noise.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"

namespace orgsim {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

// The intensity of shrinking: the sum of the variances of the correlations over the sum of their squares.
double intensity_of(const MatrixXd& centred, const VectorXd& deviations) {
  const auto n = static_cast<double>(centred.cols());
  MatrixXd standard = centred;
  for (Index i = 0; i < standard.rows(); ++i) standard.row(i) /= deviations(i) > 0 ? deviations(i) : 1.0;
  const MatrixXd squares = standard.cwiseProduct(standard);
  const MatrixXd products = standard * standard.transpose() / n;
  const MatrixXd of_squares = squares * squares.transpose() / n;
  double variances = 0;
  double sum = 0;
  for (Index i = 0; i < products.rows(); ++i) {
    for (Index j = 0; j < products.cols(); ++j) {
      if (i == j) continue;
      const double square = products(i, j) * products(i, j);
      variances += (of_squares(i, j) - square) / (n - 1);
      sum += square;
    }
  }
  return sum > 0 ? std::clamp(variances / sum, 0.0, 1.0) : 1;
}

}  // namespace

PooledNoise NoiseBySource::of(const LuckSizes& sizes) const {
  PooledNoise all = people;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    all.bias += sizes[i] * sizes[i] * sources[i].bias;
    all.covariance += sizes[i] * sizes[i] * sources[i].covariance;
  }
  return all;
}

PooledNoise noise_of(MatrixXd deviations, double most) {
  require(deviations.cols() > 1, "noise is measured in several runs");
  deviations = deviations.cwiseMax(-most).cwiseMin(most);
  const auto n = static_cast<double>(deviations.cols());
  PooledNoise noise;
  noise.bias = deviations.rowwise().mean();
  const MatrixXd centred = deviations.colwise() - noise.bias;
  noise.covariance = centred * centred.transpose() / (n - 1);
  const VectorXd sd = noise.covariance.diagonal().cwiseMax(0.0).cwiseSqrt();
  const double kept = 1 - intensity_of(centred, sd);
  for (Index i = 0; i < noise.covariance.rows(); ++i) {
    for (Index j = 0; j < noise.covariance.cols(); ++j)
      if (i != j) noise.covariance(i, j) *= kept;
  }
  return noise;
}

}  // namespace orgsim
