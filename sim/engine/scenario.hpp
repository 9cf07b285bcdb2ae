// What a scenario says, after reading: parameters, firms, strategies, grants, and which numbers are drawn.
#pragma once

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "core/random.hpp"
#include "core/shared.hpp"
#include "core/walk.hpp"
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
  Shared<StoredGraph> ties;  // what market.network.file holds; no key

  const Strategy* find_strategy(std::string_view name) const;
  bool operator==(const Scenario&) const = default;
};

// Calls on_field(path, field, value) for every key of the scenario that has a field list; those of a firm
// that are not overridden are among them.
template <class AnyScenario, class OnField>
void for_each_key(AnyScenario& scenario, OnField on_field) {
  walk(scenario.parameters, "", on_field);
  for (std::size_t f = 0; f < scenario.firms.size(); ++f) {
    walk(scenario.firms[f].overrides, fmt::format("firms[{}]", f), on_field);
  }
  for (auto& strategy : scenario.strategies) walk(strategy, "strategies." + strategy.name, on_field);
}

// Lets what holds for all hold for the firm again.
void drop_override(FirmEntry& firm, const std::string& name);

// Each firm's own parameters: what holds for all, with its overrides.
std::vector<FirmParameters> parameters_of_firms(const Scenario& scenario);

// The values that the replication of `stream_key` gives to the drawn keys, in the order of `scenario.drawn`.
// Throws InputError if a distribution has next to no mass inside its key's range.
std::vector<double> draw_values(const Scenario& scenario, const StreamKey& stream_key);

// The scenario with every drawn key replaced by its value.
Scenario with_values(const Scenario& scenario, const std::vector<double>& values);

}  // namespace orgsim
