// Scenarios as the command line changes them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "engine/scenario.hpp"

namespace orgsim::cli {

// What stands for standard input where a scenario is named, and what it is called in messages.
inline constexpr const char* kPipe = "-";
std::string called(const std::string& path);

// Throws InputError if standard input is named twice.
void expect_one_pipe(const std::vector<std::string>& paths);

// Loads the scenario of `path`, with --set, --kind, --seed and --replications laid over it. `sources` are the
// files that it is read from. What is to be noted is said on standard error. Throws InputError.
Scenario load(const std::string& path, const Overrides& overrides,
              std::vector<std::filesystem::path>* sources = nullptr);

// All defaults, with the same laid over them.
Scenario load_defaults(const Overrides& overrides);

}  // namespace orgsim::cli
