// The list of experiments that run units. A new one is a file in sim/experiment and a line in all.cpp, and
// its words are a file in sim/report and a line in report/units_reports.cpp: the program's verb, the results
// file, `orgsim show` and the contract test follow from the two lists.
#pragma once

#include <span>

#include "experiment/units/options.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

struct UnitsExperiment {
  std::string_view name;      // the program's verb, the Python function, and `experiment` in results files
  std::string_view question;  // that it answers
  std::vector<OptionShape> (*options)();
  // Throws InputError with what is wrong with what is asked for.
  UnitsPlan (*plan)(const UnitsAsked& asked);
  bool compares = false;    // whether it may be given another scenario to compare with
  bool reads_runs = false;  // whether a results file of a run may stand for the scenario
};

std::span<const UnitsExperiment> units_experiments();
// Nothing if there is none of that name.
const UnitsExperiment* units_experiment(std::string_view name);

}  // namespace orgsim
