// Who gives up looks at rivals first; who has left is harder to win; what single firms may have otherwise.
#include <gtest/gtest.h>

#include <cmath>

#include "model/market/market.hpp"
#include "model/week.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Simulation after(int weeks, const Scenario& scenario) {
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(weeks);
  return simulation;
}

// Nobody hears of any firm.
Scenario silent_world(MarketKind kind) {
  Scenario scenario = test::tiny(kind);
  Contact& contact = scenario.parameters.market.contact;
  contact.broadcast = contact.performance = contact.sales = contact.organic = contact.word_of_mouth = 0;
  scenario.parameters.firm.offer.start_penetration = 0.2;
  scenario.parameters.firm.offer.churn = 0.1;
  return scenario;
}

// y_f = rebound exp(u_f), u_f without the taste; to firm f with y_f/(1 + sum y), to none with 1/(1 + sum y).
TEST(GivingUp, leads_to_rivals_in_proportion_to_what_they_offer) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.market.retention.rebound = 0.7;
  const Simulation simulation = after(30, scenario);
  const Hazards& hazards = simulation.world().hazards;
  const auto y = [&](std::size_t f) { return 0.7 * std::exp(hazards.utility[f]); };
  const double rivals = y(1) + y(2);
  EXPECT_NEAR(hazards.taken_up[1], y(1) / (1 + rivals), 1e-12);
  EXPECT_NEAR(hazards.taken_up[2], y(2) / (1 + rivals), 1e-12);
  EXPECT_EQ(hazards.taken_up[0], 0);
  EXPECT_NEAR(hazards.none[0], 1 / (1 + rivals), 1e-12);
}

TEST(GivingUp, leads_to_none_without_a_rebound_and_hardly_ever_with_a_strong_one) {
  Scenario scenario = silent_world(MarketKind::mean_field);
  scenario.parameters.market.retention.rebound = 0;
  const Simulation none = after(20, scenario);
  EXPECT_EQ(sum(none.firms().won, none.firms().count()), 0);
  EXPECT_GT(sum(none.firms().left, none.firms().count()), 1);
  scenario.parameters.market.retention.rebound = 1e9;
  const Simulation nearly_all = after(20, scenario);
  EXPECT_GT(sum(nearly_all.firms().switched, nearly_all.firms().count()), 1);
  EXPECT_LT(sum(nearly_all.firms().left, nearly_all.firms().count()), 1e-3);
}

class InKind : public testing::TestWithParam<MarketKind> {};

// Nobody told them, so there is no contact to credit: they found the firm.
TEST_P(InKind, who_gives_up_and_was_told_of_nobody_is_credited_to_organic) {
  const Simulation simulation = after(5, silent_world(GetParam()));
  const Firms& firms = simulation.firms();
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_GT(firms.won(f), 1);
    EXPECT_NEAR(firms.won_by_channel(Channel::organic, f), firms.won(f), 1e-9 * firms.won(f));
    EXPECT_NEAR(firms.value.of(f).sum(), firms.won(f) * firms.ltv(f), 1e-6);
  }
}

TEST_P(InKind, who_leaves_has_lapsed_and_comes_back_only_over_a_higher_bar) {
  Scenario scenario = test::tiny(GetParam());
  scenario.parameters.firm.offer.start_penetration = 0.2;
  scenario.parameters.firm.offer.churn = 0.1;
  scenario.parameters.market.contact.word_of_mouth = 0.3;
  const auto lapsed = [&](double bar) {
    scenario.parameters.market.retention.lapse = bar;
    Simulation simulation = test::simulation(scenario);
    double left = 0;
    for (int week = 0; week < 40; ++week) {
      simulation.step();
      left += sum(simulation.firms().left, simulation.firms().count());
    }
    return std::pair(simulation.world().census_end.lapsed, left);
  };
  const auto [never_back, left] = lapsed(1000);
  EXPECT_NEAR(never_back, left, 1e-6);
  const auto [often_back, left_more] = lapsed(-2);
  EXPECT_LT(often_back, 0.7 * left_more);
}

TEST_P(InKind, a_firm_begins_with_the_users_it_is_given) {
  const Simulation simulation = after(0, [&] {
    Scenario scenario = test::scenario(
        "[[firms]]\nstart_penetration = 0.3\n[[firms]]\n[[firms]]\n"
        "start_penetration = 0.002");
    scenario.parameters.market.customers = 5000;
    scenario.parameters.market.kind = GetParam();
    return scenario;
  }());
  const Census census = census_of(simulation.world().market);
  EXPECT_DOUBLE_EQ(census.users(0), 1500);
  EXPECT_DOUBLE_EQ(census.users(1), 50);
  EXPECT_DOUBLE_EQ(census.users(2), 10);
  EXPECT_DOUBLE_EQ(census.all_nonusers, 3440);
  EXPECT_EQ(census.lapsed, 0);
}

INSTANTIATE_TEST_SUITE_P(Customers, InKind, testing::ValuesIn(every<MarketKind>()),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

TEST(Nonusers, who_have_lapsed_face_the_same_resistance_and_the_lapse) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.parameters.market.retention.lapse = 0.8;
  const Simulation simulation = after(3, scenario);
  const std::vector<double>& resistance = simulation.world().hazards.resistance;
  ASSERT_EQ(resistance.size(), 8U);
  for (std::size_t s = 0; s < 4; ++s) EXPECT_DOUBLE_EQ(resistance[4 + s], resistance[s] + 0.8);
}

TEST(Firm, with_a_price_of_its_own_earns_it_and_values_customers_by_it) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  const Simulation alike = after(1, scenario);
  scenario.firms[1].overrides.offer.price = 2;
  scenario.firms[1].overridden = {"price"};
  const Simulation dearer = after(1, scenario);
  EXPECT_DOUBLE_EQ(dearer.firms().revenue(1), 2 * alike.firms().revenue(1));
  EXPECT_DOUBLE_EQ(dearer.firms().ltv(1), 0.7 * 2 / (dearer.firms().churn(1) + 0.002));
  EXPECT_DOUBLE_EQ(dearer.firms().revenue(0), alike.firms().revenue(0));
}

TEST(Firm, with_a_churn_of_its_own_loses_users_by_it) {
  Scenario scenario = test::tiny(MarketKind::mean_field);
  scenario.firms[1].overrides.offer.churn = 0.05;
  scenario.firms[1].overridden = {"churn"};
  const Simulation simulation = after(1, scenario);
  const Hazards& hazards = simulation.world().hazards;
  EXPECT_NEAR(hazards.leaving_of(1, 0) / hazards.leaving_of(0, 0), 0.05 / 0.0108, 1e-9);
  EXPECT_GT(simulation.firms().lost(1), 3 * simulation.firms().lost(0));
}

}  // namespace
}  // namespace orgsim
