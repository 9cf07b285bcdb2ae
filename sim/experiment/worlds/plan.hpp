// What `orgsim worlds` draws and judges worlds by: the numbers that nobody knows, and the evidence.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/plausible.hpp"
#include "engine/scenario.hpp"
#include "experiment/worlds/evidence.hpp"

namespace orgsim {

inline constexpr std::size_t kLeastWorlds = 20;
inline constexpr std::size_t kMostWorlds = 100000;
// Tried, unless said; and what may be said.
inline constexpr std::uint64_t kMostEvaluations = 60000;
inline constexpr std::uint64_t kLeastAsked = 1000;
inline constexpr std::uint64_t kMostAsked = 100'000'000;

struct WorldsPlan {
  Scenario scenario;  // of which the numbers below are drawn, and all else stays
  Evidence evidence;
  std::vector<Target> used;              // of the evidence
  std::vector<PlausibleNumber> numbers;  // that are drawn
  std::vector<std::string> paths;        // of those
  std::vector<std::string> kept;         // plausible numbers that the scenario has its own word on
  Ranges ranges = Ranges::plausible;
  std::size_t points = 1000;
  std::uint64_t seed = 1;
};

// The plausible numbers that a scenario leaves to be drawn: those of keys that have their defaults.
struct FreeNumbers {
  std::vector<PlausibleNumber> numbers;
  std::vector<std::string> paths;  // of those
  std::vector<std::string> kept;   // paths of the others
};
FreeNumbers free_numbers(const Scenario& scenario, Ranges ranges);

// A number that the scenario gives another value than the default, draws, or leaves to a firm stays as it is.
// Throws InputError if no target is used, or if nothing is left to be drawn.
WorldsPlan plan_worlds(const Scenario& scenario, const Evidence& evidence, Ranges ranges, std::size_t points,
                       std::uint64_t seed);

// As the file has it: six significant digits.
double rounded(double value);
std::string in_digits(double value);

// The numbers of a world at `units` of their ranges, rounded as the file has them.
std::vector<double> world_at(const WorldsPlan& plan, std::span<const double> units);

// The scenario with a world's numbers.
Scenario world_of(const WorldsPlan& plan, std::span<const double> values);

// The same numbers in the scenario itself.
std::vector<double> values_in(const WorldsPlan& plan);

// All that decides on the worlds but the program's version, for comparison.
std::string text_of(const WorldsPlan& plan);

}  // namespace orgsim
