#include "scenario/text/shipped.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::string refusal_of(const std::string& name, const std::vector<Setting>& settings = {}) {
  try {
    load_shipped(name, settings, Files());
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Shipped, texts_are_those_of_the_files) {
  EXPECT_EQ(shipped_scenarios().size(), 13U);
  for (const ShippedScenario& shipped : shipped_scenarios()) {
    const std::string path = "scenarios/" + std::string(shipped.name) + ".toml";
    EXPECT_TRUE(shipped.text == test::read_file(test::source(path))) << path;
  }
}

TEST(Shipped, names_are_in_order) {
  const std::vector<std::string> names = shipped_names();
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

TEST(Shipped, scenarios_need_no_files_to_be_what_the_files_say) {
  for (const std::string& name : shipped_names()) {
    const Scenario from_file = load_scenario(test::source("scenarios/" + name + ".toml"));
    EXPECT_TRUE(load_shipped(name, {}, Files()) == from_file) << name;
  }
}

TEST(Shipped, scenarios_take_settings_whose_files_lie_elsewhere) {
  EXPECT_EQ(load_shipped("red_queen", {{"market.taste=2", ""}}, Files()).parameters.market.taste, 2);
  EXPECT_EQ(load_shipped("red_queen", {{"title=\"\"", ""}}, Files()).title, "red_queen");
  EXPECT_EQ(refusal_of("red_queen", {{"market.tast=2", "--set"}}),
            "--set: market.tast: unknown key; did you mean 'taste'?");
  const std::string climate = R"(environment.climate={ file = "a.csv", week = "week", value = "kappa" })";
  EXPECT_NE(refusal_of("red_queen", {{climate, ""}}).find("there are no files here"), std::string::npos);
  const test::TemporaryFolder folder;
  const std::string table = folder.write("a.csv", "week,kappa\n0,1\n10,0.5\n").string();
  const std::string there =
      R"(environment.climate={ file = ")" + table + R"(", week = "week", value = "kappa" })";
  EXPECT_EQ(load_shipped("red_queen", {{there, ""}}).parameters.environment.climate.knots.size(), 2U);
}

TEST(Shipped, scenarios_that_are_none_name_the_nearest) {
  EXPECT_EQ(refusal_of("capital_wintr"),
            "no scenario that comes with orgsim is called 'capital_wintr'; did you mean 'capital_winter'?");
  EXPECT_NE(refusal_of("summer").find("there are: ai_commoditisation, capital_winter, "), std::string::npos);
  EXPECT_NE(refusal_of("red_queen.toml"), "");
}

TEST(Shipped, scenarios_are_extended_by_their_names_from_anywhere) {
  const Scenario mine = read_scenario("title = \"Mine\"\nextends = \"capital_winter\"\nmarket.taste = 2\n",
                                      "mine.toml", Files());
  Scenario expected = load_shipped("capital_winter", {{"market.taste=2", "--set"}}, Files());
  expected.title = "Mine";
  EXPECT_EQ(mine, expected);
}

}  // namespace
}  // namespace orgsim
