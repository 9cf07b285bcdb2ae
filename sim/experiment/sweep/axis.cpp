#include "experiment/sweep/axis.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "core/elementary.hpp"
#include "engine/numbers.hpp"

namespace orgsim {

namespace {

// The place of u among n equally likely ones.
std::size_t place_of(double u, std::size_t n) {
  return std::min(static_cast<std::size_t>(u * static_cast<double>(n)), n - 1);
}

std::size_t steps_in(const ValueRange& span) {
  constexpr double rounding = 1e-9;
  return static_cast<std::size_t>(std::floor((span.high - span.low) / *span.step + rounding)) + 1;
}

// A share is rounded once it is settled.
bool draws_whole(const Axis& axis) {
  return axis.whole && axis.share_of.empty();
}

double whole_within(double value, double low, double high) {
  return std::clamp(std::round(value), std::ceil(low), std::floor(high));
}

// Whole numbers of a range: on a linear scale each as often.
double whole_at(double low, double high, double u, Scale scale) {
  const double first = std::ceil(low);
  const double last = std::floor(high);
  if (scale == Scale::log) return whole_within(between(low, high, u, scale), low, high);
  return first + static_cast<double>(place_of(u, static_cast<std::size_t>(last - first) + 1));
}

double level_of(const Axis& axis, const ValueRange& span, std::size_t i, std::size_t n) {
  const double t = n == 1 ? 0 : static_cast<double>(i) / static_cast<double>(n - 1);
  const double value = between(span.low, span.high, t, axis.scale);
  return draws_whole(axis) ? whole_within(value, span.low, span.high) : value;
}

double quantile_of(const Axis&, const Levels& levels, double u) {
  return levels.values[place_of(u, levels.values.size())];
}

double quantile_of(const Axis& axis, const ValueRange& span, double u) {
  if (span.step) return span.low + *span.step * static_cast<double>(place_of(u, steps_in(span)));
  if (span.levels) {
    const auto n = static_cast<std::size_t>(*span.levels);
    return level_of(axis, span, place_of(u, n), n);
  }
  if (draws_whole(axis)) return whole_at(span.low, span.high, u, axis.scale);
  return between(span.low, span.high, u, axis.scale);
}

double triangular_at(double low, double mode, double high, double u) {
  const double rising = (mode - low) / (high - low);
  if (u < rising) return low + std::sqrt(u * (high - low) * (mode - low));
  return high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

// Within the key's range: u is a share of the probability that lies there.
double normal_at(double mean, double deviation, const Range& range, double u) {
  const boost::math::normal normal(mean, deviation);
  const double below = std::isfinite(range.low) ? boost::math::cdf(normal, range.low) : 0;
  const double above = std::isfinite(range.high) ? boost::math::cdf(normal, range.high) : 1;
  constexpr double least = 1e-300;
  const double p =
      std::clamp(below + u * (above - below), least, 1 - std::numeric_limits<double>::epsilon() / 2);
  return std::clamp(boost::math::quantile(normal, p), range.low, range.high);
}

double quantile_of(const Axis& axis, const Distribution& distribution, double u) {
  const std::vector<double>& a = distribution.arguments;
  const auto rounded = [&](double value) { return axis.whole ? std::round(value) : value; };
  switch (distribution.kind) {
    case DistributionKind::uniform:
      return axis.whole ? whole_at(a[0], a[1], u, Scale::linear) : a[0] + u * (a[1] - a[0]);
    case DistributionKind::triangular: {
      const double value = triangular_at(a[0], a[1], a[2], u);
      return axis.whole ? whole_within(value, a[0], a[2]) : value;
    }
    case DistributionKind::normal:
      return rounded(normal_at(a[0], a[1], axis.range, u));
    case DistributionKind::lognormal: {
      Range logs = axis.range;
      logs.low = logs.low > 0 ? elementary::log(logs.low) : -std::numeric_limits<double>::infinity();
      if (std::isfinite(logs.high)) logs.high = elementary::log(logs.high);
      return rounded(elementary::exp(normal_at(a[0], a[1], logs, u)));
    }
  }
  throw Bug("a distribution of no kind");
}

Axis axis_of(const Scenario& scenario, const Varied& varied) {
  Axis axis{varied.name, varied.keys, varied.choice, {}, false, Scale::linear};
  bool first = true;
  for (const std::string& path : varied.keys) {
    const std::optional<NumberKey> key = find_number(scenario, number_path(path).key);
    require(key.has_value(), "the keys of a sweep were checked");
    axis.whole = axis.whole || key->whole;
    axis.range.low = std::max(axis.range.low, key->field.range.low);
    axis.range.high = std::min(axis.range.high, key->field.range.high);
    if (first) axis.scale = key->field.scale;
    first = false;
  }
  if (const auto* span = std::get_if<ValueRange>(&axis.choice)) {
    axis.share_of = span->share_of;
    axis.scale = span->scale.value_or(axis.share_of.empty() ? axis.scale : Scale::linear);
  }
  return axis;
}

}  // namespace

std::vector<Axis> axes_of(const Scenario& scenario) {
  const SweepTable& sweep = scenario.sweep;
  std::vector<Axis> axes;
  if (sweep.design != DesignKind::file || sweep.table.columns.empty()) {
    for (const Varied& varied : sweep.vary) axes.push_back(axis_of(scenario, varied));
    return axes;
  }
  for (const std::string& name : sweep.table.columns)
    axes.push_back(axis_of(scenario, sweep.varied_as(name)));
  return axes;
}

double value_at(const Axis& axis, double u) {
  return std::visit([&](const auto& choice) { return quantile_of(axis, choice, u); }, axis.choice);
}

std::vector<double> levels_of(const Axis& axis, std::size_t usual) {
  if (const auto* levels = std::get_if<Levels>(&axis.choice)) return levels->values;
  const auto* span = std::get_if<ValueRange>(&axis.choice);
  require(span != nullptr, "a distribution has no levels");
  std::vector<double> values;
  if (span->step) {
    for (std::size_t i = 0; i < steps_in(*span); ++i)
      values.push_back(span->low + *span->step * static_cast<double>(i));
    return values;
  }
  const std::size_t n = span->levels ? static_cast<std::size_t>(*span->levels) : usual;
  for (std::size_t i = 0; i < n; ++i) {
    const double value = level_of(axis, *span, i, n);
    // Whole numbers close together may be the same.
    if (values.empty() || values.back() != value) values.push_back(value);
  }
  return values;
}

}  // namespace orgsim
