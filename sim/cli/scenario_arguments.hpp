// Scenario files as the command line changes them.
#pragma once

#include "cli/commands.hpp"
#include "engine/scenario.hpp"

namespace orgsim::cli {

// Loads the scenario with --set, --kind, --seed and --replications laid over it.
Scenario load(const ScenarioArguments& arguments);

}  // namespace orgsim::cli
