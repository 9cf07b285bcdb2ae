// Tables as spreadsheets and statistical offices write them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace orgsim {

struct CsvRow {
  int line = 0;
  std::vector<std::string> cells;

  bool blank() const;
};

// Calls on_row for each row that is not blank; the cells are gone once it returns. `text` is UTF-8. Throws
// InputError at the line of a row that is no CSV.
void for_each_csv_row(const std::string& text, const std::string& name, char delimiter,
                      const std::function<void(CsvRow&)>& on_row);

// What separates the cells, by the first line: the separator by which it holds all the `wanted` names, or
// else the one that it holds most often. A line "sep=;" is believed, and removed.
char take_csv_delimiter(std::string& text, const std::vector<std::string>& wanted);

}  // namespace orgsim
