// Somebody plays the marketing head of the focal firm: a decision every quarter, answered by the executive,
// the rivals and the market (docs/model.md, 3.11). A game is a function of the scenario and of all that was
// decided, so that it can be played again from a line of text.
#pragma once

#include <span>
#include <vector>

#include "engine/simulation.hpp"
#include "experiment/audit/movement.hpp"
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
};

// What is wrong with it, as the move of that number. Places are left empty.
std::vector<Problem> problems_of(const Move& move, std::size_t number);

// What a department or a strategy has reached when the run is over, whoever led it.
struct Reached {
  Outcome outcome;     // its verdict is that over the last weeks
  int level = 0;       // lines crossed in the last of them
  int marginalised = 0;  // weeks with two lines crossed or more, of the whole run
};

struct Game {
  std::vector<double> granted;       // of each move, the factor that the executive granted
  std::vector<AuditedWeek> history;  // of the focal firm
  std::vector<bool> answered;        // whether a firm has begun to do what the focal one does
};

// Told of every week, after it.
using AfterPlayedWeek = std::function<void(const Simulation&)>;

// The world in which a game is played: pooled, one replication, rivals that answer, and no strategy of the
// focal firm's own until it is that of the player.
Scenario as_played(const Scenario& scenario);

// Plays the moves, a quarter each, as many as there are. `scenario` is as_played() and without distributions.
// Throws InputError for a move that cannot be made.
Game play(const Scenario& scenario, const StreamKey& stream_key, std::span<const Move> moves,
          const AfterPlayedWeek& after = {});

// What the player, a head who does nothing new, and each strategy of the scenario have reached with the same
// luck, all judged over the same last weeks: the player first, then the baseline.
struct Compared {
  std::string name;  // of the strategy
  std::string label;
  Reached reached;
};
std::vector<Reached> compared(const Scenario& scenario, const StreamKey& stream_key,
                              std::span<const Move> moves);

}  // namespace orgsim
