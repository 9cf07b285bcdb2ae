#include "experiment/rank_correlation.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/draws.hpp"
#include "core/error.hpp"
#include "experiment/statistics.hpp"

namespace orgsim {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr double kRidge = 1e-6;

// Indices in the order of their values.
std::vector<std::size_t> order_of(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return values[i] < values[j] || (values[i] == values[j] && i < j);
  });
  return order;
}

// Of mean 0 and length 1, or 0 if it never changes.
VectorXd standardised(const VectorXd& ranks) {
  const VectorXd deviations = ranks.array() - ranks.mean();
  const double length = deviations.norm();
  return length > 0 ? VectorXd(deviations / length) : VectorXd(VectorXd::Zero(ranks.size()));
}

}  // namespace

VectorXd ranks_of(std::span<const double> values) {
  for (const double value : values) require(!std::isnan(value), "what is ranked is numbers");
  const std::vector<std::size_t> order = order_of(values);
  VectorXd ranks(static_cast<Index>(values.size()));
  for (std::size_t first = 0; first < order.size();) {
    std::size_t end = first + 1;
    while (end < order.size() && values[order[end]] == values[order[first]]) ++end;
    const double shared = (static_cast<double>(first) + static_cast<double>(end) + 1) / 2;
    for (; first < end; ++first) ranks(static_cast<Index>(order[first])) = shared;
  }
  return ranks;
}

RankCorrelations::RankCorrelations(const MatrixXd& inputs)
    : ranks_(inputs.cols(), inputs.rows()), inverse_(inputs.rows(), inputs.rows()) {
  for (Index i = 0; i < inputs.rows(); ++i) {
    const VectorXd row = inputs.row(i);
    ranks_.col(i) = standardised(ranks_of({row.data(), static_cast<std::size_t>(row.size())}));
  }
  // By sums of one order: a matrix product's depends on the processor's cache.
  MatrixXd correlations(inputs.rows(), inputs.rows());
  for (Index i = 0; i < inputs.rows(); ++i) {
    for (Index j = 0; j <= i; ++j) correlations(i, j) = correlations(j, i) = ranks_.col(i).dot(ranks_.col(j));
  }
  correlations.diagonal().array() += kRidge;
  inverse_ = correlations.ldlt().solve(MatrixXd::Identity(inputs.rows(), inputs.rows()));
}

std::vector<double> RankCorrelations::partial(std::span<const double> output) const {
  require(static_cast<Index>(output.size()) == ranks_.rows(), "an output has a value for each point");
  const VectorXd partial = partial_of(standardised(ranks_of(output)));
  return {partial.begin(), partial.end()};
}

// With P the inverse of the inputs' correlations and c their correlations with the output, the inverse of all
// correlations together has, by blocks, 1/s for the output (s = 1 - c' P c), -P c / s beside it, and P + P c
// c' P / s for the inputs. A partial correlation is minus an entry over the root of its two diagonal ones.
VectorXd RankCorrelations::partial_of(const VectorXd& output) const {
  const VectorXd with_output = ranks_.transpose() * output;
  const VectorXd slopes = inverse_ * with_output;
  const double left = std::max(output.squaredNorm() - with_output.dot(slopes), 0.0);
  VectorXd partial(slopes.size());
  for (Index i = 0; i < slopes.size(); ++i) {
    const double scale = std::sqrt(inverse_(i, i) * left + slopes(i) * slopes(i));
    partial(i) = scale > 0 ? slopes(i) / scale : 0;
  }
  return partial;
}

double RankCorrelations::largest_by_chance(std::span<const double> output, double probability,
                                           std::size_t permutations, std::uint64_t seed) const {
  require(static_cast<Index>(output.size()) == ranks_.rows(), "an output has a value for each point");
  const VectorXd ranks = standardised(ranks_of(output));
  std::vector<double> largest;
  for (std::size_t p = 0; p < permutations; ++p) {
    std::vector<double> permuted(ranks.begin(), ranks.end());
    Stream draws = StreamKey{seed, static_cast<std::uint32_t>(p)}.stream(Purpose::permutation, 0, 0);
    shuffle(permuted, draws, StopFlag());
    const VectorXd partial = partial_of(Eigen::Map<const VectorXd>(permuted.data(), ranks.size()));
    largest.push_back(partial.size() > 0 ? partial.cwiseAbs().maxCoeff() : 0);
  }
  std::sort(largest.begin(), largest.end());
  return quantile_of_sorted(largest, probability);
}

}  // namespace orgsim
