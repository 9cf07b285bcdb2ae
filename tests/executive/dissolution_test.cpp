#include "executive/dissolution.hpp"

#include <gtest/gtest.h>

#include "model/selection.hpp"
#include "support/copies.hpp"
#include "support/selection.hpp"

namespace orgsim {
namespace {

// Departments whose share is below the first for some weeks are gone: most are, sooner or later.
Scenario strict() {
  return test::selected("imitation = 0\ndissolve = 1\npatience = 4");
}

// The first week after which a firm has no department, and which.
std::optional<std::pair<int, std::size_t>> run_until_dissolved(Simulation& simulation) {
  while (simulation.weeks_done() < 60) {
    simulation.step();
    for (std::size_t f = 0; f < 3; ++f) {
      if (is_dissolved(simulation.firms(), f)) return std::pair(simulation.world().week, f);
    }
  }
  return std::nullopt;
}

TEST(Dissolution, follows_so_many_weeks_below_the_part_of_the_first_real_share) {
  Simulation simulation = test::simulation(strict());
  std::vector<std::vector<double>> shares(3);
  Simulation before = simulation;
  std::optional<std::pair<int, std::size_t>> found;
  while (!found && simulation.weeks_done() < 60) {
    before = simulation;
    simulation.step();
    for (std::size_t f = 0; f < 3; ++f) {
      shares[f].push_back(simulation.firms().real_share(f));
      if (is_dissolved(simulation.firms(), f)) found = {simulation.world().week, f};
    }
  }
  ASSERT_TRUE(found);
  const auto [week, f] = *found;
  EXPECT_EQ(simulation.firms().survival[f].dissolved, week + 1);
  const std::vector<double>& of_it = shares[f];
  for (int back = 0; back < 4; ++back) EXPECT_LT(of_it[static_cast<std::size_t>(week - back)], of_it[0]);
  if (week > 4) {
    EXPECT_GE(of_it[static_cast<std::size_t>(week - 4)], of_it[0]);
  }
}

TEST(Dissolution, hands_the_budget_and_the_power_to_the_others_pro_rata) {
  Simulation simulation = test::simulation(strict());
  const auto found = run_until_dissolved(simulation);
  ASSERT_TRUE(found);
  // The same week without it.
  Scenario scenario = strict();
  scenario.parameters.selection.dissolve = 0;
  Simulation without = test::simulation(scenario);
  without.run_until(simulation.weeks_done());
  const std::size_t f = found->second;
  for (const bool power : {false, true}) {
    const PerDepartment x = (power ? without.firms().power : without.firms().share).of(f);
    const PerDepartment y = (power ? simulation.firms().power : simulation.firms().share).of(f);
    EXPECT_EQ(y[Department::marketing], 0);
    for (const Department d : {Department::product, Department::sales, Department::operations})
      EXPECT_DOUBLE_EQ(y[d], x[d] / (1 - x[Department::marketing]));
  }
}

TEST(Dissolution, leaves_nothing_of_the_department_and_no_floor_brings_it_back) {
  Simulation simulation = test::simulation(strict());
  const auto found = run_until_dissolved(simulation);
  ASSERT_TRUE(found);
  const std::size_t f = found->second;
  const Department d = Department::marketing;
  for (int week = 0; week < 20; ++week) {
    simulation.step();
    const Firms& firms = simulation.firms();
    EXPECT_EQ(firms.share(d, f), 0);
    EXPECT_EQ(firms.real_share(f), 0);
    EXPECT_EQ(firms.power(d, f), 0);
    EXPECT_EQ(firms.credited(d, f), 0);
    EXPECT_EQ(firms.budget(d, f), 0);
    EXPECT_EQ(firms.cost(d, f), 0);
    EXPECT_EQ(firms.staff(f), 0);
    EXPECT_EQ((firms.effort.of(f) == 0).all(), true);
    EXPECT_NEAR(firms.share.of(f).sum(), 1, 1e-12);
    EXPECT_NEAR(firms.power.of(f).sum(), 1, 1e-12);
    const PerDepartment reasons = firms.by_credit.of(f) + firms.by_noise.of(f) + firms.by_power.of(f) +
                                  firms.by_equality.of(f) + firms.by_rest.of(f);
    EXPECT_TRUE(((reasons - firms.log_share.of(f) + firms.log_share_before.of(f)).abs() < 1e-12).all());
  }
}

TEST(Dissolution, is_not_undone_by_what_is_decided_from_outside) {
  Simulation simulation = test::simulation(strict());
  const auto found = run_until_dissolved(simulation);
  ASSERT_TRUE(found);
  Decision decision;
  decision.share = PerDepartment{0.25, 0.25, 0.25, 0.25};
  decision.hold = true;
  simulation.decide(static_cast<int>(found->second), decision);
  simulation.step();
  EXPECT_EQ(simulation.firms().share(Department::marketing, found->second), 0);
  EXPECT_DOUBLE_EQ(simulation.firms().share(Department::product, found->second), 1.0 / 3);
}

TEST(Dissolution, never_happens_at_zero) {
  Scenario scenario = strict();
  scenario.parameters.selection.dissolve = 0;
  Simulation simulation = test::simulation(scenario);
  EXPECT_FALSE(run_until_dissolved(simulation));
}

TEST(Dissolution, goes_on_the_same_from_a_copy_and_from_bytes) {
  Simulation original = test::simulation(strict());
  ASSERT_TRUE(run_until_dissolved(original));
  test::expect_goes_on_the_same(original, 60);
}

}  // namespace
}  // namespace orgsim
