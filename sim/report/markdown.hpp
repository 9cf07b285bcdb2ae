// Tables of the documentation.
#pragma once

#include <string>

namespace orgsim {

// Text for a cell of a table, which "|" would end.
std::string markdown_cell(std::string text);

}  // namespace orgsim
