// Numbers as people's spreadsheets write them.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace orgsim {

// A column of cells as numbers. What a comma and a point mean is found in all of the cells together:
// 1,234.5 and 1.234,5 and 1 234,5 are one number, 85 % is 0.85.
struct ColumnNumbers {
  std::vector<std::optional<double>> values;  // nothing where a cell is no number
  std::string ambiguous;   // a cell whose comma may be a decimal or a thousands separator, or empty
  std::string no_percent;  // one without a percent sign in a column of percentages, or empty
};

// What a lone comma before three digits is where no other cell of the column tells.
enum class LoneComma { decimal, thousands, unknown };
// Spreadsheets separate cells by semicolons where commas are decimal ones, and by commas where they are not.
LoneComma lone_comma_between(char delimiter);
ColumnNumbers numbers_in(const std::vector<std::string>& cells, LoneComma comma);

// The text without spaces at its ends, and with characters that only look otherwise (full width, hard
// spaces) as plain ones.
std::string plain_text(const std::string& cell);

}  // namespace orgsim
