// Dates as people's spreadsheets and statistical offices write them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace orgsim {

// A column of cells as days. All cells are of one form; a week, month, quarter or year stands at its first
// day.
struct ColumnDates {
  std::vector<std::optional<std::chrono::sys_days>> days;  // nothing where a cell is no date of that form
  // A cell whose day and month may be exchanged, if nothing in the column says which is which, and its two
  // readings; empty otherwise.
  std::string ambiguous;
  std::string day_first;
  std::string month_first;

  std::size_t count() const;
};

// The form under which most cells are dates.
ColumnDates dates_in(const std::vector<std::string>& cells);

// A day as ISO 8601 has it: 2019-01-07. Nothing if the text is no such day.
std::optional<std::chrono::sys_days> iso_date(const std::string& text);

}  // namespace orgsim
