#include "experiment/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "core/error.hpp"

namespace orgsim {

namespace {

constexpr double kNormal975 = 1.959963984540054;  // 97.5 % quantile of the standard normal

}  // namespace

Interval wilson(std::size_t successes, std::size_t trials) {
  if (trials == 0) return {0, 1};
  const auto n = static_cast<double>(trials);
  const double p = static_cast<double>(successes) / n;
  const double z2 = kNormal975 * kNormal975;
  const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kNormal975 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  // The ends of an extreme proportion are exact; rounding must not move them.
  return {successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half};
}

double wilson_width(std::size_t successes, std::size_t trials) {
  const Interval interval = wilson(successes, trials);
  return 100 * (interval.high - interval.low);
}

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return squares / static_cast<double>(values.size() - 1);
}

Interval mean_interval(std::span<const double> values) {
  const double mean = mean_of(values);
  if (values.size() < 2) return {mean, mean};
  const auto n = static_cast<double>(values.size());
  const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.975);
  const double half = t * std::sqrt(variance_of(values) / n);
  return {mean - half, mean + half};
}

double quantile_of_sorted(std::span<const double> sorted, double probability) {
  require(!sorted.empty(), "a quantile needs values");
  const double position = probability * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (sorted[below + 1] - sorted[below]) * (position - static_cast<double>(below));
}

std::array<double, 3> quantiles_5_50_95(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {quantile_of_sorted(values, 0.05), quantile_of_sorted(values, 0.5),
          quantile_of_sorted(values, 0.95)};
}

}  // namespace orgsim
