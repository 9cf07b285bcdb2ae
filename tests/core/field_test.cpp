#include "core/field.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace orgsim {
namespace {

TEST(Range, knows_its_ends) {
  EXPECT_TRUE(range::share.holds(0));
  EXPECT_TRUE(range::share.holds(1));
  EXPECT_FALSE(range::share.holds(1.0000001));
  EXPECT_FALSE(range::positive.holds(0));
  EXPECT_FALSE(range::any.holds(INFINITY));
  EXPECT_FALSE(range::any.holds(NAN));
}

TEST(Range, says_what_it_takes) {
  EXPECT_EQ(range::share.text(), "a number in [0, 1]");
  EXPECT_EQ((Range{0, 1, true}).text(), "a number in (0, 1]");
  EXPECT_EQ(range::positive.text(), "a number above 0");
  EXPECT_EQ(range::not_negative.text(), "a number of at least 0");
  EXPECT_EQ(range::any.text(), "any finite number");
  EXPECT_EQ((Range{1, 9}).text(true), "a whole number in [1, 9]");
}

}  // namespace
}  // namespace orgsim
