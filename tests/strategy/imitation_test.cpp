#include "strategy/imitation.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

#include "engine/worlds.hpp"
#include "support/copies.hpp"
#include "support/selection.hpp"

namespace orgsim {
namespace {

// Firms that begin with one strategy each.
Scenario each(const std::string& keys) {
  Scenario scenario = test::selected(keys);
  scenario.firms[0].strategy = "embed";
  scenario.firms[1].strategy = "cut";
  scenario.firms[2].strategy = "none";
  return scenario;
}

std::vector<std::string> followed(const Simulation& simulation) {
  std::vector<std::string> names;
  for (int f = 0; f < 3; ++f) names.emplace_back(followed_by(simulation.head(f)));
  return names;
}

std::size_t best_of(const Simulation& simulation) {
  std::size_t best = 0;
  for (std::size_t f = 1; f < 3; ++f) {
    if (simulation.firms().survival[f].profit_per_user() >
        simulation.firms().survival[best].profit_per_user())
      best = f;
  }
  return best;
}

TEST(Imitation, takes_the_best_strategy_everywhere_in_the_week_of_the_review) {
  Simulation simulation = test::simulation(each("review = 20\nimitation = 1\nnoise = 0\ndissolve = 0"));
  simulation.run_until(20);
  const std::vector<std::string> before = followed(simulation);
  EXPECT_EQ(before, (std::vector<std::string>{"embed", "cut", "none"}));
  const std::size_t best = best_of(simulation);
  simulation.step();
  EXPECT_EQ(followed(simulation), std::vector<std::string>(3, before[best]));
  for (int f = 0; f < 3; ++f) {
    const bool copied = static_cast<std::size_t>(f) != best;
    EXPECT_EQ(simulation.head(f).began == 20, copied) << f;
  }
}

TEST(Imitation, of_a_firm_without_a_strategy_goes_back_to_the_legacy) {
  Scenario scenario = each("review = 20\nimitation = 1\nnoise = 0\ndissolve = 0");
  scenario.strategies[0].mix = PerMode{0.0, 0.0, 1.0, 0.0};
  scenario.strategies[0].ceo_voice = 5;  // nobody can afford that
  scenario.strategies[1].ceo_voice = 5;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(20);
  ASSERT_EQ(best_of(simulation), 2U);
  const double broadcast = simulation.firms().mix(Mode::broadcast, 0);
  simulation.step();
  EXPECT_EQ(followed(simulation), std::vector<std::string>(3, "none"));
  EXPECT_GT(simulation.firms().mix(Mode::broadcast, 0), broadcast);
  EXPECT_EQ(simulation.firms().ceo_voice(0), 0);
}

TEST(Imitation, happens_at_reviews_alone_and_as_often_as_it_is_likely) {
  const Scenario scenario = each("review = 4\nimitation = 0.25\nnoise = 10\ndissolve = 0");
  int changes = 0;
  int chances = 0;
  for (std::uint32_t replication = 0; replication < 40; ++replication) {
    Simulation simulation = test::simulation(scenario, replication);
    simulation.run_until(4);
    for (int week = 4; week < 12; ++week) {
      const std::vector<std::string> before = followed(simulation);
      const bool alike = before[0] == before[1] && before[1] == before[2];
      simulation.step();
      const std::vector<std::string> after = followed(simulation);
      if (week % 4 != 0) {
        EXPECT_EQ(after, before) << week;
      }
      if (week != 4 || alike) continue;
      for (std::size_t f = 0; f < 3; ++f) changes += before[f] != after[f] ? 1 : 0;
      chances += 3;
    }
  }
  // Each copies with probability 1/4, and with so much noise somebody else's strategy in 2 of 3 cases: 1/6.
  const double expected = chances / 6.0;
  EXPECT_NEAR(changes, expected, 3 * std::sqrt(expected * 5 / 6));
}

// What firms follow after each week, if all but the first do so.
std::vector<std::vector<std::string>> weeks_of(Scenario scenario, Rivals rivals, int weeks = 60) {
  Simulation simulation = test::simulation(with_rivals(scenario, rivals));
  std::vector<std::vector<std::string>> all;
  for (int week = 0; week < weeks; ++week) {
    simulation.step();
    all.push_back(followed(simulation));
  }
  return all;
}

TEST(Imitation, is_no_business_of_rivals_that_stand_still) {
  const Scenario scenario = each("review = 5\nimitation = 0.8\nnoise = 1\ndissolve = 0");
  const auto still = weeks_of(scenario, Rivals::stand);
  std::set<std::string> of_the_first;
  for (const std::vector<std::string>& week : still) {
    EXPECT_EQ(week[1], "cut");
    EXPECT_EQ(week[2], "none");
    of_the_first.insert(week[0]);
  }
  EXPECT_GT(of_the_first.size(), 1U);
  EXPECT_NE(weeks_of(scenario, Rivals::same), still);
}

TEST(Imitation, begins_for_rivals_that_respond_with_a_crisis_line_of_their_own) {
  const Scenario scenario = each("review = 2\nimitation = 1\nnoise = 10\ndissolve = 0");
  Simulation simulation = test::simulation(with_rivals(scenario, Rivals::respond));
  std::vector<std::string> before = followed(simulation);
  int changes = 0;
  for (int week = 0; week < 60; ++week) {
    std::array<bool, 3> in_crisis{};
    for (std::size_t f = 0; f < 3; ++f)
      in_crisis[f] = simulation.firms().lines[f].first_week(Crisis::any).has_value();
    simulation.step();
    const std::vector<std::string> after = followed(simulation);
    for (std::size_t f = 1; f < 3; ++f) {
      if (after[f] == before[f]) continue;
      EXPECT_TRUE(in_crisis[f]) << f << " in week " << week;
      ++changes;
    }
    before = after;
  }
  EXPECT_GT(changes, 0);
}

// The first firm's luck is the same whatever the others do, until they have done something else.
TEST(Imitation, draws_the_same_for_a_firm_whatever_the_others_do) {
  const Scenario scenario = each("review = 10\nimitation = 0.5\nnoise = 5\ndissolve = 0");
  for (const Rivals rivals : {Rivals::stand, Rivals::respond}) {
    for (std::uint32_t replication = 0; replication < 20; ++replication) {
      Simulation all = test::simulation(scenario, replication);
      Simulation first = test::simulation(with_rivals(scenario, rivals), replication);
      all.run_until(11);
      first.run_until(11);
      EXPECT_EQ(followed(all)[0], followed(first)[0]) << replication;
    }
  }
}

TEST(Imitation, goes_on_the_same_from_a_copy_and_from_bytes) {
  Simulation original = test::simulation(test::selected("review = 5\nimitation = 0.5\npatience = 3"));
  original.run_until(13);
  test::expect_goes_on_the_same(original, 40);
}

}  // namespace
}  // namespace orgsim
