// What a fit says of each unknown, and its tables.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "experiment/fit/draw.hpp"
#include "experiment/fit/fit.hpp"
#include "experiment/statistics.hpp"
#include "experiment/worlds/plan.hpp"

namespace orgsim {

using Eigen::Index;
using Eigen::MatrixXd;

namespace {

constexpr std::size_t kPriorDraws = 4000;
constexpr std::string_view kWeight = "weight.";

std::array<double, 3> quantiles_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {quantile_of_sorted(values, 0.05), quantile_of_sorted(values, 0.5),
          quantile_of_sorted(values, 0.95)};
}

double width_of(const std::array<double, 3>& quantiles, Scale scale) {
  if (scale == Scale::linear) return quantiles[2] - quantiles[0];
  return elementary::log(quantiles[2] / quantiles[0]);
}

// Of what stands in a table of unknowns but for the money.
std::vector<double> unknowns_of(const FitPlan& plan, const FitPoint& point) {
  std::vector<double> all = point.values;
  for (const PlausibleNumber& other : plan.others) {
    const std::string_view name = other.path;
    if (name.starts_with(kWeight)) continue;  // said by the shares
    if (name == "age_weeks") {
      all.push_back(point.age);
    } else {
      const ErrorKind kind = named<ErrorKind>(name.substr(std::string_view("error.").size())).value();
      all.push_back(point.errors[static_cast<std::size_t>(kind)]);
    }
  }
  return all;
}

std::vector<Scale> scales_of(const FitPlan& plan) {
  std::vector<Scale> scales;
  for (const PlausibleNumber& number : plan.numbers) scales.push_back(number.scale);
  scales.resize(plan.paths.size(), Scale::linear);  // shares
  for (const PlausibleNumber& other : plan.others) {
    if (!std::string_view(other.path).starts_with(kWeight)) scales.push_back(other.scale);
  }
  return scales;
}

}  // namespace

MatrixXd uniform_points(const FitPlan& plan, std::size_t count, FitDraw draw) {
  MatrixXd points(static_cast<Index>(plan.unknowns()), static_cast<Index>(count));
  for (Index i = 0; i < points.cols(); ++i) {
    Stream draws = stream_of(plan.settings.seed, draw, static_cast<std::size_t>(i));
    for (Index k = 0; k < points.rows(); ++k) points(k, i) = uniform(draws);
  }
  return points;
}

std::vector<std::string> names_of_unknowns(const FitPlan& plan) {
  std::vector<std::string> names = plan.paths;
  for (const PlausibleNumber& other : plan.others) {
    std::string name = other.path;
    if (name.starts_with(kWeight)) continue;
    std::ranges::replace(name, '.', '_');
    names.push_back(name);
  }
  return names;
}

std::vector<double> unknowns_of(const Fit& fit, std::size_t world) {
  return unknowns_of(fit.plan, fit.worlds[world]);
}

std::vector<Recovered> recovered(const Fit& fit) {
  const std::vector<std::string> names = names_of_unknowns(fit.plan);
  const std::vector<Scale> scales = scales_of(fit.plan);
  const MatrixXd points = uniform_points(fit.plan, kPriorDraws, FitDraw::prior);
  std::vector<std::vector<double>> prior(names.size());
  for (Index i = 0; i < points.cols(); ++i) {
    const FitPoint point =
        point_at(fit.plan, {points.col(i).data(), static_cast<std::size_t>(points.rows())});
    const std::vector<double> all = unknowns_of(fit.plan, point);
    for (std::size_t k = 0; k < all.size(); ++k) prior[k].push_back(all[k]);
  }
  std::vector<std::vector<double>> worlds(names.size());
  for (const FitPoint& point : fit.worlds) {
    const std::vector<double> all = unknowns_of(fit.plan, point);
    for (std::size_t k = 0; k < all.size(); ++k) worlds[k].push_back(all[k]);
  }
  std::vector<Recovered> all;
  for (std::size_t k = 0; k < names.size(); ++k) {
    Recovered one{names[k], quantiles_of(prior[k]), quantiles_of(worlds[k]), 1};
    one.width = width_of(one.worlds, scales[k]) / width_of(one.prior, scales[k]);
    all.push_back(one);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Recovered& one, const Recovered& other) { return one.width < other.width; });
  return all;
}

std::string worlds_csv(const Fit& fit) {
  std::string text = fmt::format("{}\n", fmt::join(fit.plan.paths, ","));
  for (const FitPoint& world : fit.worlds) {
    std::vector<std::string> cells;
    for (const double value : world.values) cells.push_back(in_digits(value));
    text += fmt::format("{}\n", fmt::join(cells, ","));
  }
  return text;
}

}  // namespace orgsim
