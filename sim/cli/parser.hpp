// What the command lines of several verbs have in common.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/commands.hpp"

namespace orgsim::cli {

using Action = std::function<int()>;

inline constexpr const char* kScenarioHelp =
    "Scenario file (TOML), a name from below, or - for standard input";

// The names of the scenarios that come with orgsim, below the help.
void list_shipped(CLI::App& app);

// --set, --kind, --seed and --replications.
void add_overrides(CLI::App& app, Overrides& overrides);
// Other worlds and rivals: --worlds, --worlds-file, --ranges, --rivals and --quick.
void add_variants(CLI::App& app, Overrides& overrides);
// What the answer of a run is doubted with: those, and --worlds-replications.
void add_doubts(CLI::App& app, Overrides& overrides);
void add_threads(CLI::App& app, int& threads);
void add_language(CLI::App& app, Language& language);

// The verbs of a sweep.
void add_sweep(CLI::App& app, Action& action);
void add_merge(CLI::App& app, Action& action);

void add_worlds(CLI::App& app, Action& action);
void add_fit(CLI::App& app, Action& action);

// The verbs of all experiments that run units.
void add_units(CLI::App& app, Action& action);

}  // namespace orgsim::cli
