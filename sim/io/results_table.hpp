// The layout of a results file as a table for people.
#pragma once

#include <string>

namespace orgsim {

// The tables of docs/results.md: every group and dataset of a results file with dimensions and unit.
std::string results_markdown();

// Text for a cell of such a table, which "|" would end.
std::string markdown_cell(std::string text);

}  // namespace orgsim
