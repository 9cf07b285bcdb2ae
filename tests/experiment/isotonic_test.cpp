#include "experiment/isotonic.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

using Numbers = std::vector<double>;

TEST(FallingFit, leaves_what_falls_as_it_is) {
  const Numbers falls{0.9, 0.9, 0.4, 0.1};
  EXPECT_EQ(falling_fit(falls, Numbers(4, 1)), falls);
}

TEST(FallingFit, pools_what_rises_by_weight) {
  // By hand: 0.2 and 0.8 with weights 1 and 3 pool to 0.65, which 0.7 must pool with again: (0.2 + 2.4 + 0.7
  // * 2) / 6.
  const Numbers fit = falling_fit(Numbers{1, 0.2, 0.8, 0.7, 0}, Numbers{1, 1, 3, 2, 1});
  const double pooled = 4.0 / 6;
  for (const std::size_t i : {1, 2, 3}) EXPECT_NEAR(fit[i], pooled, 1e-15);
  EXPECT_DOUBLE_EQ(fit[0], 1);
  EXPECT_DOUBLE_EQ(fit[4], 0);
}

TEST(FallingFit, of_nothing_is_nothing) {
  EXPECT_TRUE(falling_fit({}, {}).empty());
}

}  // namespace
}  // namespace orgsim
