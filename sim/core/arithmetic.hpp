// The small functions that the equations of the model are written with.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

namespace orgsim {

// Floors that keep every logarithm and ratio finite (docs/model.md, "Numbers").
constexpr double kLogFloor = 1e-9;
constexpr double kRatioFloor = 1e-12;

// A hazard at which the event happens for certain, to every digit; larger ones would not be finite.
constexpr double kSurely = 1e100;

// The exponentials of this and of its negative are finite, and so is the product of two of them.
constexpr double kSafeExponent = 300;

// The logistic function, computed so that neither tail overflows.
inline double logistic(double z) {
  if (z >= 0) return 1 / (1 + std::exp(-z));
  const double e = std::exp(z);
  return e / (1 + e);
}

// exp(b_j - a_i) of all pairs, written to out[j * a.size() + i]: the odds against what a utility a is offered
// and b demanded, so that Lambda(a - b) = 1 / (1 + odds). Where none can overflow it takes one exponential
// for each a and b instead of one for each pair.
void odds_against(std::span<const double> a, std::span<const double> b, std::span<double> out);

inline double clip(double z, double low, double high) {
  return std::clamp(z, low, high);
}

inline double ratio(double numerator, double denominator) {
  return numerator / std::max(denominator, kRatioFloor);
}

inline double floored_log(double z) {
  return std::log(std::max(z, kLogFloor));
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
