#include "experiment/fit/likelihood.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

// Prior standard deviation of the logarithm of the money unit: nothing is known of it.
constexpr double kUnitSpread = 10;

// Part of the error of a sum over several quarters that neighbouring sums do not share, so that no
// combination of them is claimed to be known exactly.
constexpr double kOwnPart = 0.1;

// Independent errors of quarters make those of sums over `rolling` quarters alike as far as they overlap.
double correlation(Index apart, int rolling) {
  if (apart == 0) return 1;
  return (1 - kOwnPart) * std::max(0.0, 1 - static_cast<double>(apart) / rolling);
}

Grid grid_of(const FitPlan& plan) {
  Grid grid;
  for (const BookColumn& column : plan.quarters.columns) grid.books.push_back(column.book);
  grid.quarters = plan.grid_quarters();
  grid.rolling = plan.settings.rolling;
  return grid;
}

// Sums over quarters all of which the table has.
std::vector<double> rolled(const std::vector<double>& values, int rolling) {
  std::vector<double> sums(values.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t q = static_cast<std::size_t>(rolling) - 1; q < values.size(); ++q) {
    sums[q] = 0;
    for (std::size_t back = 0; back < static_cast<std::size_t>(rolling); ++back) sums[q] += values[q - back];
  }
  return sums;
}

double log_determinant(const Eigen::LLT<MatrixXd>& root) {
  double sum = 0;
  const MatrixXd& lower = root.matrixLLT();
  for (Index i = 0; i < lower.rows(); ++i) sum += elementary::log(lower(i, i));
  return 2 * sum;
}

Eigen::LLT<MatrixXd> root_of(MatrixXd covariance, const VectorXd& money, bool with_unit) {
  if (with_unit) covariance += kUnitSpread * kUnitSpread * money * money.transpose();
  return Eigen::LLT<MatrixXd>(covariance);
}

PooledNoise part_of(const PooledNoise& noise, const std::vector<Index>& cells) {
  return {noise.bias(cells), noise.covariance(cells, cells)};
}

}  // namespace

Likelihood::Likelihood(const FitPlan& plan, NoiseBySource noise)
    : grid_(grid_of(plan)), noise_(std::move(noise)) {
  std::vector<double> reported;
  std::vector<double> money;
  for (std::size_t c = 0; c < plan.quarters.columns.size(); ++c) {
    const BookColumn& column = plan.quarters.columns[c];
    const std::vector<double> values =
        column.book == Book::won ? rolled(column.values, grid_.rolling) : column.values;
    for (std::size_t q = 0; q < values.size(); ++q) {
      if (std::isnan(values[q])) continue;
      cells_.push_back(static_cast<Index>(c * static_cast<std::size_t>(grid_.quarters) + q));
      kinds_.push_back(error_kind(column.book));
      reported.push_back(elementary::log(values[q]));
      money.push_back(is_money(column.book) ? 1 : 0);
    }
  }
  reported_ = Eigen::Map<VectorXd>(reported.data(), static_cast<Index>(reported.size()));
  money_ = Eigen::Map<VectorXd>(money.data(), static_cast<Index>(money.size()));
  cell_noise_.people = part_of(noise_.people, cells_);
  for (const PooledNoise& source : noise_.sources) cell_noise_.sources.push_back(part_of(source, cells_));
}

MatrixXd Likelihood::of_errors(const Errors& errors) const {
  const auto count = static_cast<Index>(cells_.size());
  MatrixXd covariance = MatrixXd::Zero(count, count);
  for (Index i = 0; i < count; ++i) {
    const ErrorKind kind = kinds_[static_cast<std::size_t>(i)];
    const double error = errors[static_cast<std::size_t>(kind)];
    covariance(i, i) = error * error;
    if (kind != ErrorKind::won || grid_.rolling == 1) continue;
    for (Index j = 0; j < i; ++j) {  // there is one column of customers won
      if (kinds_[static_cast<std::size_t>(j)] != kind) continue;
      const Index apart = cells_[static_cast<std::size_t>(i)] - cells_[static_cast<std::size_t>(j)];
      covariance(i, j) = covariance(j, i) = error * error * correlation(apart, grid_.rolling);
    }
  }
  return covariance;
}

// But for a constant, and with the unit integrated out.
double Likelihood::log_density(const VectorXd& gaps, const MatrixXd& covariance) const {
  const Eigen::LLT<MatrixXd> root = root_of(covariance, money_, true);
  return -(root.matrixL().solve(gaps).squaredNorm() + log_determinant(root)) / 2;
}

VectorXd Likelihood::values(const World& world) const {
  const PooledNoise noise = cell_noise_.of(world.luck);
  VectorXd values(static_cast<Index>(value_count()));
  values.tail(values.size() - 1) = world.logs(cells_);
  const VectorXd gaps = reported_ - world.logs(cells_) - noise.bias;
  values(0) = log_density(gaps, noise.covariance + of_errors(world.errors));
  return values;
}

// Likelihoods of normal errors e, to the power of a level t, are on average over normal m with variances V
// what exp(-t/2 (y - m)' (e + t V)^-1 (y - m)) is; of the determinants, what is exact for t = 1.
double Likelihood::log_guide(const LuckSizes& luck, const Errors& errors, const VectorXd& foreseen,
                             const VectorXd& of_foreseen, double level) const {
  const PooledNoise noise = cell_noise_.of(luck);
  MatrixXd covariance = noise.covariance + of_errors(errors);
  const Index count = covariance.rows();
  covariance.diagonal() += level * of_foreseen.tail(count).cwiseAbs2();
  return level * log_density(reported_ - foreseen.tail(count) - noise.bias, covariance);
}

double Likelihood::precision_of_unit(const Eigen::LLT<MatrixXd>& root) const {
  return root.matrixL().solve(money_).squaredNorm() + 1 / (kUnitSpread * kUnitSpread);
}

double Likelihood::unit_of(const VectorXd& gaps, const Eigen::LLT<MatrixXd>& root) const {
  return money_.dot(root.solve(gaps)) / precision_of_unit(root);
}

double Likelihood::misfit(const World& world) const {
  const PooledNoise noise = cell_noise_.of(world.luck);
  const Eigen::LLT<MatrixXd> lower = root_of(noise.covariance + of_errors(world.errors), money_, false);
  const VectorXd gap = reported_ - world.logs(cells_) - noise.bias;
  const VectorXd left = gap - unit_of(gap, lower) * money_;
  return lower.matrixL().solve(left).squaredNorm();
}

VectorXd Likelihood::residuals(const World& world) const {
  const PooledNoise noise = cell_noise_.of(world.luck);
  const MatrixXd covariance = noise.covariance + of_errors(world.errors);
  const VectorXd gap = reported_ - world.logs(cells_) - noise.bias;
  const VectorXd left = gap - unit_of(gap, root_of(covariance, money_, false)) * money_;
  return left.cwiseQuotient(covariance.diagonal().cwiseSqrt());
}

double Likelihood::degrees_of_freedom() const {
  return static_cast<double>(cells_.size()) - (money_.maxCoeff() > 0 ? 1 : 0);
}

// A joint draw of noise and reports, corrected by what the reports that there are differ from the drawn ones
// (Matheron's rule: Wilson et al. 2021, J. Machine Learning Research 22(105), 1-47).
Likelihood::Foreseen Likelihood::foresee(const World& world, Stream& draws) const {
  const PooledNoise noise = noise_.of(world.luck);
  const MatrixXd reported = noise.covariance(cells_, cells_) + of_errors(world.errors);
  const Eigen::LLT<MatrixXd> lower = root_of(reported, money_, false);
  const VectorXd gap = reported_ - world.logs(cells_) - noise.bias(cells_);
  Foreseen foreseen;
  const double z = worlds::normals(1, draws)(0);
  foreseen.log_unit = unit_of(gap, lower) + z / std::sqrt(precision_of_unit(lower));
  const Index size = noise.covariance.rows();
  MatrixXd covariance = noise.covariance;
  covariance.diagonal().array() += 1e-12;
  const VectorXd luck = Eigen::LLT<MatrixXd>(covariance).matrixL() * worlds::normals(size, draws);
  const Eigen::LLT<MatrixXd> error_root(of_errors(world.errors));
  const VectorXd error = error_root.matrixL() * worlds::normals(static_cast<Index>(cells_.size()), draws);
  const VectorXd left = gap - foreseen.log_unit * money_ - luck(cells_) - error;
  const MatrixXd across = noise.covariance(Eigen::all, cells_);
  foreseen.logs = world.logs + noise.bias + luck + across * lower.solve(left);
  const auto quarters = static_cast<Index>(grid_.quarters);
  const VectorXd fresh = worlds::normals(size, draws);
  for (Index i = 0; i < size; ++i) {
    const Book book = grid_.books[static_cast<std::size_t>(i / quarters)];
    foreseen.logs(i) += world.errors[static_cast<std::size_t>(error_kind(book))] * fresh(i);
    if (is_money(book)) foreseen.logs(i) += foreseen.log_unit;
  }
  return foreseen;
}

}  // namespace orgsim
