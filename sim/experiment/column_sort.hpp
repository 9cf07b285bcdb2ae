// Sorts many columns of numbers at once.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace orgsim {

constexpr std::size_t kSortedTogether = 16;
// A row of columns that are sorted together.
struct alignas(64) ColumnRow {
  std::array<double, kSortedTogether> values;
};

// Each column by itself, ascending. Numbers that are no number have no order.
void sort_columns(std::vector<ColumnRow>& rows);

}  // namespace orgsim
