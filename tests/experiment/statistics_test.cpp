#include "experiment/statistics.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

TEST(Wilson, matches_published_intervals) {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
  EXPECT_NEAR(wilson(81, 263).low, 0.2553, 5e-5);
  EXPECT_NEAR(wilson(81, 263).high, 0.3662, 5e-5);
  EXPECT_NEAR(wilson(15, 148).low, 0.0624, 5e-5);
  EXPECT_NEAR(wilson(15, 148).high, 0.1605, 5e-5);
  EXPECT_EQ(wilson(0, 20).low, 0);
  EXPECT_NEAR(wilson(0, 20).high, 0.1611, 5e-5);
  EXPECT_EQ(wilson(29, 29).high, 1);
  EXPECT_NEAR(wilson(29, 29).low, 0.8830, 5e-5);
}

TEST(MeanInterval, is_students) {
  const std::vector<double> values{1, 2, 3, 4};
  const Interval interval = mean_interval(values);
  EXPECT_NEAR(interval.low, 2.5 - 3.182446 * 1.290994 / 2, 1e-5);
  EXPECT_NEAR(interval.high, 2.5 + 3.182446 * 1.290994 / 2, 1e-5);
  const std::vector<double> one{7};
  EXPECT_EQ(mean_interval(one).low, 7);
}

TEST(Quantile, is_linear_between_order_statistics) {
  const std::vector<double> four{1, 2, 3, 4};
  const std::vector<double> two{10, 20};
  const std::vector<double> one{5};
  EXPECT_EQ(quantile_of_sorted(four, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile_of_sorted(two, 0.05), 10.5);
  EXPECT_EQ(quantile_of_sorted(one, 0.95), 5);
  EXPECT_EQ(quantile_of_sorted(four, 1), 4);
}

}  // namespace
}  // namespace orgsim
