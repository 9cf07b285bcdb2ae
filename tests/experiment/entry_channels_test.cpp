// Through which channel the customers of a network came, and what they brought in.
#include <gtest/gtest.h>

#include <numeric>

#include "experiment/outcome.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// A network in which nobody uses anything before the first week.
Scenario blank_network() {
  Scenario scenario = test::tiny(MarketKind::network);
  scenario.parameters.firm.offer.start_penetration = 0;
  scenario.parameters.environment.climate = Schedule({{0, 1}, {30, 0.3}});
  return scenario;
}

const Network& network_of(const Simulation& simulation) {
  return std::get<Network>(simulation.world().market);
}

TEST(EntryChannels, are_those_of_all_who_were_ever_won_and_of_all_users) {
  Simulation simulation = test::simulation(blank_network());
  OfFirms won(simulation.firms().count());
  OfChannels expected(simulation.firms().count());
  for (int week = 0; week < 50; ++week) {
    simulation.step();
    won += simulation.firms().won;
    expected += simulation.firms().won_by_channel;
  }
  const Entries& entries = network_of(simulation).entries;
  const std::size_t firms = simulation.firms().count();
  const Eigen::Map<const Eigen::ArrayXXd> drawn(entries.won.data(), count_of<Channel>,
                                                static_cast<Eigen::Index>(firms));
  EXPECT_TRUE((drawn.colwise().sum() == test::dense(won, firms).row(0)).all());
  // Drawn one by one, with the rates whose expected shares the ledgers book.
  const Eigen::ArrayXXd rates = test::dense(expected, firms);
  EXPECT_TRUE(((drawn - rates).abs() < 6 * rates.sqrt() + 6).all());
  const ByHabit& users = simulation.world().census_end.by_habit;
  const auto levels = static_cast<std::size_t>(users.rows());
  for (std::size_t f = 0; f < firms; ++f) {
    for (std::size_t h = 0; h < levels; ++h) {
      const double* first = &entries.users[(f * levels + h) * count_of<Channel>];
      EXPECT_EQ(std::accumulate(first, first + count_of<Channel>, 0.0), users(h, f));
    }
  }
}

TEST(EntryChannels, share_out_all_the_margin_of_a_run) {
  Simulation simulation = test::simulation(blank_network());
  OutcomeTracker tracker(simulation.firms().count());
  OfFirms earned(simulation.firms().count());
  for (int week = 0; week < 50; ++week) {
    simulation.step();
    tracker.observe(simulation.world());
    earned += simulation.world().parameters.economics.margin * simulation.firms().revenue;
  }
  const Outcome outcome = tracker.outcome(simulation);
  for (std::size_t f = 0; f < outcome.firms.size(); ++f) {
    ASSERT_TRUE(outcome.firms[f].margin_per_customer);
    double sum = 0;
    for (const Channel j : every<Channel>()) {
      const double won =
          network_of(simulation).entries.won[f * count_of<Channel> + static_cast<std::size_t>(j)];
      if (won > 0) sum += won * (*outcome.firms[f].margin_per_customer)[j];
    }
    EXPECT_GT(earned(f), 0);
    EXPECT_NEAR(sum, earned(f), 1e-9 * earned(f));
  }
}

TEST(EntryChannels, are_unknown_where_people_are_not_told_apart) {
  for (const MarketKind kind : {MarketKind::mean_field, MarketKind::pooled}) {
    Simulation simulation = test::simulation(test::tiny(kind));
    OutcomeTracker tracker(simulation.firms().count());
    simulation.step();
    tracker.observe(simulation.world());
    EXPECT_FALSE(tracker.outcome(simulation).firms[0].margin_per_customer);
  }
}

}  // namespace
}  // namespace orgsim
