// Experiments that are a list of units, each of which comes to as many numbers: what is to be run, and what a
// file says of it. A unit is one replication of a variant of the scenario: the scenario itself, one of its
// worlds, or with rivals that do something else; which of them there are is settled as for `orgsim run`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/executor.hpp"
#include "core/stop_flag.hpp"
#include "engine/scenario.hpp"
#include "engine/worlds.hpp"
#include "scenario/text/document.hpp"

namespace orgsim {

// A dimension of what a unit comes to, and its coordinates: numbers or labels.
struct UnitAxis {
  std::string name;
  std::string meaning;
  std::string unit;
  std::vector<double> numbers;
  std::vector<std::string> labels;

  std::size_t size() const { return labels.empty() ? numbers.size() : labels.size(); }
  bool operator==(const UnitAxis&) const = default;
};

// Units that answer the same question: replications of the scenario, of each of its worlds one, and so on.
struct UnitVariant {
  std::string name;              // "default", "worlds", "rivals_same"
  std::optional<Rivals> rivals;  // that do something else than in the scenario
  bool worlds = false;           // whether each unit is in a world of its own
  std::size_t first = 0;         // unit
  std::size_t units = 0;

  bool operator==(const UnitVariant&) const = default;
};
inline constexpr std::string_view kOwnVariant = "default";

// What was or will be run, as a file says it.
struct UnitsShape {
  std::string experiment;  // its name in the list of all.hpp
  Scenario scenario;
  std::string options;              // TOML: the experiment's own, all of them
  std::optional<Scenario> against;  // the other of two scenarios that are compared
  std::vector<UnitVariant> variants;
  std::vector<UnitAxis> axes;           // of a unit's numbers, the last running fastest
  std::vector<std::string> world_keys;  // that worlds set
  std::vector<double> worlds;           // their values, a row for each of the first worlds

  std::size_t units() const;
  std::size_t numbers() const;  // of a unit
  const UnitAxis& axis(std::string_view name) const;
  const UnitVariant* variant(std::string_view name) const;
  bool operator==(const UnitsShape&) const = default;
};

// The variant that a unit is of, and the replication whose luck it meets.
struct UnitPlace {
  const UnitVariant* variant;
  std::size_t replication;
};
UnitPlace place_of(const UnitsShape& shape, std::size_t unit);

// A scenario like that of the shape, in the world or with the rivals of a unit.
Scenario as_in_unit(Scenario scenario, const UnitsShape& shape, const UnitPlace& place);

// One unit at work.
struct Unit {
  const Scenario& scenario;  // without distributions
  const UnitsShape& shape;
  UnitPlace place;
  StreamKey stream_key;
  const StopFlag& stop;
  const Executor& executor;  // that the weeks of one run may share
};
// What a unit comes to, `numbers()` of them. From any thread.
using UnitWork = std::function<std::vector<double>(const Unit& unit)>;

struct UnitsPlan : UnitsShape {
  UnitWork work;
  std::size_t runs_held = 1;        // simulations that a unit has in memory at once; 0: none
  std::string source;               // what else than the shape units hang on, as TOML: a journal is of both
  std::optional<Scenario> largest;  // of those that a unit runs, if it is not the scenario itself
  double weeks = 0;  // that a unit simulates, about: how long it takes is said before it begins
};

// What a call asks for. The options are a table of whatever an experiment has.
struct UnitsAsked {
  Scenario scenario;
  Node options{{}, NodeTable()};
  const WorldTable* worlds = nullptr;  // may be nothing if the scenario asks for none
  std::optional<Scenario> against;
};

// The scenario, its worlds and rivals as variants; all else is the experiment's to fill in. Throws InputError
// with what is wrong with the scenario, or if there are fewer worlds than asked for.
UnitsPlan units_plan(std::string_view experiment, const UnitsAsked& asked);

// All that decides on the numbers but the program's version: TOML, for comparison.
std::string text_of(const UnitsShape& shape);

}  // namespace orgsim
