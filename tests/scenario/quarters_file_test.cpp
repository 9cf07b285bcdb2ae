#include "scenario/quarters_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace orgsim {
namespace {

std::string complaint_of_table(const std::string& text) {
  try {
    quarters_in(text, "q.csv");
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(QuartersFile, has_columns_in_any_order_and_rows_in_the_order_of_time) {
  const Quarters table = quarters_in("revenue,quarter,users\n20,2021Q2,200\n10,2021Q1,100\n", "q.csv");
  EXPECT_EQ(table.names, (std::vector<std::string>{"2021Q1", "2021Q2"}));
  ASSERT_NE(table.find(Book::users), nullptr);
  EXPECT_EQ(table.find(Book::users)->values, (std::vector<double>{100, 200}));
  EXPECT_EQ(table.find(Book::revenue)->values, (std::vector<double>{10, 20}));
  EXPECT_EQ(table.find(Book::won), nullptr);
}

TEST(QuartersFile, fills_missing_quarters_and_cells_with_nothing) {
  const Quarters table = quarters_in("date,users,sales\n2020-12-31,5,\n2021-06-30,7,3\n", "q.csv");
  EXPECT_EQ(table.names, (std::vector<std::string>{"2020Q4", "2021Q1", "2021Q2"}));
  EXPECT_TRUE(std::isnan(table.find(Book::users)->values[1]));
  EXPECT_TRUE(std::isnan(table.find(Book::sales)->values[0]));
  EXPECT_DOUBLE_EQ(table.find(Book::sales)->values[2], 3);
}

TEST(QuartersFile, takes_names_of_quarters_that_are_no_dates_in_their_order) {
  EXPECT_EQ(quarters_in("quarter,users\nfirst,1\nsecond,2\n", "q.csv").names,
            (std::vector<std::string>{"first", "second"}));
  EXPECT_EQ(quarters_in("users\n1\n2\n", "q.csv").names, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(quarters_in("quarter,users\n1,1\n3,2\n", "q.csv").count(), 3U);
}

TEST(QuartersFile, reads_a_year_of_two_digits_behind_an_apostrophe) {
  EXPECT_EQ(quarters_in("quarter,won\nQ3 '07,0.27\nQ4 '07,1.12\n", "q.csv").names,
            (std::vector<std::string>{"2007Q3", "2007Q4"}));
}

TEST(QuartersFile, says_what_is_wrong_with_columns) {
  EXPECT_EQ(complaint_of_table("quarter,users,profit\n1,2,3\n"),
            "q.csv:1:3: profit: a fit knows no such column; remove it, or call it one of: quarter, users, "
            "revenue, product, marketing, sales, operations, won");
  EXPECT_EQ(complaint_of_table("users,quarter,users\n1,2,3\n"),
            "q.csv:1:3: users: there are two columns of this name; keep one of them");
}

TEST(QuartersFile, says_what_is_wrong_with_cells) {
  EXPECT_EQ(
      complaint_of_table("quarter,users\n1,many\n2,3\n"),
      "q.csv:2:2: users: 'many' is no number; a number such as 12 or 0.85; leave the cell empty if it is "
      "not known");
  EXPECT_EQ(
      complaint_of_table("quarter,sales\n1,-2\n2,3\n3,-4\n"),
      "q.csv:2:2: sales: '-2' is below 0; the first of 2 such cells; users, revenue and budgets are above "
      "0; corrections belong into the quarter that they correct");
  EXPECT_EQ(
      complaint_of_table("quarter,sales\n1,0\n"),
      "q.csv:2:2: sales: '0' has no logarithm, and errors are taken as factors; leave the cell empty, or "
      "the quarter out");
}

TEST(QuartersFile, says_which_quarter_comes_twice) {
  EXPECT_EQ(complaint_of_table("quarter,users\n2021-01-31,1\n2021-02-28,2\n"),
            "q.csv:3:1: quarter: '2021-02-28' lies in a quarter that another row has already; one row per "
            "quarter: sum monthly figures up, or remove the second row");
  EXPECT_NE(complaint_of_table("quarter,users\nfirst,1\nfirst,2\n"), "");
}

}  // namespace
}  // namespace orgsim
