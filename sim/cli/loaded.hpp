// All that `orgsim run` is to run, looked at before anything runs.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "core/error.hpp"
#include "engine/scenario.hpp"
#include "experiment/run.hpp"

namespace orgsim::cli {

struct Loaded {
  std::string name;  // what messages call it
  Scenario scenario;
};

// Throws InputError with everything that is wrong with any of the scenarios or with the output; what is wrong
// with all of them alike is said once.
std::vector<Loaded> load_all(const RunArguments& arguments);

RunOptions options_of(const RunArguments& arguments);

// The problems of the error; those that have no place are at `name`.
std::vector<Problem> placed(const InputError& error, const std::string& name);

}  // namespace orgsim::cli
