// What holds for every kind of executive in executive/all.hpp.
#include <gtest/gtest.h>

#include "executive/all.hpp"
#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

class KindOfExecutive : public testing::TestWithParam<std::string_view> {
 protected:
  Scenario scenario(MarketKind kind = MarketKind::pooled) const {
    Scenario all = test::tiny(kind);
    all.parameters.firm.executive.budgeting = std::string(GetParam());
    all.parameters.environment.climate = Schedule({{0, 1}, {20, 0.1}});
    return all;
  }
};

TEST_P(KindOfExecutive, divides_all_of_a_budget_that_is_never_below_the_floor) {
  for (const MarketKind kind : every<MarketKind>()) {
    Simulation simulation = test::simulation(scenario(kind));
    for (int week = 0; week < 50; ++week) {
      simulation.step();
      const Firms& firms = simulation.firms();
      const double people = simulation.world().environment.people / static_cast<double>(firms.count());
      for (std::size_t f = 0; f < firms.count(); ++f) {
        const double floor = firms.keys.of(f).finance.budget_floor * people;
        EXPECT_GE(firms.total_budget(f), floor * (1 - 1e-12));
        EXPECT_TRUE(std::isfinite(firms.total_budget(f)));
        EXPECT_NEAR(firms.budget.of(f).sum(), firms.total_budget(f), 1e-9 * firms.total_budget(f));
        EXPECT_NEAR(firms.share.of(f).sum(), 1, 1e-12);
        EXPECT_GT(firms.share.of(f).minCoeff(), 0);
      }
    }
  }
}

TEST_P(KindOfExecutive, says_why_each_share_moved) {
  Simulation simulation = test::simulation(scenario());
  for (int week = 0; week < 30; ++week) {
    const OfDepartments before = simulation.firms().log_share;
    simulation.step();
    const Firms& firms = simulation.firms();
    const OfDepartments sum =
        firms.by_credit + firms.by_noise + firms.by_power + firms.by_equality + firms.by_rest;
    const OfDepartments rest = sum - (firms.log_share - before);
    EXPECT_LT(test::dense(rest, firms.count()).abs().maxCoeff(), 1e-12);
  }
}

TEST_P(KindOfExecutive, goes_on_the_same_from_a_copy) {
  Simulation simulation = test::simulation(scenario());
  simulation.run_until(25);
  Simulation copy = simulation;
  simulation.run_until(50);
  copy.run_until(50);
  EXPECT_EQ(copy, simulation);
}

INSTANTIATE_TEST_SUITE_P(All, KindOfExecutive, testing::ValuesIn(kExecutiveKinds),
                         [](const auto& kind) { return std::string(kind.param); });

TEST(KindsOfExecutives, that_there_are_not_are_refused_with_those_that_there_are) {
  const auto refusal = [](const char* toml) {
    try {
      test::scenario(toml);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_NE(refusal("executive.budgeting = \"incremental_\"").find("did you mean 'incremental'?"),
            std::string::npos);
  EXPECT_NE(refusal("firms = [{}, { budgeting = \"x\" }]").find("firms[1].budgeting"), std::string::npos);
}

}  // namespace
}  // namespace orgsim
