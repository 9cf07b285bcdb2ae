#include "scenario/text/by_path.hpp"

#include <gtest/gtest.h>

#include "scenario/files.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {
namespace {

Scenario example() {
  return read_scenario(R"(
title = "Keys"
market.taste = { uniform = [2, 4] }
[[firms]]
name = "us"
[[firms]]
name = "them"
talent = 1.5
[strategies.embed]
start = 20
)",
                       "text");
}

Node number(double value) {
  return {{}, value};
}

std::string refusal(Scenario& scenario, const std::string& path, const std::optional<Node>& value) {
  const Scenario before = scenario;
  try {
    assign(scenario, path, value);
  } catch (const InputError& error) {
    EXPECT_EQ(scenario, before) << path;
    return error.what();
  }
  return "";
}

TEST(Keys, of_a_firm_are_written_where_what_holds_for_it_is) {
  const Scenario scenario = example();
  EXPECT_EQ(home_of(scenario, "firms[0].talent"), "product.talent");
  EXPECT_EQ(home_of(scenario, "firms[1].talent"), "firms[1].talent");
}

TEST(Keys, that_are_assigned_read_back_from_text) {
  Scenario scenario = example();
  assign(scenario, "economics.margin", number(0.5));
  assign(scenario, "market.taste", number(3));
  assign(scenario, "firms[0].talent",
         Node{{}, NodeTable{{"uniform", {}, Node{{}, NodeList{number(1), number(2)}}}}});
  assign(scenario, "firms[1].talent", std::nullopt);
  assign(scenario, "strategies.embed.start", std::nullopt);
  assign(scenario, "strategies.embed.when", Node{{}, std::string("budget")});
  EXPECT_EQ(scenario, read_scenario(to_toml(scenario), "text"));
  EXPECT_TRUE(scenario.firms[1].overridden.empty());
  ASSERT_EQ(scenario.drawn.size(), 1U);
  EXPECT_EQ(scenario.drawn[0].path, "firms[0].talent");
}

TEST(Keys, that_are_wrong_are_refused_and_change_nothing) {
  Scenario scenario = example();
  EXPECT_EQ(refusal(scenario, "economics.margin", number(7)),
            "economics.margin: 7 is out of range; a number in [0, 1], such as 0.07 for 7 %");
  EXPECT_EQ(refusal(scenario, "firms[0].talent", number(-1)),
            "firms[0].talent: -1 is out of range; a number of at least 0");
  EXPECT_NE(refusal(scenario, "market.taste", std::nullopt), "");
  EXPECT_NE(refusal(scenario, "title", number(3)), "");
  EXPECT_EQ(refusal(scenario, "market.tast", number(3)),
            "market.tast: unknown key; `orgsim describe` lists the keys");
  EXPECT_EQ(refusal(scenario, "executive.power_weight", number(0.4)),
            "executive.power_weight: unknown key; it is executive.eta_power now, about 0.007 times as large: "
            "executive.eta_power = 0.0028");
}

TEST(Keys, that_contradict_others_are_left_to_the_run) {
  Scenario scenario = example();
  assign(scenario, "market.mass", Node{{}, NodeList{number(0.5), number(0.5)}});
  ASSERT_EQ(problems_of(scenario).size(), 1U);
  EXPECT_EQ(problems_of(scenario)[0].key, "market.resistance");
  EXPECT_TRUE(problems_of_keys(scenario).empty());
}

TEST(Keys, include_the_number_of_firms) {
  Scenario scenario = example();
  assign(scenario, "firms[1].talent",
         Node{{}, NodeTable{{"uniform", {}, Node{{}, NodeList{number(1), number(2)}}}}});
  assign(scenario, "market.firms", Node{{}, std::int64_t{3}});
  EXPECT_EQ(scenario.firms[2].name, "rival 2");
  assign(scenario, "market.firms", Node{{}, std::int64_t{1}});
  EXPECT_EQ(scenario.firms.size(), 1U);
  EXPECT_EQ(scenario.drawn.size(), 1U);  // market.taste alone
}

TEST(Tables, of_firms_and_strategies_are_replaced_whole) {
  Scenario scenario = example();
  Node firms = tables_at(scenario, "firms");
  std::swap(firms.as<NodeList>()->at(0), firms.as<NodeList>()->at(1));
  assign_tables(scenario, "firms", firms);
  EXPECT_EQ(scenario.firms[0].name, "them");
  assign_tables(scenario, "strategies", Node{{}, NodeTable()});
  EXPECT_TRUE(scenario.strategies.empty());
  EXPECT_EQ(scenario, read_scenario(to_toml(scenario), "text"));
}

TEST(Tables, that_others_refer_to_cannot_go) {
  Scenario scenario = example();
  assign(scenario, "firms[1].strategy", Node{{}, std::string("embed")});
  const Scenario before = scenario;
  EXPECT_THROW(assign_tables(scenario, "strategies", Node{{}, NodeTable()}), InputError);
  EXPECT_THROW(assign_tables(scenario, "firms", Node{{}, NodeList()}), InputError);
  EXPECT_EQ(scenario, before);
}

TEST(Text, may_extend_a_file_of_the_working_folder) {
  EXPECT_THROW(read_scenario("extends = \"no_such_file.toml\"", "text"), InputError);
}

}  // namespace
}  // namespace orgsim
