// exp, log and their kin from nothing but + - * / and whole-number arithmetic on bits. A processor's own
// library rounds them as its instructions happen to allow, and one number at a time. These give the same
// bytes everywhere, and a loop over them becomes vector instructions (docs/performance.md).
//
// Method: reduction to a small argument by powers of two with ln 2 in two parts (Cody & Waite 1980, Software
// Manual for the Elementary Functions), then the Taylor series, cut off below the last bit of a double.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>

#include "core/vectors.hpp"

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

// A number, or a vector of them: what follows is written for both. Vectors go in and out by reference: how
// one is passed by value depends on the instruction set.
template <class Number>
using BitsOf =
    std::conditional_t<std::is_same_v<Number, double>, std::uint64_t,
                       std::uint64_t __attribute__((vector_size(kVector * sizeof(std::uint64_t))))>;

// exp(x) - 1 = 2^k (1 + less_one) - 1 with whole k. The half of 2^k is finite for every exponent allowed.
template <class Number>
struct Reduced {
  Number half_scale;
  Number less_one;
};

// (exp(r) - 1 - r) / r^2 for |r| <= ln 2 / 2.
template <class Number>
ORGSIM_INLINE void exp_tail(const Number& r, Number& tail) {
  const Number r2 = r * r;
  const Number r4 = r2 * r2;
  const Number low = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
  const Number middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
  const Number high =
      (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800));
  tail = low + r4 * (middle + r4 * high);
}

// Of an exponent that is cut off at those allowed; these ways round a NaN stays one.
template <class Number>
ORGSIM_INLINE void reduce(const Number& x, double least, Reduced<Number>& part) {
  const Number bottom = Number{} + least;
  const Number top = Number{} + kMostExponent;
  const Number above = x < bottom ? bottom : x;
  const Number within = above > top ? top : above;
  const Number shifted = within * kLog2OfE + kToWhole;
  const Number k = shifted - kToWhole;
  const Number r = (within - k * kLn2High) - k * kLn2Low;  // |r| <= ln 2 / 2
  constexpr std::uint64_t bias = 1022;                     // one less than that of doubles: half the scale
  Number tail;
  exp_tail(r, tail);
  part.half_scale = __builtin_bit_cast(Number, (__builtin_bit_cast(BitsOf<Number>, shifted) + bias) << 52U);
  part.less_one = r + r * r * tail;
}

// Within 1.1 units in the last place; below -708, where fewer digits are left, 0.
template <class Number>
ORGSIM_INLINE void take_exp(Number& x) {
  const Number zero{};
  Reduced<Number> part;
  reduce(x, kLeastExponent, part);
  const Number result = 2 * (part.half_scale + part.half_scale * part.less_one);
  const Number not_tiny = x < zero + kLeastExponent ? zero : result;
  x = x > zero + kMostExponent ? zero + kInfinity : not_tiny;
}
ORGSIM_INLINE double exp(double x) {
  take_exp(x);
  return x;
}

// exp(x) - 1 without cancellation, within 2.5 units in the last place.
ORGSIM_INLINE double expm1(double x) {
  constexpr double surely_minus_one = -40;
  Reduced<double> part;
  reduce(x, surely_minus_one, part);
  const double result = 2 * (part.half_scale * part.less_one + (part.half_scale - 0.5));
  return x > kMostExponent ? kInfinity : result;
}

// (exp(x) - 1) / x, and 1 at 0, for x below infinity; within 3.5 units in the last place. For those who know
// that |x| <= kSmallExponent there is nothing to reduce or to divide by, and it is within 1 unit.
constexpr double kSmallExponent = 0.34;
ORGSIM_INLINE double exprel_of_small(double x) {
  double tail;
  exp_tail(x, tail);
  return 1 + x * tail;
}
ORGSIM_INLINE double exprel(double x) {
  const bool is_small = std::abs(x) <= kSmallExponent;
  const double divided = elementary::expm1(x) / (is_small ? 1 : x);
  return is_small ? exprel_of_small(x) : divided;
}

// Within 1 unit in the last place. -infinity at 0, NaN for less.
template <class Number>
ORGSIM_INLINE void take_log(Number& x) {
  using Bits = BitsOf<Number>;
  // x = m 2^e with m within a factor sqrt(2) of 1; ln m = 2 artanh(s) with s = (m - 1) / (m + 1).
  constexpr std::uint64_t half_root = 0x3fe6a09e667f3bcd;  // sqrt(1/2)
  constexpr std::uint64_t bias = 1024;  // keeps the exponent above 0 in unsigned arithmetic
  constexpr std::uint64_t two_to_52 = 0x4330000000000000;
  const Number zero{};
  const auto is_tiny = x < zero + std::numeric_limits<double>::min();  // has fewer digits, and no exponent
  const Number scaled = is_tiny ? x * 0x1p54 : x;
  const Bits bits = __builtin_bit_cast(Bits, scaled);
  const Bits biased = (bits - half_root + (bias << 52U)) >> 52U;
  const Number shift = zero + (0x1p52 + static_cast<double>(bias));
  const Bits exponent = biased | two_to_52;
  const Bits mantissa = bits - ((biased - bias) << 52U);
  const Number e = __builtin_bit_cast(Number, exponent) - (is_tiny ? shift + 54 : shift);
  const Number f = __builtin_bit_cast(Number, mantissa) - 1;
  const Number s = f / (2 + f);
  const Number w = s * s;
  const Number w2 = w * w;
  const Number w4 = w2 * w2;
  const Number low = (1.0 / 3 + w * (1.0 / 5)) + w2 * (1.0 / 7 + w * (1.0 / 9));
  const Number high =
      (1.0 / 11 + w * (1.0 / 13)) + w2 * (1.0 / 15 + w * (1.0 / 17)) + w4 * (1.0 / 19 + w * (1.0 / 21));
  const Number half_square = 0.5 * f * f;
  // 2 artanh(s) = 2 s (1 + w (low + ...)), of which f - f^2/2 is exact to more digits than 2 s.
  const Number rest = s * (half_square + 2 * w * (low + w4 * high)) + e * kLn2Low;
  const Number result = e * kLn2High + (f - (half_square - rest));
  const Number not_a_number = zero + std::numeric_limits<double>::quiet_NaN();
  const Number at_most_zero = x == zero ? zero - kInfinity : not_a_number;
  const Number finite = x > zero ? result : at_most_zero;
  x = x > zero + std::numeric_limits<double>::max() ? zero + kInfinity : finite;
}
ORGSIM_INLINE double log(double x) {
  take_log(x);
  return x;
}

// log(1 + x) for finite x above -1, to all digits also where x is small.
ORGSIM_INLINE double log1p(double x) {
  const double sum = 1 + x;
  return elementary::log(sum) + (x - (sum - 1)) / sum;
}

// x^y for x >= 0. Within 2 + 3 |y ln x| units in the last place; square roots are taken as such.
template <class Number>
ORGSIM_INLINE void take_pow(Number& x, double y) {
  if (y == 0.5) {
    if constexpr (std::is_same_v<Number, double>) {
      x = std::sqrt(x);
    } else {
      for (std::size_t i = 0; i < kVector; ++i) x[i] = std::sqrt(x[i]);
    }
    return;
  }
  take_log(x);
  x *= y;
  take_exp(x);
  if (y == 0) x = Number{} + 1;
}
ORGSIM_INLINE double pow(double x, double y) {
  take_pow(x, y);
  return x;
}

#undef ORGSIM_INLINE

// Of every entry, in vectors, for those who have a handful of numbers at hand.
void exp_of_each(std::span<double> values);

}  // namespace orgsim::elementary
