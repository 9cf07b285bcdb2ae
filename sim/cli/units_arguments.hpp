// What the command line says of an experiment that runs units.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "experiment/units/all.hpp"
#include "results/audited_file.hpp"

namespace orgsim::cli {

struct UnitsArguments {
  const UnitsExperiment* experiment = nullptr;
  std::string path;  // name of a shipped scenario, or - for standard input
  Overrides overrides;
  // Of the experiment's own: by name, as they were written; a flag that was given is there without any.
  std::map<std::string, std::vector<std::string>> options;
  std::optional<std::string> against;  // another scenario
  int threads = 0;                     // 0: all that there are
  std::optional<std::string> output;
  bool force = false;
  bool quiet = false;
  bool json = false;
  Language language = Language::english;
};

int units(const UnitsArguments& arguments);

// The experiment's own options, as a table.
Node own_options(const UnitsArguments& arguments);

// `audit` of a results file. Throws InputError for options that only make sense for a scenario.
FileAuditPlan plan_audit_of_file(const UnitsArguments& arguments);

}  // namespace orgsim::cli
