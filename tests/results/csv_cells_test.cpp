#include "results/csv_cells.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace orgsim::results {
namespace {

TEST(Cells, hold_numbers_as_python_writes_them) {
  EXPECT_EQ(cell(182.0), "182.0");
  EXPECT_EQ(cell(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(cell(0.26F), "0.26");
  EXPECT_EQ(cell(-1e16), "-1e+16");
  EXPECT_EQ(cell(1e15), "1000000000000000.0");
  EXPECT_EQ(cell(1e-5), "1e-05");
  EXPECT_EQ(cell(std::numeric_limits<double>::quiet_NaN()), "");
}

TEST(Cells, are_quoted_only_where_a_table_would_fall_apart) {
  EXPECT_EQ(cell("AI + results"), "AI + results");
  EXPECT_EQ(cell("a, b"), "\"a, b\"");
  EXPECT_EQ(cell("so \"called\""), "\"so \"\"called\"\"\"");
}

}  // namespace
}  // namespace orgsim::results
