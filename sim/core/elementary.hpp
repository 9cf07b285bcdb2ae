// exp, log and their kin from nothing but + - * / and whole-number arithmetic on bits. A processor's own
// library rounds them as its instructions happen to allow, and one number at a time. These give the same
// bytes everywhere, and a loop over them becomes vector instructions (docs/performance.md).
//
// Method: reduction to a small argument by powers of two with ln 2 in two parts (Cody & Waite 1980, Software
// Manual for the Elementary Functions), then the Taylor series, cut off below the last bit of a double.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

namespace orgsim::elementary {

// Always inlined: a loop can only be turned into vectors if it sees the whole function, and then it takes the
// vectors of whichever function it stands in (core/vectors.hpp).
#define ORGSIM_INLINE [[gnu::always_inline]] inline

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLn2High = 0x1.62e42fefa3800p-1;  // 42 bits: its product with any exponent is exact
constexpr double kLn2Low = 0x1.ef35793c76730p-45;  // ln 2 - kLn2High
constexpr double kLog2OfE = 0x1.71547652b82fep0;

// Adding this rounds a number below 2^51 to a whole one, which the low bits of the sum then hold.
constexpr double kToWhole = 0x1.8p52;

constexpr double kMostExponent = 0x1.62e42fefa39efp9;  // exp of more is infinite
constexpr double kLeastExponent = -708;                // exp of less is taken for 0

// exp(x) - 1 = 2^k (1 + less_one) - 1 with whole k. The half of 2^k is finite for every exponent allowed.
struct Reduced {
  double half_scale;
  double less_one;
};

// (exp(r) - 1 - r) / r^2 for |r| <= ln 2 / 2.
ORGSIM_INLINE double exp_tail(double r) {
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double low = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
  const double middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
  const double high =
      (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800));
  return low + r4 * (middle + r4 * high);
}

ORGSIM_INLINE Reduced reduce(double x) {
  const double shifted = x * kLog2OfE + kToWhole;
  const double k = shifted - kToWhole;
  const double r = (x - k * kLn2High) - k * kLn2Low;  // |r| <= ln 2 / 2
  constexpr std::uint64_t bias = 1022;                // one less than that of doubles: half the scale
  return {std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + bias) << 52U),
          r + r * r * exp_tail(r)};
}

// Within 1.1 units in the last place; below -708, where fewer digits are left, 0.
ORGSIM_INLINE double exp(double x) {
  const double above = x < kLeastExponent ? kLeastExponent : x;  // these ways round a NaN stays one
  const Reduced part = reduce(above > kMostExponent ? kMostExponent : above);
  const double result = 2 * (part.half_scale + part.half_scale * part.less_one);
  const double not_tiny = x < kLeastExponent ? 0 : result;
  return x > kMostExponent ? kInfinity : not_tiny;
}

// exp(x) - 1 without cancellation, within 2.5 units in the last place.
ORGSIM_INLINE double expm1(double x) {
  constexpr double surely_minus_one = -40;
  const double above = x < surely_minus_one ? surely_minus_one : x;
  const Reduced part = reduce(above > kMostExponent ? kMostExponent : above);
  const double result = 2 * (part.half_scale * part.less_one + (part.half_scale - 0.5));
  return x > kMostExponent ? kInfinity : result;
}

// (exp(x) - 1) / x, and 1 at 0, for x below infinity; within 3.5 units in the last place. For those who know
// that |x| <= kSmallExponent there is nothing to reduce or to divide by, and it is within 1 unit.
constexpr double kSmallExponent = 0.34;
ORGSIM_INLINE double exprel_of_small(double x) {
  return 1 + x * exp_tail(x);
}
ORGSIM_INLINE double exprel(double x) {
  const bool is_small = std::abs(x) <= kSmallExponent;
  const double divided = elementary::expm1(x) / (is_small ? 1 : x);
  return is_small ? exprel_of_small(x) : divided;
}

// Within 1 unit in the last place. -infinity at 0, NaN for less.
ORGSIM_INLINE double log(double x) {
  // x = m 2^e with m within a factor sqrt(2) of 1; ln m = 2 artanh(s) with s = (m - 1) / (m + 1).
  constexpr std::uint64_t half_root = 0x3fe6a09e667f3bcd;  // sqrt(1/2)
  constexpr std::uint64_t bias = 1024;  // keeps the exponent above 0 in unsigned arithmetic
  constexpr std::uint64_t two_to_52 = 0x4330000000000000;
  const bool is_tiny =
      x < std::numeric_limits<double>::min();  // has fewer digits, and no exponent of its own
  const auto bits = std::bit_cast<std::uint64_t>(is_tiny ? x * 0x1p54 : x);
  const std::uint64_t biased = (bits - half_root + (bias << 52U)) >> 52U;
  const double shift = 0x1p52 + static_cast<double>(bias);
  const double e = std::bit_cast<double>(biased | two_to_52) - (is_tiny ? shift + 54 : shift);
  const double f = std::bit_cast<double>(bits - ((biased - bias) << 52U)) - 1;
  const double s = f / (2 + f);
  const double w = s * s;
  const double w2 = w * w;
  const double w4 = w2 * w2;
  const double low = (1.0 / 3 + w * (1.0 / 5)) + w2 * (1.0 / 7 + w * (1.0 / 9));
  const double high =
      (1.0 / 11 + w * (1.0 / 13)) + w2 * (1.0 / 15 + w * (1.0 / 17)) + w4 * (1.0 / 19 + w * (1.0 / 21));
  const double half_square = 0.5 * f * f;
  // 2 artanh(s) = 2 s (1 + w (low + ...)), of which f - f^2/2 is exact to more digits than 2 s.
  const double rest = s * (half_square + 2 * w * (low + w4 * high)) + e * kLn2Low;
  const double result = e * kLn2High + (f - (half_square - rest));
  const double at_most_zero = x == 0 ? -kInfinity : std::numeric_limits<double>::quiet_NaN();
  const double finite = x > 0 ? result : at_most_zero;
  return x > std::numeric_limits<double>::max() ? kInfinity : finite;
}

// log(1 + x) for finite x above -1, to all digits also where x is small.
ORGSIM_INLINE double log1p(double x) {
  const double sum = 1 + x;
  return elementary::log(sum) + (x - (sum - 1)) / sum;
}

// x^y for x >= 0. Within 2 + 3 |y ln x| units in the last place; square roots are taken as such.
ORGSIM_INLINE double pow(double x, double y) {
  if (y == 0.5) return std::sqrt(x);
  const double result = elementary::exp(y * elementary::log(x));
  return y == 0 ? 1 : result;
}

#undef ORGSIM_INLINE

// Of every entry, in vectors, for those who have a handful of numbers at hand.
void exp_of_each(std::span<double> values);
void log_of_each(std::span<double> values);
void pow_of_each(std::span<double> values, double exponent);

}  // namespace orgsim::elementary
