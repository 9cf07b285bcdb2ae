// From a scenario file to a Scenario: every mistake in one pass, each with its place and the cure.
#pragma once

#include <filesystem>
#include <string>
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

}  // namespace orgsim
