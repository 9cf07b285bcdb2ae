#include "scenario/worlds_file.hpp"

#include <gtest/gtest.h>

#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::string refused(const test::TemporaryFolder& folder, const std::string& table,
                    const std::string& keys = "") {
  folder.write("worlds.csv", table);
  const auto path = folder.write("a.toml", "run.worlds_file = \"worlds.csv\"\n" + keys);
  try {
    load_worlds(load_scenario(path));
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(WorldsTable, is_read_from_the_folder_of_the_scenario) {
  const test::TemporaryFolder folder;
  folder.write("worlds.csv", "market.taste,marketing.judgement[2]\n2,0.5\n3,0.6\n");
  const WorldTable table =
      load_worlds(load_scenario(folder.write("a.toml", "run.worlds_file = \"worlds.csv\"")));
  EXPECT_EQ(table.paths, (std::vector<std::string>{"market.taste", "marketing.judgement[2]"}));
  EXPECT_EQ(table.numbers, (std::vector<double>{2, 0.5, 3, 0.6}));
  EXPECT_FALSE(table.checksum.empty());
}

TEST(WorldsTable, is_refused_with_the_place_of_what_is_wrong) {
  const test::TemporaryFolder folder;
  EXPECT_TRUE(has(refused(folder, "market.tast\n2\n"), "worlds.csv:1:1"));
  EXPECT_TRUE(has(refused(folder, "run.weeks\n520\n"), "no number that worlds may differ in"));
  EXPECT_TRUE(has(refused(folder, "marketing.judgement\n0.5\n"), "no number that worlds may differ in"));
  EXPECT_TRUE(
      has(refused(folder, "measurement.capture\n0.5\n1.5\n2\n"), "1.5 is out of range; the first of 2"));
  EXPECT_TRUE(has(refused(folder, "product.cycle\n20.5\n"), "a whole number"));
  EXPECT_TRUE(has(refused(folder, "2,3\n4,5\n"), "the first line names no keys"));
}

TEST(WorldsTable, that_is_empty_is_named_by_the_key_that_asked_for_it) {
  const test::TemporaryFolder folder;
  const std::string said = refused(folder, "");
  EXPECT_TRUE(has(said, "worlds.csv: run.worlds_file: ")) << said;
  EXPECT_TRUE(has(said, "has no points")) << said;
}

TEST(WorldsTable, of_a_file_has_no_ranges_to_choose_from) {
  const test::TemporaryFolder folder;
  const std::string said = refused(folder, "market.taste\n2\n", "run.ranges = \"narrow\"");
  EXPECT_TRUE(has(said, "run.ranges: it chooses one of the ensembles")) << said;
}

TEST(WorldsTable, is_refused_if_it_is_another_than_a_run_was_made_with) {
  const test::TemporaryFolder folder;
  const std::string said = refused(folder, "market.taste\n2\n", "run.worlds_checksum = \"00\"");
  EXPECT_TRUE(has(said, "these are other worlds")) << said;
}

TEST(WorldsTable, that_comes_with_orgsim_has_a_thousand_worlds) {
  EXPECT_EQ(load_worlds(Scenario()).rows(), 1000);
}

}  // namespace
}  // namespace orgsim
