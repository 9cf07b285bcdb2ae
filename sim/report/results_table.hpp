// What is known of a run, and the layout of a results file, as tables for people.
#pragma once

#include <string>

namespace orgsim {

// The tables of docs/results.md: every group and dataset of a results file with dimensions and unit.
std::string results_markdown();
// Every quantity of a week, whether it is recorded or not.
std::string quantities_markdown();

}  // namespace orgsim
