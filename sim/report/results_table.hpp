// The layout of a results file as a table for people.
#pragma once

#include <string>

namespace orgsim {

// The tables of docs/results.md: every group and dataset of a results file with dimensions and unit.
std::string results_markdown();

}  // namespace orgsim
