// The figures that the defaults are calibrated to (docs/model.md, 7), mean field.
#include <gtest/gtest.h>

#include <cmath>

#include "experiment/outcome.hpp"
#include "scenario/text/reader.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Scenario mean_field(const std::string& toml = "") {
  return test::scenario("[market]\nkind = \"mean_field\"\n" + toml);
}

// Only organic contacts and word of mouth, at Bass's p and q a year, with leaving at `churn` a year.
Scenario bass(double p, double q, double churn) {
  Scenario scenario = mean_field(R"(
    firms = 1
    taste = 0
    mass = [1.0]
    resistance = [0.0]
    habit_levels = 1
    start_penetration = 0
    contact = { broadcast = 0, performance = 0, sales = 0, referral_gain = 0 }
    choice = { goodwill = 0, closing = 0 }
    retention = { churn_quality = 0, churn_habit = 0, lapse = 0 }
    [product]
    spill = 0
    q_gain = 0
    q_decay = 0
    frontier_growth = 0
    [run]
    weeks = 780
  )");
  scenario.parameters.market.contact.organic = 2 * p / 52;
  scenario.parameters.market.contact.word_of_mouth = 2 * q / 52 / scenario.parameters.firm.product.viral_base;
  scenario.parameters.firm.offer.churn = churn / 52;
  return scenario;
}

// Libai, Muller & Peres (2009), eq. 5; without churn Bass (1969). `t` in years.
double adopters(double p, double q, double churn, double t) {
  const double root = std::sqrt((q - p - churn) * (q - p - churn) + 4 * q * p);
  const double high = (root + q - p - churn) / (2 * q);
  const double ratio = (root - (q - p - churn)) / (root + q - p - churn);
  return high * (1 - std::exp(-root * t)) / (1 + std::exp(-root * t) / ratio);
}

double largest_error(double churn) {
  const Scenario scenario = bass(0.03, 0.38, churn);
  Simulation simulation = test::simulation(scenario);
  double largest = 0;
  while (simulation.weeks_done() < 780) {
    simulation.step();
    const double share = simulation.world().census_end.users(0) / 1e6;
    largest =
        std::max(largest, std::abs(share - adopters(0.03, 0.38, churn, simulation.weeks_done() / 52.0)));
  }
  return largest;
}

TEST(Figures, bass_limit_is_reached) {
  EXPECT_LT(largest_error(0), 0.003);
}

TEST(Figures, bass_limit_with_churn_is_reached) {
  EXPECT_LT(largest_error(0.1), 0.0015);
  EXPECT_LT(largest_error(0.2), 0.0015);
}

TEST(Figures, half_the_market_is_won_within_65_to_130_weeks_and_most_of_it_in_ten_years) {
  Simulation simulation = test::simulation(mean_field());
  int half = 0;
  while (simulation.weeks_done() < 520) {
    simulation.step();
    if (half == 0 && sum(simulation.world().census_end.users, simulation.firms().count()) >= 0.5e6)
      half = simulation.weeks_done();
  }
  EXPECT_GE(half, 65);
  EXPECT_LE(half, 130);
  EXPECT_GT(sum(simulation.world().census_end.users, simulation.firms().count()), 0.76e6);
  EXPECT_LT(sum(simulation.world().census_end.users, simulation.firms().count()), 0.92e6);
}

TEST(Figures, growth_gives_way_to_a_fight_over_users) {
  Simulation simulation = test::simulation(mean_field());
  const auto switchers = [&] { return simulation.firms().switched(0) / simulation.firms().won(0); };
  simulation.run_until(27);
  EXPECT_NEAR(switchers(), 0.14, 0.006);
  simulation.run_until(105);
  EXPECT_GT(simulation.firms().growth(0), 0.3);
  EXPECT_LT(simulation.firms().growth(0), 0.9);
  simulation.run_until(261);
  EXPECT_LT(simulation.firms().growth(0), 0.03);
  simulation.run_until(401);
  EXPECT_NEAR(switchers(), 0.81, 0.006);
  EXPECT_EQ(simulation.world().category.stock_phase, 202);
}

// Customers that firm 0 wins in weeks first ... last, both included.
double won_between(const Scenario& scenario, int first, int last) {
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(first);
  double won = 0;
  while (simulation.weeks_done() <= last) {
    simulation.step();
    won += simulation.firms().won(0);
  }
  return won;
}

Scenario fixed_shares() {
  return mean_field("[executive]\neta = 0\neta_scrutiny = 0\neta_power = 0\n");
}

double elasticity(Department department, int first, int last) {
  const Scenario without = fixed_shares();
  Scenario with = without;
  with.grants = {{{0}, department, 1.1, {60, 1000}}};
  return std::log(won_between(with, first, last) / won_between(without, first, last)) / std::log(1.1);
}

TEST(Figures, advertising_elasticity_is_of_the_size_that_meta_analyses_find) {
  EXPECT_NEAR(elasticity(Department::marketing, 60, 63), 0.10, 0.006);
  EXPECT_NEAR(elasticity(Department::marketing, 100, 111), 0.32, 0.006);
}

TEST(Figures, selling_elasticity_is_of_the_size_that_meta_analyses_find) {
  EXPECT_NEAR(elasticity(Department::sales, 60, 63), 0.28, 0.006);
}

// NPV of firm 0 over the run, and its discounted cost of one department.
struct Books {
  double npv = 0;
  double cost = 0;
};

Books books(const Scenario& scenario, Department department, int first, int last) {
  Simulation simulation = test::simulation(scenario);
  OutcomeTracker tracker(scenario.firms.size());
  Books result;
  while (simulation.weeks_done() < scenario.parameters.run.weeks) {
    simulation.step();
    tracker.observe(simulation.world());
    const int t = simulation.world().week;
    if (t < first || t > last) continue;
    result.cost +=
        std::exp(-scenario.parameters.economics.discount * t) * simulation.firms().cost.of(0)[department];
  }
  result.npv = tracker.outcome(simulation).firms[0].npv;
  return result;
}

// (NPV change + extra cost) / extra cost of half as much again for 26 weeks.
double causal_return(Department department, int week) {
  Scenario without = fixed_shares();
  Scenario with = without;
  with.grants = {{{0}, department, 1.5, {week, week + 25}}};
  const Books b = books(without, department, week, week + 25);
  const Books a = books(with, department, week, week + 25);
  return (a.npv - b.npv + (a.cost - b.cost)) / (a.cost - b.cost);
}

TEST(Figures, causal_returns_in_growth_put_marketing_and_sales_at_product_and_operations_last) {
  EXPECT_NEAR(causal_return(Department::product, 60), 3.7, 0.06);
  EXPECT_NEAR(causal_return(Department::marketing, 60), 3.2, 0.06);
  EXPECT_NEAR(causal_return(Department::sales, 60), 3.2, 0.06);
  EXPECT_NEAR(causal_return(Department::operations, 60), 1.0, 0.06);
}

TEST(Figures, causal_returns_in_the_stock_phase_put_marketing_at_half_of_product) {
  EXPECT_NEAR(causal_return(Department::product, 300), 2.6, 0.06);
  EXPECT_NEAR(causal_return(Department::marketing, 300), 1.25, 0.006);
  EXPECT_NEAR(causal_return(Department::sales, 300), 1.19, 0.006);
  EXPECT_NEAR(causal_return(Department::operations, 300), 1.24, 0.006);
}

Scenario winter() {
  return mean_field(
      "[environment]\nclimate = [[0, 1], [150, 1], [182, 0.1]]\nai = { ceiling = 0.9, midpoint = 234 }\n");
}

TEST(Figures, first_winter_year_cuts_marketing_by_half_and_product_by_less) {
  Simulation simulation = test::simulation(winter());
  simulation.run_until(151);
  const PerDepartment before = simulation.firms().budget.of(0);
  simulation.run_until(203);
  const PerDepartment change = simulation.firms().budget.of(0) / before - 1;
  EXPECT_NEAR(change[Department::marketing], -0.49, 0.006);
  EXPECT_GT(change[Department::product], change[Department::marketing] + 0.1);
}

TEST(Figures, lines_are_crossed_in_the_weeks_of_the_reference) {
  using Weeks = std::vector<std::optional<int>>;
  const auto weeks = [](const Scenario& scenario) {
    Simulation simulation = test::simulation(scenario);
    simulation.run_until(520);
    const LineState& lines = simulation.firms().lines[0];
    return Weeks{lines.first_week(Crisis::budget), lines.first_week(Crisis::capability),
                 lines.first_week(Crisis::structure)};
  };
  EXPECT_EQ(weeks(mean_field()), (Weeks{306, std::nullopt, std::nullopt}));
  EXPECT_EQ(weeks(winter()), (Weeks{214, 274, 279}));
}

TEST(Figures, a_winter_year_moves_a_tenth_of_the_budget) {
  Simulation simulation = test::simulation(winter());
  simulation.run_until(157);
  const PerDepartment before = simulation.firms().share.of(0);
  simulation.run_until(209);
  EXPECT_NEAR((simulation.firms().share.of(0) - before).abs().sum() / 2, 0.10, 0.006);
}

TEST(Figures, a_year_moves_little_of_the_budget) {
  Simulation simulation = test::simulation(mean_field());
  simulation.run_until(26);
  for (int year = 0; year < 9; ++year) {
    const PerDepartment before = simulation.firms().share.of(0);
    simulation.run_until(simulation.weeks_done() + 52);
    const double moved = (simulation.firms().share.of(0) - before).abs().sum() / 2;
    EXPECT_GE(moved, 0.0095) << "year " << year;
    EXPECT_LE(moved, 0.055) << "year " << year;
  }
}

}  // namespace
}  // namespace orgsim
