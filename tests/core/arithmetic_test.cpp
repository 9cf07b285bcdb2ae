#include "core/arithmetic.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

TEST(Logistic, is_stable_in_both_tails) {
  EXPECT_DOUBLE_EQ(logistic(0), 0.5);
  EXPECT_EQ(logistic(1e4), 1);
  EXPECT_EQ(logistic(-1e4), 0);
  EXPECT_DOUBLE_EQ(logistic(2) + logistic(-2), 1);
}

TEST(SumOf, takes_every_term_whatever_their_number) {
  for (std::size_t count = 0; count < 10; ++count) {
    const double sum = sum_of(count, [](std::size_t i) { return static_cast<double>(i + 1); });
    const std::size_t triangle = count * (count + 1) / 2;
    EXPECT_EQ(sum, static_cast<double>(triangle));
  }
}

TEST(Ratio, stays_finite_when_there_is_nothing_to_divide_by) {
  EXPECT_EQ(ratio(0, 0), 0);
  EXPECT_TRUE(std::isfinite(ratio(1, 0)));
  EXPECT_EQ(ratio(3, 4), 0.75);
}

TEST(FlooredLog, is_finite_at_zero) {
  EXPECT_DOUBLE_EQ(floored_log(0), std::log(1e-9));
}

TEST(Saturation, is_one_half_at_its_half) {
  EXPECT_DOUBLE_EQ(saturation(0.3, 0.3), 0.5);
  EXPECT_EQ(saturation(0, 0.3), 0);
}

}  // namespace
}  // namespace orgsim
