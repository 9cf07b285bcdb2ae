// One week of well-mixed customers against the sums that it stands for, cell by cell, in markets of all
// shapes: of one firm and of sixteen, whose favourites fill one vector in part and four.
#include "model/market/well_mixed.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/arithmetic.hpp"
#include "core/draws.hpp"
#include "core/error.hpp"
#include "model/market/mean_field.hpp"
#include "model/market/pooled.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

struct Shape {
  int firms;
  int classes;
  int levels;
};
constexpr Shape kShapes[] = {{1, 1, 1}, {3, 5, 3}, {4, 2, 1}, {5, 5, 3}, {9, 1, 2}, {16, 16, 8}};

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

// Hazards of a market in which no two firms, classes or habits are alike. Exponents are at most `large`.
Hazards hazards_of(const Shape& shape, double large, Stream& stream) {
  const auto any = [&](int count, double low, double high) {
    std::vector<double> numbers(index(count));
    for (double& number : numbers) number = low + (high - low) * uniform(stream);
    return numbers;
  };
  Hazards hazards;
  hazards.firms = shape.firms;
  hazards.classes = shape.classes;
  hazards.levels = shape.levels;
  hazards.contact.resize(index(shape.firms));
  hazards.reach = any(shape.firms, 0, 0.2);
  hazards.utility = any(shape.firms, -large, large);
  hazards.taste = large / 3;
  hazards.resistance = any(kUserStates * shape.classes, -large, large);
  hazards.switching_cost = any(shape.levels, -large, large);
  hazards.leaving = any(shape.firms * shape.levels, 0, 0.1);
  hazards.rising = any(shape.firms, 0, 0.1);
  hazards.falling = 0.02;
  hazards.rebound = uniform(stream);
  return hazards;
}

Cells cells_of(const Shape& shape, Stream& stream) {
  MarketParameters market;
  market.firms = shape.firms;
  market.habit_levels = shape.levels;
  market.mass.assign(index(shape.classes), 1.0 / shape.classes);
  Cells cells(market);
  for (int state = 0; state < cells.states(); ++state) {
    for (int s = 0; s < cells.classes; ++s) {
      for (int k = 0; k < cells.firms; ++k) cells.at(k, s, state) = std::floor(1e5 * uniform(stream));
    }
  }
  return cells;
}

// Utilities and bars large and small: the logistic of their difference to the last digits, by factors or one
// by one.
TEST(Hazards, weigh_every_utility_against_every_bar_however_large_they_are) {
  Stream stream = StreamKey{4, 0}.stream(Purpose::parameters, 0, 0);
  for (const Shape& shape : kShapes) {
    for (const double large : {0.5, 58.0, 60.0, 5000.0}) {
      Hazards hazards = hazards_of(shape, large, stream);
      hazards.exposure = 0.3;
      weigh_choices(hazards);
      const auto expect = [&](double value, double expected) {
        EXPECT_NEAR(value, expected, 1e-11 * expected + 1e-200) << shape.firms << " firms, " << large;
      };
      for (int f = 0; f < shape.firms; ++f) {
        for (int k = 0; k < shape.firms; ++k) {
          for (int lapsed = 0; lapsed < kUserStates; ++lapsed) {
            for (int s = 0; s < shape.classes; ++s) {
              const double expected = acceptance_by_nonuser(hazards, f, k, s, lapsed);
              const std::size_t row = hazards.row_of_nonuser(k, s, lapsed);
              expect(hazards.acceptance_of(f, row), expected);
              expect(1 / (1 + hazards.odds_against[index(f) * hazards.rows_of_nonusers() + row]), expected);
            }
          }
          for (int g = 0; g < shape.firms; ++g) {
            for (int h = 0; h < shape.levels; ++h) {
              const double expected = acceptance_by_user(hazards, f, k, g, h);
              expect(hazards.acceptance_of(f, hazards.row_of_user(k, g, h)), expected);
            }
          }
        }
      }
    }
  }
}

// The week of a mean field as docs/model.md has it, one cell and one event after the other.
struct NaiveWeek {
  const Hazards& hazards;
  const Cells& before;
  Cells after = before;
  std::vector<Flow> flows = std::vector<Flow>(index(before.firms));

  void move(double people, int k, int s, int from, int to) {
    after.at(k, s, from) -= people;
    after.at(k, s, to) += people;
  }

  void respond() {
    for (int k = 0; k < before.firms; ++k) {
      for (int s = 0; s < before.classes; ++s) {
        for (int state = 0; state < before.states(); ++state) respond_in(k, s, state);
      }
    }
  }

  void respond_in(int k, int s, int state) {
    const std::vector<double> p = event_probabilities(hazards, k, s, state);
    const double there = before.at(k, s, state);
    const bool uses = state >= kUserStates;
    const std::size_t F = flows.size();
    const std::size_t own = uses ? index((state - kUserStates) / before.levels) : F;
    for (std::size_t f = 0; f < F; ++f) {
      const double people = there * p[f];
      move(people, k, s, state, before.state_of(static_cast<int>(f), 0));
      (uses ? flows[f].switched_in : flows[f].adopted) += people;
      if (uses) flows[own].switched_away += people;
    }
    if (!uses) return;
    move(there * p[F], k, s, state, kLapsed);
    flows[own].left += there * p[F];
    if (p[F + 1] > 0) move(there * p[F + 1], k, s, state, state + 1);
    if (p[F + 2] > 0) move(there * p[F + 2], k, s, state, state - 1);
  }
};

// Within an error that depends on the number expected.
template <class Error>
void expect_close(const Flow& flow, const Flow& expected, const Error& error) {
  EXPECT_NEAR(flow.adopted, expected.adopted, error(expected.adopted));
  EXPECT_NEAR(flow.switched_in, expected.switched_in, error(expected.switched_in));
  EXPECT_NEAR(flow.left, expected.left, error(expected.left));
  EXPECT_NEAR(flow.switched_away, expected.switched_away, error(expected.switched_away));
}

// People are drawn independently, so a number of them has a variance of at most its mean. The bound is 6
// standard deviations, and 6 people where few are expected.
double error_of_draws(double expected) {
  return 6 * std::sqrt(expected) + 6;
}
double error_of_rounding(double /*expected*/) {
  return 1e-5;
}

TEST(WellMixed, people_of_every_cell_meet_the_hazards_of_their_row) {
  Stream stream = StreamKey{5, 0}.stream(Purpose::parameters, 0, 0);
  for (const Shape& shape : kShapes) {
    for (const double exposure : {0.5, 20.0}) {  // little happens, and much
      Hazards hazards = hazards_of(shape, 2, stream);
      hazards.exposure = exposure;
      weigh_choices(hazards);
      MeanField mean_field{cells_of(shape, stream)};
      Pooled pooled{mean_field.cells};
      const Cells before = mean_field.cells;
      NaiveWeek naive{hazards, before};
      naive.respond();

      const Flows flows = mean_field.respond(hazards, {StreamKey{1, 0}, 0, {}, in_turn});
      const Flows drawn = pooled.respond(hazards, {StreamKey{1, 0}, 0, {}, in_turn});
      for (std::size_t i = 0; i < before.counts.size(); ++i) {
        const double expected = naive.after.counts[i];
        EXPECT_NEAR(mean_field.cells.counts[i], expected, error_of_rounding(expected))
            << shape.firms << ", " << i;
        EXPECT_NEAR(pooled.cells.counts[i], expected, error_of_draws(expected)) << shape.firms << ", " << i;
      }
      for (std::size_t f = 0; f < flows.size(); ++f) {
        expect_close(flows[f], naive.flows[f], error_of_rounding);
        expect_close(drawn[f], naive.flows[f], error_of_draws);
      }
    }
  }
}

// Reach and exposure whose product is no number any more: every user is sure to switch, and nobody is lost.
TEST(WellMixed, hazards_beyond_all_bounds_are_certain_events) {
  for (const MarketKind kind : {MarketKind::mean_field, MarketKind::pooled}) {
    Scenario scenario = test::scenario("environment.directness = [[0, 1.0]]");
    scenario.parameters.market.kind = kind;
    scenario.parameters.market.choice.switch_exposure = 1e307;
    scenario.parameters.market.contact.directness_gain = 1e6;
    Simulation simulation = test::simulation(scenario);
    simulation.run_until(3);
    const World& world = simulation.world();
    EXPECT_NEAR(sum(world.census_end.users, world.firms.count()) + world.census_end.all_nonusers,
                world.environment.people, 1e-3);
    const double switched = sum(world.firms.switched, world.firms.count());
    EXPECT_NEAR(switched, sum(world.census.users, world.firms.count()), 1e-3) << name_of(kind);
    EXPECT_GT(switched, 0.1 * world.environment.people);
  }
}

}  // namespace
}  // namespace orgsim
