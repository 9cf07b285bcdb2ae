#include "scenario/schedule_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/text.hpp"
#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const Place kAskedAt{"x.toml", 3, 20};

Schedule schedule_of(std::string_view text, const std::string& start = "") {
  const test::TemporaryFolder folder;
  return read_schedule({folder.write("a.csv", text).string(), "week", "rate", start}, kAskedAt).schedule;
}

std::string complaint_of_schedule(std::string_view text, const std::string& start = "") {
  try {
    schedule_of(text, start);
  } catch (const InputError& error) {
    const std::string said = error.what();
    return said.substr(said.find("a.csv") == std::string::npos ? 0 : said.find("a.csv"));
  }
  return "";
}

TEST(ScheduleFile, takes_two_columns_as_knots) {
  const Schedule expected{{{0, 1}, {10, 0.5}}};
  EXPECT_EQ(schedule_of("week,other,rate\n0,x,1\n10,y,0.5\n"), expected);
  EXPECT_EQ(schedule_of("rate,week\r\n1,0\r\n.5,10\r\n"), expected);
  EXPECT_EQ(schedule_of("\xEF\xBB\xBFweek,rate\n\n\"0\", 1\n1e1,5e-1"), expected);
}

TEST(ScheduleFile, names_the_line_and_column_of_a_bad_cell) {
  EXPECT_EQ(complaint_of_schedule("week,rate\n0,1\n\n5,high\n"),
            "a.csv:4:2: rate: 'high' is no number; a number such as 12 or 0.85");
  EXPECT_EQ(complaint_of_schedule("week,rate\n0,\n"),
            "a.csv:2:2: rate: the cell is empty; fill it in, or remove the row");
  EXPECT_EQ(complaint_of_schedule("week,rate\n0,0,5\n"),
            "a.csv:2:1: 3 cells in a table of 2 columns; one cell per column; a number with a decimal comma "
            "needs quotes, or semicolons between the cells");
  EXPECT_EQ(complaint_of_schedule("week,rate\nnan,1\n"),
            "a.csv:2:1: week: 'nan' is no number; a number such as 12 or 0.85");
  EXPECT_EQ(complaint_of_schedule("week,note,rate\n0,\"two\nlines\",1\n1,x,high\n"),
            "a.csv:4:3: rate: 'high' is no number; a number such as 12 or 0.85");
}

TEST(ScheduleFile, says_each_kind_of_mistake_once_with_its_count) {
  std::string text = "week,rate\n";
  for (int i = 0; i < 1000; ++i) text += fmt::format("{},x{}\n", i, i);
  EXPECT_EQ(complaint_of_schedule(text),
            "a.csv:2:2: rate: 1000 cells are no numbers, the first here: 'x0'; a number such as 12 or 0.85");
  EXPECT_EQ(complaint_of_schedule("week,rate\n0,1\n1,2,3\n2,3,4\n"),
            "a.csv:3:1: 2 rows have not the 2 cells of the header; this one, the first, has 3; one cell per "
            "column; a number with a decimal comma needs quotes, or semicolons between the cells");
  EXPECT_EQ(complaint_of_schedule("week,rate\n0,1\n3,\n4,\n"),
            "a.csv:3:2: rate: 2 cells are empty, the first here; fill it in, or remove the row");
}

TEST(ScheduleFile, names_the_columns_that_there_are) {
  EXPECT_NE(complaint_of_schedule("week,x\n0,1\n").find("has no column 'rate'; its columns are: week, x"),
            std::string::npos);
  EXPECT_NE(complaint_of_schedule("week,rate,rate\n0,1,2\n").find("has 2 columns 'rate'"), std::string::npos);
  EXPECT_NE(complaint_of_schedule("").find("has no rows"), std::string::npos);
  EXPECT_NE(complaint_of_schedule("week,rate\n0,\"1\n").find("not valid CSV"), std::string::npos);
  // What is no table is not quoted: it may be any file.
  EXPECT_EQ(complaint_of_schedule("root:x:0:0\n").find("root"), std::string::npos);
}

TEST(ScheduleFile, is_read_as_a_spreadsheet_of_another_country_writes_it) {
  const Schedule expected{{{0, 1}, {13, 0.875}, {1000, 0.5}}};
  EXPECT_EQ(schedule_of("\xEF\xBB\xBFweek;rate\r\n0;1,0\r\n13;0,875\r\n1.000;0,5\r\n;\r\n"), expected);
  EXPECT_EQ(schedule_of("sep=;\nweek;rate\n0;1,0\n13;0,875\n1000;0,5\n"), expected);
  EXPECT_EQ(schedule_of("week\trate\n0\t100 %\n13\t87.5%\n1000\t50%\n"), expected);
  EXPECT_EQ(schedule_of("week,rate\n0,\"1,0\"\n13,\"0,875\"\n1'000,\"0,5\"\n"), expected);
  EXPECT_EQ(schedule_of("rate,week\n0.5,\"1,000\"\n0.875,13\n1,0\n,\n"), expected);  // newest first
}

TEST(ScheduleFile, is_read_from_UTF_16_with_its_mark) {
  const std::string text = "week\trate\r\n0\t1\r\n10\t0.5\r\n";
  std::string little = "\xFF\xFE";
  std::string big = "\xFE\xFF";
  for (const char c : text) {
    little += std::string{c, '\0'};
    big += std::string{'\0', c};
  }
  const Schedule expected{{{0, 1}, {10, 0.5}}};
  EXPECT_EQ(schedule_of(little), expected);
  EXPECT_EQ(schedule_of(big), expected);
}

TEST(ScheduleFile, in_another_encoding_is_refused_without_its_bytes) {
  for (const std::string& text : {std::string("w\xE9"
                                              "ek,rate\n0,1\n"),
                                  std::string("\xD6\xDC,rate\n0,1\n"), std::string("w\0e\0e\0k\0", 8),
                                  std::string("PK\x03\x04 xlsx")}) {
    const std::string said = complaint_of_schedule(text);
    EXPECT_NE(said.find("UTF-8"), std::string::npos) << said;
    EXPECT_TRUE(is_utf8(said)) << said;
  }
}

TEST(ScheduleFile, refuses_a_comma_and_percentages_of_which_it_cannot_tell_what_is_meant) {
  EXPECT_EQ(complaint_of_schedule("week\trate\n1,250\t1\n2,500\t1\n"),
            "a.csv:2:1: week: the comma of '1,250' may be a decimal one or one of thousands; write a decimal "
            "point and no commas, or separate the cells by semicolons");
  EXPECT_EQ(complaint_of_schedule("week,rate\n0,85%\n1,0.9\n"),
            "a.csv:3:2: rate: '0.9' has no percent sign, and other cells have one; write all of them in one "
            "way: 85 % is 0.85");
}

TEST(ScheduleFile, counts_weeks_from_a_date) {
  const Schedule quarters{{{0, 1}, {90.0 / 7, 0.5}}};
  for (const std::string& weeks :
       std::vector<std::string>{"2019-01-01 2019-04-01", "2019Q1 2019Q2", "2019-Q1 2019-Q2", "1Q19 2Q19",
                                "2019年1季度 2019年2季度", "2019M01 2019M04", "Jan-2019 Apr-2019",
                                "01.01.2019 01.04.2019", "1-Jan-19 1-Apr-19", "20190101 20190401",
                                "2019-01-01T00:00:00 2019-04-01T00:00:00", "2019年1月 2019年4月"}) {
    const std::size_t blank = weeks.find(' ');
    const std::string text =
        "week,rate\n" + weeks.substr(0, blank) + ",1\n" + weeks.substr(blank + 1) + ",0.5\n";
    EXPECT_EQ(schedule_of(text, "2019-01-01"), quarters) << weeks;
  }
  EXPECT_EQ(schedule_of("week,rate\n03/31/2021,0.5\n01/06/2021,1\n", "2021-01-06"),
            (Schedule{{{0, 1}, {12, 0.5}}}));
  EXPECT_EQ(schedule_of("week,rate\n2021-W02,1\n2021-W04,0.5\n", "2021-01-04"),
            (Schedule{{{1, 1}, {3, 0.5}}}));
  EXPECT_EQ(schedule_of("week,rate\n2020,1\n2021,0.5\n", "2020-01-01").knots[1].week, 366.0 / 7);
}

TEST(ScheduleFile, refuses_dates_of_which_nobody_can_tell_the_day) {
  const std::string said = complaint_of_schedule("week,rate\n03/04/2021,1\n05/06/2021,1\n", "2019-01-07");
  EXPECT_NE(said.find("may be 2021-04-03 or 2021-03-04, and no row tells which"), std::string::npos) << said;
}

TEST(ScheduleFile, asks_once_for_the_date_of_week_0) {
  std::string text = "week,rate\n";
  for (int year = 1900; year < 2000; ++year) text += fmt::format("{}-01-01,1\n", year);
  const std::string said = complaint_of_schedule(text);
  EXPECT_NE(
      said.find("holds dates, such as '1900-01-01', and weeks are counted from 0; say when week 0 was, as "
                "start = \"2019-01-07\""),
      std::string::npos)
      << said;
  EXPECT_EQ(
      complaint_of_schedule("week,rate\n0,1\n13,1\n", "2019-01-07"),
      "a.csv:2:1: week: 2 cells are no dates, the first here: '0'; dates of one form, such as 2021-03-31 "
      "or 2021Q1; without `start` they are week numbers");
  EXPECT_NE(
      complaint_of_schedule("week,rate\n2021-01-01,1\n", "7.1.2019").find("'7.1.2019' is no date of week 0"),
      std::string::npos);
}

TEST(ScheduleFile, is_found_beside_the_scenario) {
  const test::TemporaryFolder folder;
  folder.write("climate.csv", "week,kappa\n0,1\n100,0.2\n");
  const auto path = folder.write(
      "x.toml", "[environment]\nclimate = { file = \"climate.csv\", week = \"week\", value = \"kappa\" }");
  EXPECT_DOUBLE_EQ(load_scenario(path).parameters.environment.climate.at(50), 0.6);
}

TEST(ScheduleFile, takes_the_date_of_week_0_with_or_without_quotes) {
  const test::TemporaryFolder folder;
  folder.write("c.csv", "month,kappa\n2020-01,1\n2021-01,0.5\n");
  for (const char* start : {"\"2020-01-01\"", "2020-01-01"}) {
    const auto path = folder.write(
        "x.toml", "environment.climate = { file = \"c.csv\", week = \"month\", value = \"kappa\", start = " +
                      std::string(start) + " }");
    EXPECT_EQ(load_scenario(path).parameters.environment.climate.knots[1].week, 366.0 / 7);
  }
}

TEST(ScheduleFile, values_out_of_range_are_reported_in_its_own_lines) {
  const test::TemporaryFolder folder;
  folder.write("c.csv", "week,kappa\n0,1\n100,7\n");
  const auto path = folder.write(
      "x.toml", "environment.climate = { file = \"c.csv\", week = \"week\", value = \"kappa\" }");
  try {
    load_scenario(path);
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_TRUE(std::string(error.what())
                    .ends_with("c.csv:3:2: environment.climate[1]: 7 is out of range; a number in [0, 1], "
                               "such as 0.07 for 7 %"))
        << error.what();
  }
}

TEST(ScheduleFile, that_is_missing_is_reported_where_it_was_asked_for) {
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
