// Cells of tables.
#pragma once

#include <string>
#include <string_view>

namespace orgsim::results {

// In quotes if a comma, a quote or a line's end is in it.
std::string cell(std::string_view text);

// The fewest digits that read back to the same number, as Python writes it: "182.0", "0.26"; nothing for NaN.
std::string cell(double number);
std::string cell(float number);

}  // namespace orgsim::results
