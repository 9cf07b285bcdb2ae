#include "scenario/csv.hpp"

#include <gtest/gtest.h>

#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const Place kAskedAt{"x.toml", 3, 20};

Schedule schedule_of(std::string_view text) {
  const test::TemporaryFolder folder;
  return read_schedule({folder.write("a.csv", text).string(), "week", "rate"}, kAskedAt).schedule;
}

std::string complaint_of_table(std::string_view text) {
  try {
    schedule_of(text);
  } catch (const InputError& error) {
    const std::string said = error.what();
    return said.substr(said.find("a.csv") == std::string::npos ? 0 : said.find("a.csv"));
  }
  return "";
}

TEST(Csv, takes_two_columns_as_knots) {
  const Schedule expected{{{0, 1}, {10, 0.5}}};
  EXPECT_EQ(schedule_of("week,other,rate\n0,x,1\n10,y,0.5\n"), expected);
  EXPECT_EQ(schedule_of("rate,week\r\n1,0\r\n.5,10\r\n"), expected);
  EXPECT_EQ(schedule_of("\xEF\xBB\xBFweek,rate\n\n\"0\", 1\n1e1,5e-1"), expected);
}

TEST(Csv, names_the_line_and_column_of_a_bad_cell) {
  EXPECT_EQ(complaint_of_table("week,rate\n0,1\n\n5,high\n"),
            "a.csv:4:2: rate: 'high' is no number; a number such as 12 or 0.85");
  EXPECT_EQ(complaint_of_table("week,rate\n0,\n"),
            "a.csv:2:2: rate: the cell is empty; a number such as 12 or 0.85");
  EXPECT_EQ(
      complaint_of_table("week,rate\n0,0,5\n"),
      "a.csv:2:1: 3 cells in a table of 2 columns; one cell per column; write a decimal point, not a comma");
  EXPECT_EQ(complaint_of_table("week,rate\nnan,1\n"),
            "a.csv:2:1: week: 'nan' is no number; a number such as 12 or 0.85");
}

TEST(Csv, names_the_columns_that_there_are) {
  EXPECT_NE(complaint_of_table("week,x\n0,1\n").find("has no column 'rate'; its columns are: week, x"),
            std::string::npos);
  EXPECT_NE(complaint_of_table("week,rate,rate\n0,1,2\n").find("has 2 columns 'rate'"), std::string::npos);
  EXPECT_NE(complaint_of_table("week;rate\n0;1\n").find("separate the cells by commas, not semicolons"),
            std::string::npos);
  EXPECT_NE(complaint_of_table("").find("has no rows"), std::string::npos);
  EXPECT_NE(complaint_of_table("week,rate\n0,\"1\n").find("not valid CSV"), std::string::npos);
}

TEST(Csv, is_found_beside_the_scenario) {
  const test::TemporaryFolder folder;
  folder.write("climate.csv", "week,kappa\n0,1\n100,0.2\n");
  const auto path = folder.write(
      "x.toml", "[environment]\nclimate = { file = \"climate.csv\", week = \"week\", value = \"kappa\" }");
  EXPECT_DOUBLE_EQ(load_scenario(path).parameters.environment.climate.at(50), 0.6);
}

TEST(Csv, values_out_of_range_are_reported_in_its_own_lines) {
  const test::TemporaryFolder folder;
  folder.write("c.csv", "week,kappa\n0,1\n100,7\n");
  const auto path = folder.write(
      "x.toml", "environment.climate = { file = \"c.csv\", week = \"week\", value = \"kappa\" }");
  try {
    load_scenario(path);
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_TRUE(std::string(error.what())
                    .ends_with("c.csv:3:2: environment.climate[1]: 7 is out of range; a number in [0, 1]"))
        << error.what();
  }
}

TEST(Csv, that_is_missing_is_reported_where_it_was_asked_for) {
  const test::TemporaryFolder folder;
  const auto path = folder.write(
      "x.toml", "[environment]\nclimate = { file = \"no.csv\", week = \"week\", value = \"kappa\" }");
  try {
    load_scenario(path);
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("x.toml:2:20: environment.climate: '"), std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace orgsim
