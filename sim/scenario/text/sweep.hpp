// The table [sweep] of a scenario (engine/sweep_table.hpp; docs/sweeps.md): read, checked, written.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/values.hpp"

namespace orgsim {

// What an entry of [sweep.vary] may be.
inline constexpr std::string_view kVaryForms =
    "[low, high], { values = [...] }, { range = [low, high], step = ... }, or a distribution such as "
    "{ uniform = [low, high] }";

// The words of such an entry: whatever else stands in its place leads on to a key.
std::vector<std::string> vary_words();

// Reads the table into the scenario's, whose keys stay as they are where the table has none; of `vary`, those
// of the same name are replaced. Reads the file of points too.
void read_sweep(const Node& table, Scenario& scenario, ValueReader& values, const Files& files);

// vary = "plausible": adds an entry for every number that has a plausible range, but for the keys that the
// scenario names, for what varies already, and for what a check binds to either.
void add_plausible(Scenario& scenario, const Place& place);

// The same for a table that stands by itself, laid over the scenario's, and checked. Throws InputError, and
// the scenario is as it was.
void lay_over_sweep(Scenario& scenario, const Node& table, const Files& files);

// What is wrong with it beyond the types of its values. The places of its plain keys are left empty.
std::vector<Problem> problems_of_sweep(const Scenario& scenario);

// As TOML, with every default spelled out; empty if the scenario says nothing of a sweep.
std::string sweep_text(const SweepTable& sweep);

// What one dimension of the design may be, as TOML.
std::string choice_text(const Varied& varied);

}  // namespace orgsim
