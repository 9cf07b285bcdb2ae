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
#include "engine/sweep_table.hpp"
#include "model/world.hpp"
#include "strategy/strategy.hpp"

namespace orgsim {

// The strategy name by which a firm says that it takes whatever strategy the focal firm takes.
inline constexpr std::string_view kSameAsFocal = "same_as_focal";
// That it takes it once a crisis line of its own is crossed, after the focal firm has begun.
inline constexpr std::string_view kAnswersFocal = "answers_focal";

// One entry of [[firms]].
struct FirmEntry {
  std::string name;
  std::string strategy;      // the one it follows; empty for none
  FirmParameters overrides;  // only the keys in `overridden` count
  std::set<std::string> overridden;

  // What is a firm's alone; overrides have a list of their own.
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"name", "", range::any, "Name of the firm, in a table [[firms]]", "", Trait::fixed},
          self.name);
    visit(
        Field{
            "strategy", "", range::any,
            "Strategy that the firm follows: a name under [strategies], same_as_focal, or answers_focal (the "
            "same once a crisis line of its own is crossed); the focal firm follows its own until the "
            "strategy that is tried begins, which replaces it for good",
            "", Trait::fixed},
        self.strategy);
  }

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

// Where a scenario comes from, and what its reader noted; no part of what it says.
struct Origin {
  std::string folder;           // from which a relative market.network.file starts; empty: the working one
  std::string worlds_folder;    // the same for run.worlds_file
  bool customers_said = false;  // whether market.customers was given, and not left to its default
  std::vector<Problem> notes;   // about the edge list, or the results file

  bool operator==(const Origin&) const { return true; }
};

struct Scenario {
  std::string title;
  Parameters parameters;
  std::vector<FirmEntry> firms;  // one per firm, the focal one first
  std::vector<Strategy> strategies;
  std::vector<Grant> grants;
  std::vector<DrawnKey> drawn;
  SweepTable sweep;
  Shared<StoredGraph> ties;  // what market.network.file holds; no key
  Origin origin;

  // What stands above all tables.
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"title", "", range::any, "Heading of reports; the file's name if there is none", "",
                Trait::fixed},
          self.title);
  }

  const Strategy* find_strategy(std::string_view name) const;
  bool operator==(const Scenario&) const = default;
};

// Calls on_field(path, field, value) for every key of the scenario; those of a firm that are not overridden
// are among them.
template <class AnyScenario, class OnField>
void for_each_key(AnyScenario& scenario, OnField on_field) {
  walk(scenario, "", on_field);
  walk(scenario.parameters, "", on_field);
  for (std::size_t f = 0; f < scenario.firms.size(); ++f) {
    const std::string path = fmt::format("firms[{}]", f);
    walk(scenario.firms[f], path, on_field);
    walk(scenario.firms[f].overrides, path, on_field);
  }
  for (std::size_t g = 0; g < scenario.grants.size(); ++g) {
    walk(scenario.grants[g], fmt::format("grants[{}]", g), on_field);
  }
  for (auto& strategy : scenario.strategies) walk(strategy, "strategies." + strategy.name, on_field);
}

// Calls on_field(field, value) for the key of that path alone; false if there is none.
template <class AnyScenario, class OnField>
bool seek_key(AnyScenario& scenario, std::string_view path, OnField on_field) {
  const auto below = [path, &on_field](const std::string& start, auto&... roots) {
    return path.starts_with(start) && (seek(roots, path.substr(start.size()), on_field) || ...);
  };
  if (below("", scenario, scenario.parameters)) return true;
  for (std::size_t f = 0; f < scenario.firms.size(); ++f) {
    if (below(fmt::format("firms[{}].", f), scenario.firms[f], scenario.firms[f].overrides)) return true;
  }
  for (std::size_t g = 0; g < scenario.grants.size(); ++g) {
    if (below(fmt::format("grants[{}].", g), scenario.grants[g])) return true;
  }
  for (auto& strategy : scenario.strategies) {
    if (below("strategies." + strategy.name + ".", strategy)) return true;
  }
  return false;
}

// A path within a firm, such as "firms[1].talent": the firm, and the name of its key. Nothing for other
// paths.
struct FirmKey {
  std::size_t firm = 0;
  std::string name;
};
std::optional<FirmKey> firm_key(const Scenario& scenario, const std::string& path);

// Lets what holds for all hold for the firm again.
void drop_override(FirmEntry& firm, const std::string& name);

// Each firm's own parameters: what holds for all, with its overrides.
std::vector<FirmParameters> parameters_of_firms(const Scenario& scenario);
// The share of the people who use each firm at week 0.
std::vector<double> starts_of(const Scenario& scenario);

// The values that the replication of `stream_key` gives to the drawn keys, in the order of `scenario.drawn`.
// Throws InputError if a distribution has next to no mass inside its key's range.
std::vector<double> draw_values(const Scenario& scenario, const StreamKey& stream_key);

std::vector<std::string> paths_of(const std::vector<DrawnKey>& drawn);

// The scenario with every drawn key replaced by its value.
Scenario with_values(const Scenario& scenario, const std::vector<double>& values);

}  // namespace orgsim
