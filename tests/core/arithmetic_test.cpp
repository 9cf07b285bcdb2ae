#include "core/arithmetic.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace orgsim {
namespace {

TEST(Logistic, is_stable_in_both_tails) {
  EXPECT_DOUBLE_EQ(logistic(0), 0.5);
  EXPECT_EQ(logistic(1e4), 1);
  EXPECT_EQ(logistic(-1e4), 0);
  EXPECT_DOUBLE_EQ(logistic(2) + logistic(-2), 1);
}

TEST(OddsAgainst, give_the_logistic_of_every_difference_however_large_the_terms) {
  for (const double large : {0.5, 299.0, 301.0, 5000.0}) {
    const std::vector<double> a{large, 0.3, -large};
    const std::vector<double> b{large - 1, -2};
    std::vector<double> odds(6);
    odds_against(a, b, odds);
    for (std::size_t j = 0; j < 2; ++j) {
      for (std::size_t i = 0; i < 3; ++i) {
        const double expected = logistic(a[i] - b[j]);
        EXPECT_NEAR(1 / (1 + odds[j * 3 + i]), expected, 1e-12 * expected) << a[i] << " - " << b[j];
      }
    }
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
