#include "experiment/worlds/proposal.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// By sums of one order: a matrix product's depends on the processor's cache.
MatrixXd covariance_of(const MatrixXd& population) {
  const MatrixXd deviations = (population.colwise() - population.rowwise().mean()).transpose();
  const Index k = population.rows();
  MatrixXd covariance(k, k);
  for (Index i = 0; i < k; ++i) {
    for (Index j = 0; j <= i; ++j)
      covariance(i, j) = covariance(j, i) = deviations.col(i).dot(deviations.col(j));
  }
  return covariance / static_cast<double>(std::max<Index>(population.cols() - 1, 1));
}

namespace {

constexpr double kLeastSpread = 1e-9;

// Variances that noise alone would give, of k numbers known from n points (Marchenko & Pastur 1967), with a
// margin.
struct Noise {
  double low = 0;
  double high = 0;
};
Noise noise_of(double k, double n) {
  constexpr double margin = 0.1;
  const double ratio = std::sqrt(k / n);
  const double below = std::max(1 - ratio, 0.0);
  return {(1 - margin) * below * below, (1 + margin) * (1 + ratio) * (1 + ratio)};
}

MatrixXd narrowed_directions(const MatrixXd& population, double distinct) {
  const Index k = population.rows();
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(covariance_of(population));
  constexpr double many = 20;  // points to each direction
  if (distinct >= many * static_cast<double>(k)) return solver.eigenvectors();
  const Noise noise = noise_of(static_cast<double>(k), distinct);
  std::vector<Index> informed;
  for (Index i = 0; i < k; ++i) {
    const double variance = solver.eigenvalues()(i);
    if (variance < noise.low || variance > noise.high) informed.push_back(i);
  }
  return solver.eigenvectors()(Eigen::all, informed);
}

}  // namespace

MatrixXd informed_directions(const MatrixXd& population, std::size_t distinct) {
  const auto k = static_cast<double>(population.rows());
  const auto n = static_cast<double>(distinct);
  MatrixXd basis = narrowed_directions(population, n);
  // Evidence of one side, such as "at least so much", moves the mean and narrows little.
  const VectorXd mean = population.rowwise().mean();
  const VectorXd beside = mean - basis * (basis.transpose() * mean);
  const double by_chance = (k + 3 * std::sqrt(2 * k)) / n;
  if (basis.cols() == population.rows() || beside.squaredNorm() <= by_chance) return basis;
  basis.conservativeResize(Eigen::NoChange, basis.cols() + 1);
  basis.rightCols(1) = beside.normalized();
  return basis;
}

Proposal fitted(const MatrixXd& basis, const MatrixXd& population) {
  if (basis.cols() == 0) return {basis, VectorXd(0), VectorXd(0)};
  const MatrixXd within = basis.transpose() * population;
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(covariance_of(within));
  const VectorXd variances = solver.eigenvalues().cwiseMax(kLeastSpread * kLeastSpread);
  return {basis * solver.eigenvectors(), solver.eigenvectors().transpose() * within.rowwise().mean(),
          variances.cwiseSqrt()};
}

double log_prior_over(const Proposal& proposal, const VectorXd& within) {
  double sum = 0;
  for (Index i = 0; i < within.size(); ++i) {
    const double scaled = (within(i) - proposal.mean(i)) / proposal.sd(i);
    sum += (scaled * scaled - within(i) * within(i)) / 2 + elementary::log(proposal.sd(i));
  }
  return sum;
}

Mixture::Mixture(Proposal proposal, double widening, double defence)
    : proposal_(std::move(proposal)), defence_(defence) {
  proposal_.sd *= widening;
}

VectorXd Mixture::draw(Stream& draws) const {
  const bool from_prior = uniform(draws) < defence_;
  const VectorXd point = normals(proposal_.basis.rows(), draws);
  if (from_prior) return point;
  const VectorXd within = proposal_.basis.transpose() * point;
  return point + proposal_.basis * (proposal_.mean + proposal_.sd.cwiseProduct(within) - within);
}

double Mixture::log_weight(const VectorXd& point) const {
  const double log_ratio = log_prior_over(proposal_, proposal_.basis.transpose() * point);
  // prior / (d prior + (1 - d) proposal), of which the proposal may be 0 or infinite in doubles.
  return -elementary::log(defence_ + (1 - defence_) * elementary::exp(-log_ratio));
}

}  // namespace orgsim::worlds
