#include "experiment/worlds/emulator.hpp"

#include <Eigen/Cholesky>
#include <Eigen/SVD>
#include <algorithm>
#include <cmath>

#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

// Points kept of each family: those of the last few sweeps, near where the population is now.
constexpr std::size_t kKept = 1000;

// Points needed for each coefficient.
constexpr Index kPointsEach = 2;

// A point of the cube, of mean 0 and variance 1 in each coordinate under the prior.
MatrixXd standardised(const MatrixXd& points) {
  const double deviation = std::sqrt(1.0 / 12);
  return (to_cube(points).array() - 0.5) / deviation;
}

// Least squares with a small ridge; sums in one order, which a matrix product's depend on the cache for.
MatrixXd regressed(const MatrixXd& inputs, const MatrixXd& values) {
  const Index k = inputs.rows();
  const MatrixXd by_point = inputs.transpose();
  const MatrixXd value_by_point = values.transpose();
  MatrixXd gram(k, k);
  MatrixXd right(k, values.rows());
  for (Index i = 0; i < k; ++i) {
    for (Index j = 0; j <= i; ++j) gram(i, j) = gram(j, i) = by_point.col(i).dot(by_point.col(j));
    for (Index j = 0; j < values.rows(); ++j) right(i, j) = by_point.col(i).dot(value_by_point.col(j));
  }
  constexpr double ridge = 1e-3;
  gram.diagonal().array() += ridge;
  return gram.ldlt().solve(right).transpose();
}

// Standard deviations of what is left of each value (a row) after regression on so many inputs.
VectorXd error_of(const MatrixXd& left, Index inputs) {
  const auto free = static_cast<double>(std::max<Index>(left.cols() - inputs, 1));
  return (left.rowwise().squaredNorm() / free).cwiseSqrt();
}

// The directions of the slopes, the steepest first.
MatrixXd steep_directions(const MatrixXd& slopes, const VectorXd& error) {
  // Where values change by less than so much of their error, nothing is foreseen.
  constexpr double least = 0.05;
  constexpr double tiny = 1e-300;
  const MatrixXd scaled = (error.cwiseMax(tiny).cwiseInverse().asDiagonal() * slopes).transpose();
  const Eigen::JacobiSVD<MatrixXd> svd(scaled, Eigen::ComputeThinU);
  const Index kept = (svd.singularValues().array() > least).count();
  return svd.matrixU().leftCols(kept);
}

// Other directions too, made orthogonal to the first (Gram & Schmidt, twice), as long as any are left.
void extend(MatrixXd& basis, const MatrixXd& others) {
  constexpr double least = 0.1;
  for (Index i = 0; i < others.cols(); ++i) {
    VectorXd beside = others.col(i) - basis * (basis.transpose() * others.col(i));
    if (beside.norm() < least) continue;
    beside.normalize();
    beside = (beside - basis * (basis.transpose() * beside)).normalized();
    basis.conservativeResize(Eigen::NoChange, basis.cols() + 1);
    basis.rightCols(1) = beside;
  }
}

Emulator linear_model(const MatrixXd& points, const MatrixXd& values, const MatrixXd& informed) {
  MatrixXd inputs(points.rows() + 1, points.cols());
  inputs.topRows(points.rows()) = standardised(points);
  inputs.bottomRows(1).setOnes();
  const MatrixXd found = regressed(inputs, values);
  Emulator emulator;
  emulator.slopes = found.leftCols(points.rows());
  emulator.constant = found.rightCols(1);
  emulator.error = error_of(values - found * inputs, inputs.rows());
  emulator.basis = steep_directions(emulator.slopes, emulator.error);
  extend(emulator.basis, informed);
  return emulator;
}

}  // namespace

VectorXd Emulator::at(const VectorXd& point) const {
  return constant + slopes * standardised(point);
}

void Archive::add(const Population& evaluated) {
  for (std::size_t i = 0; i < evaluated.size(); ++i) {
    const auto column = static_cast<Index>(i);
    if (!evaluated.values.col(column).allFinite()) continue;
    std::deque<Known>& known = families_[evaluated.families[i]];
    known.push_back({evaluated.points.col(column), evaluated.values.col(column)});
    if (known.size() > kKept) known.pop_front();
  }
}

std::vector<const Archive::Known*> Archive::others_of(std::uint32_t family) const {
  std::vector<const Known*> others;
  for (std::uint32_t f = 0; f < kFamilies; ++f) {
    if (f == family) continue;
    for (const Known& known : families_[f]) others.push_back(&known);
  }
  return others;
}

std::optional<Emulator> Archive::emulator_without(std::uint32_t family, const MatrixXd& informed) const {
  const std::vector<const Known*> others = others_of(family);
  const auto n = static_cast<Index>(others.size());
  if (n == 0 || n < kPointsEach * (others.front()->point.size() + 1)) return std::nullopt;
  MatrixXd points(others.front()->point.size(), n);
  MatrixXd values(others.front()->values.size(), n);
  for (Index i = 0; i < n; ++i) {
    points.col(i) = others[static_cast<std::size_t>(i)]->point;
    values.col(i) = others[static_cast<std::size_t>(i)]->values;
  }
  return linear_model(points, values, informed);
}

}  // namespace orgsim::worlds
