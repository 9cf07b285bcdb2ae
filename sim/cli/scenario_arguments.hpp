// Scenarios as the command line changes them.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/commands.hpp"
#include "engine/scenario.hpp"

namespace orgsim::cli {

// Loads the scenario with --set, --kind, --seed and --replications laid over it. `sources` are the files that
// it is read from. What is to be noted is said on standard error. Throws InputError.
Scenario load(const ScenarioArguments& arguments, std::vector<std::filesystem::path>* sources = nullptr);

}  // namespace orgsim::cli
