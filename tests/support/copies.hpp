// What a copy of a simulation owes.
#pragma once

#include <gtest/gtest.h>

#include "engine/simulation.hpp"
#include "engine/snapshot.hpp"

namespace orgsim::test {

// A copy, and what is restored from its bytes, go on to the same week as the original does.
inline void expect_goes_on_the_same(Simulation original, int weeks) {
  Simulation copy = original;
  Simulation restored = restore(save(original));
  EXPECT_EQ(restored, original);
  for (Simulation* one : {&original, &copy, &restored}) one->run_until(weeks);
  EXPECT_EQ(copy, original);
  EXPECT_EQ(restored, original);
}

}  // namespace orgsim::test
