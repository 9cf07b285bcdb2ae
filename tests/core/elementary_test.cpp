#include "core/elementary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "core/draws.hpp"
#include "core/vectors.hpp"

namespace orgsim {
namespace {

// The distance from the true value in units of its last place.
double units_off(double value, long double truth) {
  const auto rounded = std::abs(static_cast<double>(truth));
  const double unit = std::nextafter(rounded, elementary::kInfinity) - rounded;
  return static_cast<double>(std::abs(static_cast<long double>(value) - truth) / unit);
}

// Numbers of all sizes and both signs, dense around 1.
std::vector<double> sizes() {
  Stream stream = StreamKey{5, 0}.stream(Purpose::parameters, 0, 0);
  std::vector<double> all{1, 0.5, 2, std::sqrt(0.5), std::sqrt(2.0)};
  for (int i = 0; i < 20000; ++i) {
    const double size = std::pow(10, 16 * uniform(stream) - 13.2);
    all.push_back(size);
    all.push_back(1 + size);
  }
  return all;
}

TEST(Elementary, exponentials_are_right_to_the_last_place) {
  for (const double size : sizes()) {
    for (const double x : {size, -size}) {
      if (std::abs(x) > 700) continue;
      EXPECT_LE(units_off(elementary::exp(x), std::exp(static_cast<long double>(x))), 1.1) << x;
      EXPECT_LE(units_off(elementary::expm1(x), std::expm1(static_cast<long double>(x))), 2.5) << x;
    }
  }
}

TEST(Elementary, relative_exponentials_are_right_to_the_last_place) {
  for (const double size : sizes()) {
    for (const double x : {size, -size}) {
      if (std::abs(x) > 700) continue;
      const auto exact = static_cast<long double>(x);
      EXPECT_LE(units_off(elementary::exprel(x), std::expm1(exact) / exact), 3.5) << x;
      if (std::abs(x) > elementary::kSmallExponent) continue;
      EXPECT_LE(units_off(elementary::exprel_of_small(x), std::expm1(exact) / exact), 1) << x;
    }
  }
}

TEST(Elementary, logarithms_are_right_to_the_last_place) {
  for (const double x : sizes()) {
    EXPECT_LE(units_off(elementary::log(x), std::log(static_cast<long double>(x))), 1) << x;
    EXPECT_LE(units_off(elementary::log1p(x), std::log1p(static_cast<long double>(x))), 2) << x;
    if (x >= 0.9) continue;
    EXPECT_LE(units_off(elementary::log1p(-x), std::log1p(-static_cast<long double>(x))), 2) << x;
  }
}

TEST(Elementary, powers_lose_digits_only_with_the_size_of_their_exponent) {
  for (const double x : sizes()) {
    for (const double y : {0.25, 1.0, 3.7}) {
      const long double truth = std::pow(static_cast<long double>(x), static_cast<long double>(y));
      EXPECT_LE(units_off(elementary::pow(x, y), truth), 2 + 3 * y * std::abs(std::log(x))) << x << "^" << y;
    }
  }
  EXPECT_EQ(elementary::pow(0, 0), 1);
  EXPECT_EQ(elementary::pow(0, 0.5), 0);
}

TEST(Elementary, ends_of_the_range_are_those_of_the_mathematics) {
  const double infinity = elementary::kInfinity;
  EXPECT_EQ(elementary::exp(0), 1);
  EXPECT_EQ(elementary::exp(-infinity), 0);
  EXPECT_EQ(elementary::exp(-1e4), 0);
  EXPECT_EQ(elementary::exp(710), infinity);
  EXPECT_EQ(elementary::exp(infinity), infinity);
  EXPECT_TRUE(std::isfinite(elementary::exp(elementary::kMostExponent)));
  EXPECT_EQ(elementary::expm1(-infinity), -1);
  EXPECT_EQ(elementary::expm1(0), 0);
  EXPECT_EQ(elementary::exprel(0), 1);
  EXPECT_EQ(elementary::exprel(-infinity), 0);
  EXPECT_EQ(elementary::exprel(710), infinity);
  EXPECT_EQ(elementary::log(1), 0);
  EXPECT_EQ(elementary::log(0), -infinity);
  EXPECT_EQ(elementary::log(infinity), infinity);
  EXPECT_TRUE(std::isnan(elementary::log(-1)));
  for (const double tiny : {5e-324, 1e-310, 2.3e-308}) {
    EXPECT_DOUBLE_EQ(elementary::log(tiny), std::log(tiny));
    EXPECT_NEAR(elementary::pow(tiny, 0.6), std::pow(tiny, 0.6), 1e-12 * std::pow(tiny, 0.6));
  }
  for (const auto function : {elementary::exp, elementary::expm1, elementary::log}) {
    EXPECT_TRUE(std::isnan(function(std::nan(""))));
  }
}

// `take` of all, vector by vector.
template <class Take>
std::vector<double> in_vectors(std::vector<double> all, const Take& take) {
  all.resize(whole_vectors(all.size()), 1);
  for (std::size_t i = 0; i < all.size(); i += kVector) {
    Vector some;
    load_vector(&all[i], some);
    take(some);
    store_vector(some, &all[i]);
  }
  return all;
}

TEST(Elementary, vectors_give_the_same_bytes_as_single_numbers_and_roots_are_exact) {
  const std::vector<double> all = sizes();
  const auto exponentials = in_vectors(all, [](Vector& x) { elementary::take_exp(x); });
  const auto logarithms = in_vectors(all, [](Vector& x) { elementary::take_log(x); });
  const auto roots = in_vectors(all, [](Vector& x) { elementary::take_pow(x, 0.5); });
  const auto powers = in_vectors(all, [](Vector& x) { elementary::take_pow(x, 0.7); });
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(exponentials[i], elementary::exp(all[i]));
    EXPECT_EQ(logarithms[i], elementary::log(all[i]));
    EXPECT_EQ(roots[i], std::sqrt(all[i]));
    EXPECT_EQ(powers[i], elementary::pow(all[i], 0.7));
  }
}

// What the bytes of every result rest on: vectors of any width, and their left-overs, give what single
// numbers give.
TEST(Elementary, left_overs_and_widest_vectors_give_the_same_bytes_as_single_numbers) {
  const std::vector<double> all = sizes();
  for (std::size_t count = 0; count < 20; ++count) {
    std::vector<double> exponentials(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
    elementary::exp_of_each(exponentials);
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(exponentials[i], elementary::exp(all[i]));
  }
  std::vector<double> wide(all.size());
  std::vector<double> narrow(all.size());
  const auto work = [&](std::vector<double>& out) {
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = elementary::pow(all[i], 0.3) + elementary::expm1(-all[i]);
  };
  on_widest_vectors([&] { work(wide); });
  work(narrow);
  EXPECT_EQ(wide, narrow);
}

}  // namespace
}  // namespace orgsim
