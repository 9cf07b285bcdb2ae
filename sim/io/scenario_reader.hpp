// From a scenario file to a Scenario: every mistake in one pass, each with its place and the cure.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario.hpp"
#include "io/document.hpp"

namespace orgsim {

// Reads a scenario file and what it extends, with `settings` laid over it; `sources` are the files that were
// read. Throws InputError with everything that is wrong.
Scenario load_scenario(const std::filesystem::path& path, const std::vector<Setting>& settings = {},
                       std::vector<std::filesystem::path>* sources = nullptr);

// Whether an edge list that the scenario names is read too; without, it can be looked at but not run.
enum class EdgeLists { read, leave };

// Reads a scenario from a document.
Scenario read_scenario(const Node& document, EdgeLists edge_lists = EdgeLists::read);

// Reads a scenario from TOML text; `name` is what errors call it. Other files that it names lie in the
// working folder.
Scenario read_scenario(std::string_view text, const std::string& name,
                       EdgeLists edge_lists = EdgeLists::read);

// Firm f as it is where nothing is said about it.
FirmEntry default_firm(std::size_t f);

// Puts the drawn keys into the order of their paths, so that scenarios that say the same are equal.
void sort_drawn(Scenario& scenario);

}  // namespace orgsim
