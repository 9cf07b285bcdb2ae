// One key of a scenario given another value where it stands, as a file would give it: with the same checks
// and the same messages.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/key_checks.hpp"
#include "scenario/text/values.hpp"

namespace orgsim {

// Lets what was drawn for the key (and for entries of it) go, and puts `drawn` in its place.
void redraw(Scenario& scenario, const std::string& path, std::vector<DrawnKey> drawn);

// Throws InputError if grants go to firms that would no longer be.
void expect_no_grants_beyond(const Scenario& scenario, std::int64_t firms);

// From now on the key stands as it is in every world, if worlds differ in it.
void note_named(Scenario& scenario, const std::string& path, const Field& field);

// What else changes with a key: firms come and go with market.firms, an edge list goes with its name.
void follow(Scenario& scenario, const std::string& path);

// Reads and checks the value of one key by itself; `value` is what it becomes if nothing is wrong.
template <class Value>
std::vector<Problem> read_alone(const Node& node, const std::string& path, const Field& field, Value& value,
                                std::vector<DrawnKey>& drawn, const Files& files) {
  const Node nothing{{}, NodeTable()};
  KeyIndex keys(nothing);
  std::vector<Problem> problems;
  ValueReader(problems, drawn, keys, files).read(node, path, field, value);
  if (problems.empty()) KeyChecker(problems).check(path, field, value);
  return problems;
}

// `member` is where the scenario keeps the key of that path. Throws InputError, and the scenario is as it
// was.
template <class Value>
void assign_member(Scenario& scenario, Value& member, const Field& field, const std::string& path,
                   const Node& node, const Files& files) {
  std::vector<DrawnKey> drawn;
  Value value = member;
  const std::vector<Problem> problems = read_alone(node, path, field, value, drawn, files);
  if (!problems.empty()) throw InputError(problems);
  if constexpr (std::is_same_v<Value, std::int64_t>) {
    if (path == "market.firms") expect_no_grants_beyond(scenario, value);
  }
  member = std::move(value);
  redraw(scenario, path, std::move(drawn));
  note_named(scenario, path, field);
  follow(scenario, path);
}

// Only what may be left out can be dropped. Throws InputError for all else.
template <class Value>
void drop_member(Scenario& scenario, Value& member, const std::string& path) {
  if constexpr (requires { member.reset(); }) {
    member.reset();
    redraw(scenario, path, {});
  } else {
    throw InputError(Problem{{}, path, "this key must have a value", "`orgsim describe` says which"});
  }
}

}  // namespace orgsim
