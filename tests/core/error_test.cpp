#include "core/error.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

TEST(Problem, is_written_as_place_key_fault_and_cure) {
  EXPECT_EQ(to_string({{"x.toml", 14, 3}, "firms[1].talant", "unknown key", "did you mean 'talent'?"}),
            "x.toml:14:3: firms[1].talant: unknown key; did you mean 'talent'?");
  EXPECT_EQ(to_string({{"--set a=1"}, "a", "unknown key", ""}), "--set a=1: a: unknown key");
}

TEST(InputError, lists_problems_in_the_order_of_their_places) {
  const InputError error(
      {{{"x", 9, 1}, "b", "wrong", ""}, {{"x", 2, 5}, "a", "wrong", ""}, {{"x", 2, 5}, "c", "too", ""}});
  EXPECT_STREQ(error.what(), "x:2:5: a: wrong\nx:2:5: c: too\nx:9:1: b: wrong");
}

}  // namespace
}  // namespace orgsim
