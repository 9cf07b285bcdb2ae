// What a scenario says, after reading: parameters, firms, strategies, grants, and which numbers are drawn.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "core/random.hpp"
#include "engine/distribution.hpp"
#include "model/world.hpp"
#include "strategy/strategy.hpp"

namespace orgsim {

// The strategy name by which a firm says that it takes whatever strategy the focal firm takes.
inline constexpr std::string_view kSameAsFocal = "same_as_focal";

// One entry of [[firms]].
struct FirmEntry {
  std::string name;
  std::string strategy;      // the one it follows in every run; empty for none
  FirmParameters overrides;  // only the keys in `overridden` count
  std::set<std::string> overridden;

  bool operator==(const FirmEntry&) const = default;
};

// A numeric key that is drawn once per replication.
struct DrawnKey {
  std::string path;  // "market.taste", "firms[1].talent", "strategies.embed.start", "marketing.judgement[2]"
  Distribution distribution;
  Range range;
  bool whole = false;  // rounded to a whole number
  Place place;         // where it was written

  bool operator==(const DrawnKey& other) const {  // wherever it was written
    return path == other.path && distribution == other.distribution && range == other.range &&
           whole == other.whole;
  }
};

struct Scenario {
  std::string title;
  Parameters parameters;
  std::vector<FirmEntry> firms;  // one per firm, the focal one first
  std::vector<Strategy> strategies;
  std::vector<Grant> grants;
  std::vector<DrawnKey> drawn;

  const Strategy* find_strategy(std::string_view name) const;
  bool operator==(const Scenario&) const = default;
};

// Each firm's own parameters: what holds for all, with its overrides.
std::vector<FirmParameters> parameters_of_firms(const Scenario& scenario);

// The values that replication `luck` gives to the drawn keys, in the order of `scenario.drawn`.
// Throws InputError if a distribution has next to no mass inside its key's range.
std::vector<double> draw_values(const Scenario& scenario, const Luck& luck);

// The scenario with every drawn key replaced by its value.
Scenario with_values(const Scenario& scenario, const std::vector<double>& values);

// What is wrong beyond single keys: sums, lengths, order, references. Places are left empty. Empty if all is
// well.
std::vector<Problem> problems_of(const Scenario& scenario);

}  // namespace orgsim
