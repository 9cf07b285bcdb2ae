// An ensemble of worlds: values of what nobody knows, each row of which could be ours (docs/worlds.md).
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

struct WorldTable {
  std::vector<std::string> paths;  // of the numbers, as in engine/plausible.hpp
  std::vector<double> numbers;     // row by row; the rows are a sample in random order
  std::string name;                // of the file
  std::string checksum;            // of its text

  std::size_t rows() const { return paths.empty() ? 0 : numbers.size() / paths.size(); }
  std::span<const double> row(std::size_t r) const {
    return {numbers.data() + r * paths.size(), paths.size()};
  }

  bool operator==(const WorldTable&) const = default;
};

// How many worlds the answer is looked at in: run.worlds, or as many as there are replications, 100 at most,
// and none for a network.
std::size_t worlds_of(const Scenario& scenario);

// Keys that stand as the scenario has them, whatever is drawn of worlds: those that it names (run.named) and
// those that it draws itself, with what a check binds to them.
std::set<std::string> keys_that_stay(const Scenario& scenario);

// The columns that a world sets in this scenario: those of no key that stays,
// and of lists that are as long as by default.
std::vector<std::size_t> free_columns(const Scenario& scenario, const WorldTable& worlds);

// The scenario in one of the worlds.
Scenario in_world(const Scenario& scenario, const WorldTable& worlds, std::size_t row,
                  std::span<const std::size_t> columns);

// The scenario in which all rivals do so: follow the focal firm's strategy, or, with [selection], where firms
// follow each other's, copy at reviews.
Scenario with_rivals(const Scenario& scenario, Rivals rivals);
// Whether they do already.
bool has_rivals(const Scenario& scenario, Rivals rivals);

}  // namespace orgsim
