#include "executive/request.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

constexpr double kEvery = 1;
constexpr auto kMkt = Department::marketing;

// A world after some weeks, in which the executive's scrutiny and marketing's return over the mean are set.
World world_with(double scrutiny, double times_the_mean) {
  Simulation simulation = test::simulation(test::tiny());
  simulation.run_until(3);
  World world = simulation.world();
  world.firms.scrutiny(0) = scrutiny;
  for (const Department d : every<Department>()) {
    world.firms.perception(d, 0) = 0;
    world.firms.share(d, 0) = d == kMkt ? 0.001 : 0.333;
    world.firms.roi(d, 0) = d == kMkt ? times_the_mean : 1;
  }
  return world;
}

TEST(Request, for_less_is_granted_whatever_the_scrutiny) {
  EXPECT_EQ(granted_factor(world_with(kEvery, 0.1), 0, 0.7), 0.7);
  EXPECT_EQ(granted_factor(world_with(kEvery, 0.1), 0, 1), 1);
}

TEST(Request, for_more_is_granted_in_full_where_nobody_scrutinises) {
  EXPECT_EQ(granted_factor(world_with(0, 0.001), 0, 1.3), 1.3);
}

TEST(Request, for_more_is_granted_to_those_alone_whose_return_is_above_the_mean_under_full_scrutiny) {
  EXPECT_NEAR(granted_factor(world_with(kEvery, 1), 0, 1.3), 1, 1e-9);
  EXPECT_EQ(granted_factor(world_with(kEvery, 0.5), 0, 1.3), 1);
  EXPECT_NEAR(granted_factor(world_with(kEvery, std::exp(0.5)), 0, 1.3), 1.15, 1e-3);
  EXPECT_EQ(granted_factor(world_with(kEvery, 3), 0, 1.3), 1.3);
}

TEST(Request, is_weighed_by_the_return_that_is_perceived_or_shown) {
  World world = world_with(kEvery, 1);
  world.firms.perception(kMkt, 0) = 2;
  EXPECT_EQ(granted_factor(world, 0, 1.3), 1.3);
  PerDepartment shown = PerDepartment::Base::Ones();
  shown[kMkt] = 1e-6;
  world.firms.decided[0].returns = shown;
  EXPECT_EQ(granted_factor(world, 0, 1.3), 1);
}

TEST(Request, for_more_before_the_first_week_is_not_granted) {
  const Simulation simulation = test::simulation(test::tiny());
  EXPECT_EQ(granted_factor(simulation.world(), 0, 1.3), 1);
}

}  // namespace
}  // namespace orgsim
