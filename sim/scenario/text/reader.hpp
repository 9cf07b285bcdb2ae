// From a scenario file to a Scenario: every mistake in one pass, each with its place and the cure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"

namespace orgsim {

// Reads a scenario and what it extends, with `settings` laid over it; `sources` are the files that were read.
// Throws InputError with everything that is wrong.
Scenario load_scenario(const std::string& path, const std::vector<Setting>& settings, const Files& files,
                       std::vector<std::string>* sources = nullptr);

// Whether an edge list that the scenario names is read too; without, it can be looked at but not run.
enum class EdgeLists { read, leave };

// Reads a scenario from a document; `files` are those that it names.
Scenario read_scenario(const Node& document, const Files& files, EdgeLists edge_lists = EdgeLists::read);

// Reads a scenario from TOML text; `name` is what errors call it, and where its files lie beside.
Scenario read_scenario(std::string_view text, const std::string& name, const Files& files,
                       EdgeLists edge_lists = EdgeLists::read);

// Reads the edge list that a scenario names, unless it names none or has it already. `named_at` is where; the
// path starts from that file's folder.
void load_ties(Scenario& scenario, const Place& named_at, const Files& files);

// Notes how many of the people of `scenario.ties` have none; `listed` are named in the list, or given.
void note_people_without_ties(Scenario& scenario, PersonId listed, const Place& named_at);

// Firm f as it is where nothing is said about it.
FirmEntry default_firm(std::size_t f);

// Puts the drawn keys into the order of their paths, so that scenarios that say the same are equal.
void sort_drawn(Scenario& scenario);

}  // namespace orgsim
