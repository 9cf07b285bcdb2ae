// The small functions that the equations of the model are written with.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/elementary.hpp"
#include "core/vectors.hpp"

namespace orgsim {

// Floors that keep every logarithm and ratio finite (docs/model.md, 3).
constexpr double kLogFloor = 1e-9;
constexpr double kRatioFloor = 1e-12;

// A hazard at which the event happens for certain, to every digit. Nor is a factor of hazards larger, so that
// products and sums of them are finite.
constexpr double kSurely = 1e100;

// The exponentials of this and of its negative are finite, and so are products of twelve of either.
constexpr double kSafeExponent = 59;

// The logistic function, computed so that neither tail overflows.
inline double logistic(double z) {
  if (z >= 0) return 1 / (1 + elementary::exp(-z));
  const double e = elementary::exp(z);
  return e / (1 + e);
}

// The sum of term(0) ... term(count - 1): four sums side by side, which vectors do at once, then together.
template <class Term>
[[gnu::always_inline]] inline double sum_of(std::size_t count, const Term& term) {
  std::array<double, kVector> sums{};
  std::size_t i = 0;
  for (; i + kVector <= count; i += kVector) {
    for (std::size_t v = 0; v < kVector; ++v) sums[v] += term(i + v);
  }
  double rest = 0;
  for (; i < count; ++i) rest += term(i);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest;
}

inline double clip(double z, double low, double high) {
  return std::clamp(z, low, high);
}

inline double ratio(double numerator, double denominator) {
  return numerator / std::max(denominator, kRatioFloor);
}

inline double floored_log(double z) {
  return elementary::log(std::max(z, kLogFloor));
}

// x / (half + x): a half-saturation curve, 0 at 0 and 1/2 at `half`.
inline double saturation(double x, double half) {
  return ratio(x, half + x);
}

// Moves `value` a share `rate` of the way to `target`.
inline void approach(double& value, double target, double rate) {
  value += rate * (target - value);
}

}  // namespace orgsim
