#include "experiment/column_sort.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace orgsim {
namespace {

TEST(ColumnSort, EachColumnIsSortedByItself) {
  for (std::size_t count = 0; count < 70; ++count) {
    std::vector<ColumnRow> rows(count);
    std::vector<std::vector<double>> columns(kSortedTogether);
    for (std::size_t r = 0; r < count; ++r) {
      for (std::size_t c = 0; c < kSortedTogether; ++c) {
        // Values that repeat, in an order of the column's own.
        const double value = static_cast<double>((r * (2 * c + 1) * 7919 + c) % 13);
        rows[r].values[c] = value;
        columns[c].push_back(value);
      }
    }
    sort_columns(rows);
    for (std::size_t c = 0; c < kSortedTogether; ++c) {
      std::sort(columns[c].begin(), columns[c].end());
      for (std::size_t r = 0; r < count; ++r)
        ASSERT_EQ(rows[r].values[c], columns[c][r]) << count << ' ' << c;
    }
  }
}

}  // namespace
}  // namespace orgsim
