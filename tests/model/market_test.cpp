#include "model/market/market.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "experiment/statistics.hpp"
#include "model/market/well_mixed.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

TEST(LargestRemainder, gives_what_is_missing_to_the_largest_fractions_and_ties_to_the_first) {
  EXPECT_EQ(largest_remainder({1.5, 1.5, 2.0}, 5), (std::vector<double>{2, 1, 2}));
  EXPECT_EQ(largest_remainder({0.2, 0.9, 0.9}, 2), (std::vector<double>{0, 1, 1}));
}

TEST(Pooled, starts_with_whole_people_who_sum_to_everybody) {
  MarketParameters market;
  market.customers = 1003;
  market.start_penetration = 0.1;
  const Pooled pooled = Pooled::populated(market);
  EXPECT_EQ(std::accumulate(pooled.cells.counts.begin(), pooled.cells.counts.end(), 0.0), 1003);
  for (const double users : census_of(pooled.cells).users) EXPECT_EQ(users, 100);  // floor(100.3 + .5)
}

TEST(Pooled, refuses_starters_that_do_not_fit_once_people_are_whole) {
  MarketParameters market;
  market.customers = 100;
  market.start_penetration = 1.0 / 3;
  EXPECT_THROW(Pooled::populated(market), InputError);
}

TEST(Pooled, admits_newcomers_by_the_floor_of_each_cells_growth) {
  MarketParameters market;
  market.customers = 1000;
  Pooled pooled = Pooled::populated(market);
  const double before = census_of(pooled.cells).nonusers[0];
  pooled.admit(market, 0.5, 1);
  const double quota = 0.16 * 1000 / 3;
  EXPECT_EQ(census_of(pooled.cells).nonusers[0] - before,
            std::floor(quota * std::exp(0.5 / 52)) - std::floor(quota));
}

TEST(Hazards, turn_into_probabilities_of_at_most_one_event_in_their_proportion) {
  std::vector<double> events{0.1, 0.3, 0};
  hazards_to_probabilities(events);
  EXPECT_DOUBLE_EQ(events[0] + events[1], 1 - std::exp(-0.4));
  EXPECT_DOUBLE_EQ(events[1], 3 * events[0]);
  EXPECT_EQ(events[2], 0);
}

// Every kind starts from the same people, up to rounding.
TEST(Market, kinds_agree_on_the_initial_population) {
  for (const MarketKind kind : every<MarketKind>()) {
    MarketParameters market;
    market.kind = kind;
    const Census census = census_of(populated_market(market));
    EXPECT_DOUBLE_EQ(census.all_users() + census.all_nonusers(), 1e6) << name_of(kind);
    EXPECT_DOUBLE_EQ(census.users[2], 1e4) << name_of(kind);
  }
}

// With every source of noise but the customers switched off, the mean over replications of a large pooled
// market is the mean field's up to O(1/N). Bound: 4.5 standard errors on each of 6 numbers (family-wise below
// 1e-4) plus a thousandth for the difference of the limit.
TEST(Pooled, agrees_with_the_mean_field_where_only_customers_are_drawn) {
  Scenario scenario = test::scenario(R"(
    [run]
    weeks = 105
    [market]
    customers = 20000
    [marketing]
    creative_noise = 0
    [product]
    fit_noise = 0
    viral_noise = 0
    [executive]
    perception_noise = 0
  )");
  scenario.parameters.market.kind = MarketKind::mean_field;
  Simulation limit = test::simulation(scenario);
  scenario.parameters.market.kind = MarketKind::pooled;
  std::vector<Simulation> runs;
  for (std::uint32_t r = 0; r < 60; ++r) runs.push_back(test::simulation(scenario, r));
  for (const int week : {52, 105}) {
    limit.run_until(week);
    for (Simulation& run : runs) run.run_until(week);
    for (std::size_t f = 0; f < 3; ++f) {
      std::vector<double> users;
      for (const Simulation& run : runs) users.push_back(run.world().census_end.users[f]);
      const double mean = mean_of(users);
      double squares = 0;
      for (const double u : users) squares += (u - mean) * (u - mean);
      const double error = std::sqrt(squares / 59 / 60);
      EXPECT_GT(error, 0);
      EXPECT_NEAR(mean, limit.world().census_end.users[f], 4.5 * error + 1e-3 * mean) << "week " << week;
    }
  }
}

}  // namespace
}  // namespace orgsim
