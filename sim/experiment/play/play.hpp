// Somebody plays the marketing head of the focal firm: a decision every quarter, answered by the executive,
// the rivals and the market (docs/model.md, 3.11). A game is a function of the scenario, its luck and all
// that was decided, so that it can be played again from a line of text.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/simulation.hpp"
#include "experiment/outcome.hpp"

namespace orgsim {

inline constexpr int kQuarterWeeks = 13;
inline constexpr double kLeastAsked = 0.7;  // of marketing's budget, as a factor
inline constexpr double kMostAsked = 1.3;

// What is decided for a quarter; all of it holds until the next decision.
struct Move {
  PerMode mix;
  double ai_adoption = 0;
  double redeploy = 0;
  double prove = 0;
  double budget = 1;  // the factor asked for

  bool operator==(const Move&) const = default;
};

// What is wrong with them. Places are left empty.
std::vector<Problem> problems_of(std::span<const Move> moves, const Scenario& scenario);

// The scenario as it is played: with luck, once, against rivals that answer.
Scenario as_played(Scenario scenario);

// What came of one way to lead marketing, judged over the last weeks of the run.
struct Played {
  Outcome outcome;
  int level = 0;                // lines crossed in the last week
  int weeks_marginalised = 0;   // of the whole run
  std::vector<double> granted;  // of each move, the factor that the executive granted
};

// Told of every week, after it.
using AfterPlayedWeek = std::function<void(const Simulation&)>;

// All games of a scenario that is as_played() and without distributions, under the same luck.
class Table {
 public:
  // Simulates so many weeks of the run in which nobody decides anything.
  Table(const Scenario& scenario, const StreamKey& stream_key, int weeks, const AfterPlayedWeek& after = {});

  const Played& untouched() const { return untouched_; }
  // The moves, a quarter each; the last one holds until the weeks are over. Throws InputError.
  Played play(std::span<const Move> moves, const AfterPlayedWeek& after = {}) const;
  // A strategy of the scenario, from the week on in which it begins.
  Played follow(const Strategy& strategy, const AfterPlayedWeek& after = {}) const;

 private:
  Played judged_last(Played played, const OutcomeTracker& tracker, const Simulation& simulation) const;

  Scenario scenario_;
  Simulation start_;
  int weeks_;
  Positions positions_;
  Played untouched_;
};

}  // namespace orgsim
