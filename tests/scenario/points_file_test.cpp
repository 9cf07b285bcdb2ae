#include "scenario/points_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "experiment/sweep/plan.hpp"
#include "scenario/files.hpp"
#include "support/sweeps.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

PointTable points_of(std::string_view text) {
  const test::TemporaryFolder folder;
  return read_points(folder.write("p.csv", text).string(), {"x.toml", 3, 1});
}

// What a sweep over the points says, from the file's name on; each problem is a line.
std::string complaint_of_points(const std::string& text, const std::string& vary = "") {
  const test::TemporaryFolder folder;
  folder.write("p.csv", text);
  const std::string toml = test::swept_text(vary, "design = \"file\"\nfile = \"p.csv\"\n");
  try {
    plan_sweep(read_scenario(parse_document(toml, (folder.path() / "a.toml").string()), disk()));
  } catch (const InputError& error) {
    std::string said = error.what();
    const std::string before = folder.path().string() + "/";
    for (std::size_t at = said.find(before); at != std::string::npos; at = said.find(before))
      said.erase(at, before.size());
    return said;
  }
  return "";
}

using Rows = std::vector<std::vector<double>>;

Rows rows_of(const PointTable& table) {
  Rows rows;
  for (std::size_t r = 0; r < table.rows(); ++r) rows.emplace_back(table.row(r).begin(), table.row(r).end());
  return rows;
}

TEST(PointsFile, is_read_as_spreadsheets_and_programs_write_it) {
  const Rows expected{{1, 0.5}, {2.5, 0.25}};
  const std::vector<std::string> names{"market.taste", "firms[1].talent"};
  const std::pair<const char*, std::string> variants[] = {
      {"plain", "market.taste,firms[1].talent\n1,0.5\n2.5,0.25\n"},
      {"Windows", "\xEF\xBB\xBFmarket.taste,firms[1].talent\r\n1,0.5\r\n2.5,0.25\r\n"},
      {"semicolons and decimal commas", "market.taste;firms[1].talent\n1;0,5\n2,5;0,25\n"},
      {"quoted decimal commas", "market.taste,firms[1].talent\n1,\"0,5\"\n\"2,5\",\"0,25\"\n"},
      {"tabs", "market.taste\tfirms[1].talent\n1\t0.5\n2.5\t.25\n"},
      {"quoted names", "\"market.taste\",\"firms[1].talent\"\n\"1\",\"0.5\"\n\"2.5\",\"0.25\"\n"},
      {"numpy.savetxt with a header", "# market.taste,firms[1].talent\n1e+00,5e-01\n2.5e+00,2.5e-01\n"},
      {"numpy.savetxt with spaces",
       "# market.taste firms[1].talent\n1.000000000000000000e+00 5.000000000000000000e-01\n"
       "2.500000000000000000e+00 2.500000000000000000e-01\n"},
      {"aligned by spaces", "market.taste  firms[1].talent\n   1.00   0.50\n   2.50   0.25  \n"},
      {"no end of the last line, blank lines", "market.taste,firms[1].talent\n\n1,0.5\n\n2.5,0.25"},
      {"trailing separators", "market.taste,firms[1].talent,\n1,0.5,\n2.5,0.25,\n"}};
  for (const auto& [what, text] : variants) {
    SCOPED_TRACE(what);
    const PointTable table = points_of(text);
    EXPECT_EQ(table.columns, names);
    EXPECT_EQ(rows_of(table), expected);
    EXPECT_EQ(table.lines.size(), 2U);
  }
}

TEST(PointsFile, in_utf16_is_read_too) {
  const std::string text = "market.taste\n1\n2\n";
  std::string wide = "\xFF\xFE";
  for (const char c : text) wide += {c, '\0'};
  EXPECT_EQ(rows_of(points_of(wide)), (Rows{{1}, {2}}));
  EXPECT_EQ(points_of(wide).columns, (std::vector<std::string>{"market.taste"}));
}

TEST(PointsFile, without_names_is_of_the_keys_that_vary_in_their_order) {
  for (const char* text : {"1,0.5\n2,0.25\n", "1.0e+00 5.0e-01\n2.0e+00 2.5e-01\n", "1;0,5\n2;0,25\n"}) {
    const PointTable table = points_of(text);
    EXPECT_TRUE(table.columns.empty()) << text;
    EXPECT_EQ(rows_of(table), (Rows{{1, 0.5}, {2, 0.25}})) << text;
  }
  const std::string vary = "\"market.taste\" = [1, 5]\n\"firms[1].talent\" = [0.1, 2]\n";
  EXPECT_EQ(complaint_of_points("1,0.5\n2,0.25\n", vary), "");
  EXPECT_NE(complaint_of_points("1,0.5,3\n2,0.25,3\n", vary).find("it has no line of names, 3 columns"),
            std::string::npos);
}

TEST(PointsFile, takes_groups_of_keys_by_their_names) {
  const std::string vary = R"(both = { keys = ["firms[0].talent", "firms[1].talent"], range = [0.5, 2] })";
  EXPECT_EQ(complaint_of_points("both\n0.7\n1.2\n", vary), "");
}

// Each is said once, at its line, with what would be right.
TEST(PointsFile, says_each_of_twenty_mistakes_with_its_place_and_cure) {
  struct Mistake {
    const char* text;
    const char* where;
    const char* what;
    const char* cure;
  };
  const Mistake mistakes[] = {
      {"", "", "has no points", "a line with the keys' names"},
      {"market.taste\n", "", "has no points", "a line with the keys' names"},
      {"market.taste,\"firms[1].talent\n1,2\n", "p.csv:", "not valid CSV", "quote a cell"},
      {"market.taste,firms[1].talent\n1\n", "p.csv:2:1", "1 cells in a table of 2 columns",
       "one cell per column"},
      {"market.taste\n1\n2,3\n4,5\n", "p.csv:3:1", "so have 2 rows", "one cell per column"},
      {"market.taste,market.taste\n1,2\n", "p.csv:1:2", "two columns have this name", "one column per key"},
      {"market.taste,,firms[1].talent\n1,2,1\n", "p.csv:1:2", "the column has no name", "the name of a key"},
      {"market.tast\n1\n", "p.csv:1:1", "there is no key 'market.tast'", "did you mean 'market.taste'?"},
      {"market.kind\n1\n", "p.csv:1:1", "is no number", "vary numbers"},
      {"market.mass\n1\n", "p.csv:1:1", "is a list of 4 numbers", "name an entry"},
      {"market.mass[7]\n1\n", "p.csv:1:1", "has no entry 7", "numbered from 0 to 3"},
      {"market.mass[0],market.mass[1]\n.1,.2\n", "p.csv:1:2", "two entries of 'market.mass'", "vary one"},
      {"run.seed\n3\n", "p.csv:1:1", "cannot vary", "independent = true"},
      {"market.taste\nhigh\n2\n", "p.csv:2:1", "'high' is no number", "a number such as 12"},
      {"market.taste,firms[1].talent\n1,\n2,1\n", "p.csv:2:2", "the cell is empty", "fill it in"},
      {"market.taste\n1\nnan\n", "p.csv:3:1", "'nan' is no number", "a number such as 12"},
      {"market.taste\n1\ninf\n", "p.csv:3:1", "'inf' is no number", "a number such as 12"},
      {"economics.margin\n0.5\n1.5\n2\n", "p.csv:3:1", "1.5 is out of range", "[0, 1]"},
      {"strategies.embed.start\n3\n4.5\n", "p.csv:3:1", "4.5 is no whole number", "whole number"},
      {"market.taste\n1\n50%\n", "p.csv:", "has no percent sign", "85 % is 0.85"},
      {"strategies.none.start\n3\n", "p.csv:1:1", "there is no key", ""},
  };
  static_assert(std::size(mistakes) >= 20);
  for (const Mistake& mistake : mistakes) {
    const std::string complaint = complaint_of_points(mistake.text);
    EXPECT_NE(complaint.find(mistake.where), std::string::npos) << mistake.text << "\n" << complaint;
    EXPECT_NE(complaint.find(mistake.what), std::string::npos) << mistake.text << "\n" << complaint;
    EXPECT_NE(complaint.find(mistake.cure), std::string::npos) << mistake.text << "\n" << complaint;
    EXPECT_EQ(std::count(complaint.begin(), complaint.end(), '\n'), 0) << mistake.text << "\n" << complaint;
  }
}

TEST(PointsFile, with_several_mistakes_says_all_of_them_at_once) {
  const std::string said = complaint_of_points(
      "market.taste,economics.margin,strategies.embed.start\n1,2,3.5\n1,3,4.5\n1,0.5,5\n");
  EXPECT_NE(
      said.find("p.csv:2:2: economics.margin: 2 is out of range (the first of 2 such cells of this column)"),
      std::string::npos)
      << said;
  EXPECT_NE(said.find("p.csv:2:3: strategies.embed.start: 3.5 is no whole number (the first of 2"),
            std::string::npos)
      << said;
}

TEST(PointsFile, says_what_is_out_of_range_beside_what_is_no_number) {
  const std::string said = complaint_of_points("market.taste,economics.margin\n1,high\n1,3\n");
  EXPECT_NE(said.find("p.csv:2:2: economics.margin: 'high' is no number"), std::string::npos) << said;
  EXPECT_NE(said.find("p.csv:3:2: economics.margin: 3 is out of range"), std::string::npos) << said;
}

TEST(PointsFile, has_a_column_for_each_key_that_the_table_names) {
  const std::string said = complaint_of_points("market.taste\n1\n2\n",
                                               "\"market.taste\" = [1, 5]\n\"economics.margin\" = [0, 1]\n");
  EXPECT_NE(said.find("'p.csv' has no such column"), std::string::npos) << said;
}

TEST(PointsFile, of_many_rows_is_read_fast) {
  std::string text = "market.taste,economics.margin\n";
  for (int i = 0; i < 200000; ++i) text += fmt::format("{},{}\n", 1 + i * 1e-5, 0.5);
  EXPECT_EQ(points_of(text).rows(), 200000U);
}

TEST(PointsFile, that_is_not_there_is_named_where_it_was_asked_for) {
  const std::string toml = test::swept_text("", "design = \"file\"\nfile = \"none.csv\"\n");
  try {
    test::scenario(toml);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("none.csv"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace orgsim
