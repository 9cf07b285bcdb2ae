#include "experiment/explain/mechanisms.hpp"

#include <gtest/gtest.h>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

TEST(Mechanisms, are_not_used_once_they_are_switched_off) {
  const Scenario scenario = test::scenario(R"(
    measurement.attribution_bias = 0
    [environment]
    climate = [[0, 1], [50, 0.5]]
    directness = [[0, 0.1]]
    ai = { ceiling = 0.5 }
    [[firms]]
    [[firms]]
    attribution_bias = 0.7
  )");
  for (const Mechanism& mechanism : mechanisms()) {
    EXPECT_TRUE(mechanism.used(scenario)) << mechanism.name;
    Scenario off = scenario;
    mechanism.switch_off(off);
    EXPECT_FALSE(mechanism.used(off)) << mechanism.name;
    for (const Mechanism& other : mechanisms()) {
      EXPECT_NE(other.used(off), &other == &mechanism) << mechanism.name << ", " << other.name;
    }
  }
}

TEST(Mechanisms, are_used_where_their_key_is_drawn) {
  const Scenario scenario = test::scenario("environment.ai.ceiling = { uniform = [0, 0.5] }");
  EXPECT_TRUE(mechanisms()[2].used(scenario));
  EXPECT_FALSE(mechanisms()[2].used(test::scenario("")));
}

}  // namespace
}  // namespace orgsim
