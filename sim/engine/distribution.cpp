#include "engine/distribution.hpp"

#include <boost/random/lognormal_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/triangle_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>
#include <cmath>
#include <cstdint>

#include "core/elementary.hpp"

namespace orgsim {

namespace {

constexpr int kMostTries = 1000;

double draw_once(const Distribution& d, Stream& stream) {
  const std::vector<double>& a = d.arguments;
  switch (d.kind) {
    case DistributionKind::uniform:
      return boost::random::uniform_real_distribution<double>(a[0], a[1])(stream);
    case DistributionKind::normal:
      return boost::random::normal_distribution<double>(a[0], a[1])(stream);
    case DistributionKind::triangular:
      return boost::random::triangle_distribution<double>(a[0], a[1], a[2])(stream);
    case DistributionKind::lognormal:
      return boost::random::lognormal_distribution<double>(a[0], a[1])(stream);
  }
  return 0;
}

// The whole numbers from one end to the other as often each; of other distributions the nearest one.
double draw_whole(const Distribution& d, Stream& stream) {
  if (d.kind != DistributionKind::uniform) return std::round(draw_once(d, stream));
  const auto low = static_cast<std::int64_t>(std::ceil(d.arguments[0]));
  const auto high = static_cast<std::int64_t>(std::floor(d.arguments[1]));
  return static_cast<double>(boost::random::uniform_int_distribution<std::int64_t>(low, high)(stream));
}

}  // namespace

std::size_t argument_count(DistributionKind kind) {
  return kind == DistributionKind::triangular ? 3 : 2;
}

std::string_view argument_text(DistributionKind kind) {
  switch (kind) {
    case DistributionKind::uniform:
      return "[a, b] with a < b";
    case DistributionKind::normal:
      return "[mean, standard deviation] with a standard deviation above 0";
    case DistributionKind::triangular:
      return "[a, mode, b] with a <= mode <= b and a < b";
    case DistributionKind::lognormal:
      return "[mean, standard deviation] of the logarithm, with a standard deviation above 0";
  }
  return "";
}

bool arguments_hold(const Distribution& d) {
  const std::vector<double>& a = d.arguments;
  if (a.size() != argument_count(d.kind)) return false;
  for (const double value : a) {
    if (!std::isfinite(value)) return false;
  }
  switch (d.kind) {
    case DistributionKind::uniform:
      return a[0] < a[1];
    case DistributionKind::triangular:
      return a[0] <= a[1] && a[1] <= a[2] && a[0] < a[2];
    case DistributionKind::normal:
    case DistributionKind::lognormal:
      return a[1] > 0;
  }
  return false;
}

double central_value(const Distribution& d) {
  const std::vector<double>& a = d.arguments;
  switch (d.kind) {
    case DistributionKind::uniform:
      return (a[0] + a[1]) / 2;
    case DistributionKind::normal:
      return a[0];
    case DistributionKind::triangular:
      return a[1];
    case DistributionKind::lognormal:
      return elementary::exp(a[0]);
  }
  return 0;
}

Range support(const Distribution& d) {
  switch (d.kind) {
    case DistributionKind::uniform:
      return {d.arguments[0], d.arguments[1]};
    case DistributionKind::triangular:
      return {d.arguments[0], d.arguments[2]};
    case DistributionKind::lognormal:
      return {0};
    case DistributionKind::normal:
      return {};
  }
  return {};
}

std::optional<double> draw(const Distribution& distribution, const Range& range, bool whole, Stream& stream) {
  for (int i = 0; i < kMostTries; ++i) {
    const double value = whole ? draw_whole(distribution, stream) : draw_once(distribution, stream);
    if (range.holds(value)) return value;
  }
  return std::nullopt;
}

}  // namespace orgsim
