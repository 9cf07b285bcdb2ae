#include "report/worlds_summary.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "experiment/statistics.hpp"

namespace orgsim {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::vector<double> row(const MatrixXd& units, std::size_t number) {
  std::vector<double> values;
  for (Index i = 0; i < units.cols(); ++i) values.push_back(units(static_cast<Index>(number), i));
  return values;
}

// Which of the targets each point meets.
std::vector<std::vector<bool>> met_by(const WorldPoints& points, const std::vector<Target>& targets) {
  std::vector<std::vector<bool>> met;
  for (const std::vector<double>& figures : points.figures) {
    std::vector<bool>& one = met.emplace_back();
    for (std::size_t t = 0; t < targets.size(); ++t)
      one.push_back(implausibility(targets[t], figures[t]) < kImplausible);
  }
  return met;
}

TargetSummary of_target(const Worlds& worlds, const std::vector<std::vector<bool>>& met, std::size_t t) {
  TargetSummary summary;
  summary.number = t;
  std::size_t excluded = 0;
  for (const std::vector<bool>& one : met) {
    if (!one[t]) ++excluded;
    const auto missed = std::count(one.begin(), one.end(), false);
    const bool by_others = missed == 0 || (missed == 1 && !one[t]);
    if (by_others) ++summary.others;
    if (by_others && !one[t]) ++summary.alone;
  }
  summary.excluded = static_cast<double>(excluded) / static_cast<double>(met.size());
  std::vector<double> figures;
  for (const std::vector<double>& of_world : worlds.ensemble.figures) figures.push_back(of_world[t]);
  summary.figure = quantiles_5_50_95(figures);
  return summary;
}

// Half of those that are equal count as below.
double quantile_in(const std::vector<double>& values, double value) {
  double below = 0;
  for (const double other : values) below += other < value ? 1 : other == value ? 0.5 : 0;
  return below / static_cast<double>(values.size());
}

std::vector<NumberSummary> of_numbers(const Worlds& worlds) {
  const WorldsPlan& plan = worlds.plan;
  const std::vector<double> own = values_in(plan);
  const std::vector<double> own_units = plausible_units(plan.numbers, own);
  std::vector<std::vector<double>> prior(plan.numbers.size());
  for (std::size_t i = 0; i < worlds.prior.size(); ++i) {
    const VectorXd units = worlds.prior.units.col(static_cast<Index>(i));
    const std::vector<double> values = world_at(plan, {units.data(), static_cast<std::size_t>(units.size())});
    for (std::size_t n = 0; n < values.size(); ++n) prior[n].push_back(values[n]);
  }
  std::vector<NumberSummary> numbers;
  for (std::size_t n = 0; n < plan.numbers.size(); ++n) {
    std::vector<double> values;
    for (const std::vector<double>& world : worlds.values) values.push_back(world[n]);
    const std::vector<double> units = row(worlds.ensemble.units, n);
    numbers.push_back({n, quantiles_5_50_95(prior[n]), quantiles_5_50_95(values), own[n],
                       quantile_in(units, own_units[n]), quantiles_5_50_95(row(worlds.prior.units, n)),
                       quantiles_5_50_95(units), own_units[n]});
  }
  return numbers;
}

VectorXd own_point(const WorldsPlan& plan) {
  const std::vector<double> units = plausible_units(plan.numbers, values_in(plan));
  return Eigen::Map<const VectorXd>(units.data(), static_cast<Index>(units.size()));
}

}  // namespace

// Both are met n11 times in n draws, one of them n1 and the other n2 times. Were they independent, n11 would
// be hypergeometric. A pair fights if n11 is lower than chance explains at 5 %, divided by the number of
// pairs (Bonferroni), by the normal approximation, which wants five expected or more.
std::vector<Fight> fights_among(const std::vector<std::vector<bool>>& met) {
  constexpr double enough = 5;
  const auto n = static_cast<double>(met.size());
  const std::size_t targets = met.empty() ? 0 : met.front().size();
  if (targets < 2) return {};
  const double pairs = static_cast<double>(targets * (targets - 1)) / 2;
  const double least = boost::math::quantile(boost::math::normal(), 0.05 / pairs);
  std::vector<Fight> fights;
  for (std::size_t a = 0; a < targets; ++a) {
    for (std::size_t b = a + 1; b < targets; ++b) {
      double n1 = 0, n2 = 0, n11 = 0;
      for (const std::vector<bool>& one : met) {
        n1 += one[a] ? 1 : 0;
        n2 += one[b] ? 1 : 0;
        n11 += one[a] && one[b] ? 1 : 0;
      }
      const double expected = n1 * n2 / n;
      const double variance = expected * (n - n1) * (n - n2) / (n * (n - 1));
      if (expected < enough || variance <= 0 || (n11 - expected) / std::sqrt(variance) > least) continue;
      fights.push_back({a, b, n11 / n, expected / n});
    }
  }
  std::stable_sort(fights.begin(), fights.end(), [](const Fight& one, const Fight& other) {
    return one.together * other.by_chance < other.together * one.by_chance;
  });
  return fights;
}

std::optional<Distance> distance_from_middle(const MatrixXd& points, const VectorXd& own) {
  if (points.cols() < 2 * points.rows()) return std::nullopt;
  const VectorXd middle = points.rowwise().mean();
  const MatrixXd centred = points.colwise() - middle;
  const MatrixXd covariance = centred * centred.transpose() / static_cast<double>(points.cols() - 1);
  const Eigen::LLT<MatrixXd> root(covariance);
  if (root.info() != Eigen::Success) return std::nullopt;
  const MatrixXd whitened = root.matrixL().solve(centred);
  std::vector<double> distances;
  for (Index i = 0; i < whitened.cols(); ++i) distances.push_back(whitened.col(i).norm());
  std::sort(distances.begin(), distances.end());
  const VectorXd from_middle = own - middle;
  return Distance{root.matrixL().solve(from_middle).norm(), quantile_of_sorted(distances, 0.75)};
}

WorldsSummary summarise(const Worlds& worlds) {
  WorldsSummary summary;
  summary.worlds = &worlds;
  if (!worlds.waves.empty()) summary.log_share = worlds.waves.back().log_share;
  const std::vector<std::vector<bool>> met = met_by(worlds.prior, worlds.plan.used);
  for (std::size_t t = 0; t < worlds.plan.used.size(); ++t)
    summary.targets.push_back(of_target(worlds, met, t));
  std::stable_sort(
      summary.targets.begin(), summary.targets.end(),
      [](const TargetSummary& one, const TargetSummary& other) { return one.excluded > other.excluded; });
  summary.numbers = of_numbers(worlds);
  std::stable_sort(
      summary.numbers.begin(), summary.numbers.end(),
      [](const NumberSummary& one, const NumberSummary& other) { return one.width() < other.width(); });
  summary.fights = fights_among(met);
  summary.distance = distance_from_middle(worlds.ensemble.units, own_point(worlds.plan));
  summary.own = most_implausible(worlds.plan.used, worlds.own_figures);
  return summary;
}

}  // namespace orgsim
