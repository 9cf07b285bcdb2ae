#include "model/market/market.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

#include "core/arithmetic.hpp"
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
  const Pooled pooled = Pooled::populated(market, std::vector<double>(3, 0.1));
  EXPECT_EQ(std::accumulate(pooled.cells.counts.begin(), pooled.cells.counts.end(), 0.0), 1003);
  for (std::size_t f = 0; f < 3; ++f) EXPECT_EQ(census_of(pooled.cells).users(f), 100);  // floor(100.3 + .5)
}

TEST(Pooled, has_no_room_for_starters_that_do_not_fit_once_people_are_whole) {
  MarketParameters market;
  market.customers = 100;
  EXPECT_FALSE(Pooled::has_room(market, std::vector<double>(3, 1.0 / 3)));
  EXPECT_TRUE(Pooled::has_room(market, std::vector<double>(3, 0.2)));
}

TEST(Pooled, admits_newcomers_by_the_floor_of_each_cells_growth) {
  MarketParameters market;
  market.customers = 1000;
  Pooled pooled = Pooled::populated(market, std::vector<double>(3, 0.01));
  const double before = census_of(pooled.cells).nonusers[0];
  pooled.admit(market, 0.5, 1);
  const double quota = 0.16 * 1000 / 3;
  EXPECT_EQ(census_of(pooled.cells).nonusers[0] - before,
            std::floor(quota * std::exp(0.5 / 52)) - std::floor(quota));
}

// One class, one habit level: everybody accepts, and firms differ in their reach alone.
Hazards hazards_of_reach(std::vector<double> reach) {
  Hazards hazards;
  hazards.classes = hazards.levels = 1;
  hazards.firms = static_cast<int>(reach.size());
  hazards.contact.resize(reach.size());
  hazards.acceptance.assign(reach.size() * hazards.rows(), 0);
  for (std::size_t f = 0; f < reach.size(); ++f) {
    for (int k = 0; k < hazards.firms; ++k) {
      hazards.acceptance[f * hazards.rows() + hazards.row_of_nonuser(k, 0, 0)] = 1;
    }
  }
  hazards.taken_up.assign(reach.size() * reach.size(), 0);
  hazards.none.assign(reach.size(), 1);
  hazards.leaving = hazards.rising = std::vector<double>(reach.size(), 0.0);
  hazards.reach = std::move(reach);
  return hazards;
}

double probability(const Matrix& events, std::size_t event, std::size_t row) {
  return events[event][row] * events[events.rows() - 1][row];
}

// Of a week in which little happens, of one in which much does, and of one in which everything is sure to.
TEST(Hazards, turn_into_probabilities_of_at_most_one_event_in_their_proportion) {
  for (const double scale : {0.01, 1.0, 100.0}) {
    Hazards hazards = hazards_of_reach({0.1 * scale, 0.3 * scale, 0});
    hazards.leaving = {0.2 * scale, 0.2 * scale, 0.2 * scale};
    const Matrix events = event_hazards(hazards);
    const std::size_t nonuser = hazards.row_of_nonuser(1, 0, 0);
    EXPECT_DOUBLE_EQ(probability(events, 0, nonuser) + probability(events, 1, nonuser),
                     -std::expm1(-0.4 * scale));
    EXPECT_DOUBLE_EQ(probability(events, 1, nonuser), 3 * probability(events, 0, nonuser));
    EXPECT_EQ(probability(events, 2, nonuser), 0);
    EXPECT_EQ(probability(events, 3, nonuser), 0);
    EXPECT_DOUBLE_EQ(probability(events, 3, hazards.row_of_user(1, 2, 0)), -std::expm1(-0.2 * scale));
  }
}

TEST(Hazards, that_are_not_numbers_end_the_run_with_an_error) {
  EXPECT_THROW(event_hazards(hazards_of_reach({0.1, std::nan("")})), InputError);
}

// Every kind starts from the same people, up to rounding.
TEST(Market, kinds_agree_on_the_initial_population) {
  for (const MarketKind kind : every<MarketKind>()) {
    Parameters parameters;
    parameters.market.kind = kind;
    const std::vector<double> start(3, 0.01);
    const Census census = census_of(populated_market(parameters, start, {}, StreamKey{1, 0}).market);
    EXPECT_DOUBLE_EQ(sum(census.users, 3) + census.all_nonusers, 1e6) << name_of(kind);
    EXPECT_DOUBLE_EQ(census.users(2), 1e4) << name_of(kind);
  }
}

constexpr const char* kOnlyCustomersAreDrawn = R"(
    [marketing]
    creative_noise = 0
    [product]
    fit_noise = 0
    viral_noise = 0
    [executive]
    perception_noise = 0
  )";

// With every source of noise but the customers switched off, the mean over replications of a million people
// is the mean field's, up to O(1) person. Bound: 4 standard errors on each of 26 numbers (family-wise below
// 0.2 %). Those who give up take up another firm, or have lapsed and are harder to win.
TEST(Pooled, agrees_with_the_mean_field_where_only_customers_are_drawn) {
  Scenario scenario = test::scenario(kOnlyCustomersAreDrawn);
  scenario.parameters.market.kind = MarketKind::mean_field;
  Simulation limit = test::simulation(scenario);
  scenario.parameters.market.kind = MarketKind::pooled;
  constexpr std::size_t replications = 60;
  std::vector<Simulation> runs;
  for (std::uint32_t r = 0; r < replications; ++r) runs.push_back(test::simulation(scenario, r));
  for (const int week : {26, 104}) {
    limit.run_until(week);
    for (Simulation& run : runs) run.run_until(week);
    const auto expect = [&](const char* what, auto value) {
      std::vector<double> values;
      for (const Simulation& run : runs) values.push_back(value(run.world()));
      const double error = std::sqrt(variance_of(values) / replications);
      EXPECT_GT(error, 0) << what;
      EXPECT_NEAR(mean_of(values), value(limit.world()), 4 * error) << what << " in week " << week;
    };
    expect("lapsed", [](const World& world) { return world.census_end.lapsed; });
    for (std::size_t f = 0; f < 3; ++f) {
      expect("users", [&](const World& world) { return world.census_end.users(f); });
      expect("won", [&](const World& world) { return world.firms.won(f); });
      expect("lost", [&](const World& world) { return world.firms.lost(f); });
      expect("share", [&](const World& world) { return world.firms.share(Department::marketing, f); });
    }
  }
}

// The first week of one cell of n people, of whom a share p_f adopts firm f: variances n p (1 - p) and
// covariances -n p q. Bounds: 4 standard errors of a (co)variance estimated from that many normal numbers.
TEST(Pooled, draws_a_cells_first_week_with_the_variance_of_the_multinomial) {
  constexpr double n = 1000;
  constexpr std::uint32_t draws = 20000;
  MarketParameters market;
  market.mass = {1};
  market.resistance = {0};
  market.habit_levels = 1;
  const Hazards hazards = hazards_of_reach({0.05, 0.1, 0.3});
  const Matrix events = event_hazards(hazards);
  std::array<double, 3> p;
  for (std::size_t f = 0; f < 3; ++f) p[f] = probability(events, f, hazards.row_of_nonuser(0, 0, 0));

  std::array<std::vector<double>, 3> adopted;
  for (std::uint32_t r = 0; r < draws; ++r) {
    Pooled pooled{Cells(market)};
    pooled.cells.at(0, 0, 0) = n;
    const Flows flows = pooled.respond(hazards, {StreamKey{1, r}, 0, {}, in_turn});
    for (std::size_t f = 0; f < 3; ++f) adopted[f].push_back(flows[f].adopted);
  }
  const double error = 4 / std::sqrt(draws);
  for (std::size_t f = 0; f < 3; ++f) {
    const double variance = n * p[f] * (1 - p[f]);
    EXPECT_NEAR(mean_of(adopted[f]), n * p[f], error * std::sqrt(variance));
    EXPECT_NEAR(variance_of(adopted[f]), variance, error * std::sqrt(2.0) * variance);
    const std::size_t g = (f + 1) % 3;
    std::vector<double> both;
    for (std::size_t r = 0; r < draws; ++r) both.push_back(adopted[f][r] + adopted[g][r]);
    const double together = n * (p[f] + p[g]) * (1 - p[f] - p[g]);
    EXPECT_NEAR(variance_of(both), together, error * std::sqrt(2.0) * together);  // holds the covariance
  }
}

}  // namespace
}  // namespace orgsim
