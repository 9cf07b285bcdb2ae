#include "experiment/fit/history.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulation.hpp"
#include "support/histories.hpp"

namespace orgsim {
namespace {

Scenario market() {
  Scenario scenario = test::small_fit().scenario;
  scenario.parameters.market.kind = MarketKind::mean_field;
  return scenario;
}

TEST(History, has_users_at_the_end_of_a_quarter_and_the_sums_of_money_and_customers_over_it) {
  const Scenario scenario = market();
  const Grid grid{{Book::users, Book::revenue, Book::sales, Book::won}, 5, 2, 1};
  const Eigen::VectorXd logs = log_history(scenario, {}, grid);
  Simulation simulation(scenario, {});
  simulation.run_until(5);
  double revenue = 0, sales = 0, won = 0;
  for (int quarter = 0; quarter < 2; ++quarter) {
    revenue = sales = won = 0;
    for (int week = 0; week < kWeeksOfQuarter; ++week) {
      simulation.step();
      revenue += simulation.firms().revenue(0);
      sales += simulation.firms().budget(Department::sales, 0);
      won += simulation.firms().won(0);
    }
  }
  EXPECT_NEAR(logs(1), std::log(simulation.firms().users_end(0)), 1e-12);
  EXPECT_NEAR(logs(3), std::log(revenue), 1e-12);
  EXPECT_NEAR(logs(5), std::log(sales), 1e-12);
  EXPECT_NEAR(logs(7), std::log(won), 1e-12);
}

TEST(History, sums_customers_won_over_several_quarters) {
  const Eigen::VectorXd plain = log_history(market(), {}, {{Book::won}, 0, 3, 1});
  const Eigen::VectorXd rolled = log_history(market(), {}, {{Book::won}, 0, 3, 2});
  EXPECT_NEAR(rolled(0), plain(0), 1e-12);
  EXPECT_NEAR(std::exp(rolled(2)), std::exp(plain(1)) + std::exp(plain(2)), 1e-6);
}

}  // namespace
}  // namespace orgsim
