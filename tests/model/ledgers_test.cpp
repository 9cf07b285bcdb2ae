// What each department brought about: the assists that are taken away to see what would be missing.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/week.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

double drop(const World& world, std::size_t f, double y) {
  const int firm = static_cast<int>(f);
  return 1 - accepting(world, firm, y) / accepting(world, firm, 0);
}

// By vectors with one division for three, or one by one where resistances are beyond all odds.
TEST(Ledgers, assists_are_the_acceptances_that_would_be_missing_without_them) {
  for (const double resistance : {0.5, 58.0, 200.0}) {
    Scenario scenario = test::scenario("[[firms]]\nquality_reference = 0.6\n[[firms]]\n[[firms]]\n");
    scenario.parameters.market.kind = MarketKind::mean_field;
    scenario.parameters.market.mass = {0.4, 0.6};
    scenario.parameters.market.resistance = {resistance, -resistance};
    Simulation simulation = test::simulation(scenario);
    simulation.run_until(30);
    const World& world = simulation.world();
    const Firms& firms = world.firms;
    const Choice& p = world.parameters.market.choice;
    for (std::size_t f = 0; f < firms.count(); ++f) {
      const double above = firms.quality(f) - firms.keys.of(f).product.quality_reference;
      EXPECT_NEAR(firms.pull(f), std::max(drop(world, f, p.quality * above), 0.0), 1e-12);
      EXPECT_NEAR(firms.brand(f), drop(world, f, p.goodwill * firms.goodwill(f) * firms.own_voice(f)), 1e-12);
      EXPECT_NEAR(firms.closing(f), drop(world, f, p.closing * firms.sales_force(f)), 1e-12);
    }
    EXPECT_GT(firms.brand(0), 0);
    EXPECT_GT(firms.pull(0), 0);
  }
}

TEST(Ledgers, what_adds_nothing_assists_nothing) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.market.choice.goodwill = scenario.parameters.market.choice.closing = 0;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(20);
  EXPECT_EQ(simulation.firms().brand(0), 0);
  EXPECT_EQ(simulation.firms().closing(0), 0);
}

}  // namespace
}  // namespace orgsim
