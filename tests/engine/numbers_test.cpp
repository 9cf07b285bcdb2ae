#include "engine/numbers.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

Scenario with_number(Scenario scenario, const std::string& path, double value) {
  const std::vector<std::string> paths{path};
  const std::vector<double> values{value};
  set_numbers(scenario, paths, values);
  return scenario;
}

TEST(Numbers, have_paths_whose_last_part_may_be_an_entry) {
  EXPECT_EQ(number_path("market.taste").key, "market.taste");
  EXPECT_FALSE(number_path("market.taste").entry);
  EXPECT_EQ(number_path("marketing.judgement[2]").key, "marketing.judgement");
  EXPECT_EQ(number_path("marketing.judgement[2]").entry, 2U);
  EXPECT_EQ(number_path("firms[1].talent").key, "firms[1].talent");
  for (const char* odd : {"a[]", "a[-1]", "a[x]", "a[1", "[", "]", "", "a[12345678901]"}) {
    EXPECT_FALSE(number_path(odd).entry) << odd;
    EXPECT_EQ(number_path(odd).key, odd);
  }
}

TEST(Numbers, are_found_for_the_world_for_firms_and_for_strategies) {
  const Scenario scenario = test::tiny();
  EXPECT_FALSE(find_number(scenario, "market.taste").value().whole);
  EXPECT_TRUE(find_number(scenario, "market.customers").has_value());
  EXPECT_TRUE(find_number(scenario, "strategies.embed.start").value().whole);
  EXPECT_EQ(find_number(scenario, "market.mass").value().entries, 4U);
  EXPECT_TRUE(find_number(scenario, "firms[1].talent").has_value());
  for (const char* none : {"market.kind", "market.tast", "firms[9].talent", "strategies.none.start", ""})
    EXPECT_FALSE(find_number(scenario, none)) << none;
}

TEST(Numbers, are_read_where_they_are_one_number) {
  const Scenario scenario = test::scenario("[product]\ntalent = 2\n[[firms]]\n[[firms]]\ntalent = 3\n");
  EXPECT_EQ(number_at(scenario, "product.cycle"), 26);
  EXPECT_EQ(number_at(scenario, "marketing.mix[0]"), scenario.parameters.firm.marketing.mix[Mode{}]);
  EXPECT_EQ(number_at(scenario, "firms[0].talent"), 2) << "what holds for all";
  EXPECT_EQ(number_at(scenario, "firms[1].talent"), 3);
  for (const char* none :
       {"marketing.mix", "marketing.mix[4]", "market.kind", "environment.climate", "run.money", "no.key"})
    EXPECT_EQ(number_at(scenario, none), std::nullopt) << none;
}

TEST(Numbers, change_nothing_but_themselves) {
  const Scenario before = test::tiny();
  Scenario after = with_number(before, "market.taste", 2.25);
  EXPECT_DOUBLE_EQ(after.parameters.market.taste, 2.25);
  after.parameters.market.taste = before.parameters.market.taste;
  EXPECT_EQ(after, before);
  after = with_number(before, "strategies.embed.start", 31);
  EXPECT_EQ(after.find_strategy("embed")->start, 31);
  EXPECT_EQ(*after.find_strategy("answer"), *before.find_strategy("answer"));
}

TEST(Numbers, of_a_firm_are_its_own_from_then_on) {
  const Scenario scenario = with_number(test::tiny(), "firms[1].talent", 1.5);
  const auto firms = parameters_of_firms(scenario);
  EXPECT_DOUBLE_EQ(firms[1].product.talent, 1.5);
  EXPECT_DOUBLE_EQ(firms[0].product.talent, scenario.parameters.firm.product.talent);
}

TEST(Numbers, of_a_list_that_sums_to_one_make_room_in_proportion) {
  const Scenario scenario = with_number(test::tiny(), "market.mass[0]", 0.37);
  const std::vector<double>& mass = scenario.parameters.market.mass;
  EXPECT_DOUBLE_EQ(mass[0], 0.37);
  EXPECT_DOUBLE_EQ(std::accumulate(mass.begin(), mass.end(), 0.0), 1);
  EXPECT_DOUBLE_EQ(mass[1] / mass[3], 0.34 / 0.16);
  EXPECT_DOUBLE_EQ(mass[1], mass[2]);
  const std::vector<double> all = with_number(test::tiny(), "market.mass[2]", 1).parameters.market.mass;
  EXPECT_EQ(all, (std::vector<double>{0, 0, 1, 0}));
}

TEST(Numbers, of_such_a_list_make_room_equally_where_the_others_are_zero) {
  Scenario scenario = test::tiny();
  scenario.parameters.market.mass = {0, 0, 1, 0};
  const std::vector<double> mass = with_number(scenario, "market.mass[2]", 0.4).parameters.market.mass;
  for (const std::size_t i : {0U, 1U, 3U}) EXPECT_DOUBLE_EQ(mass[i], 0.2);
}

TEST(Numbers, of_a_strategys_mix_make_room_too) {
  const Scenario scenario = with_number(test::tiny(), "strategies.embed.mix[2]", 0.75);
  const auto& mix = scenario.find_strategy("embed")->mix.value();
  const std::vector<double> entries(mix.begin(), mix.end());
  EXPECT_DOUBLE_EQ(std::accumulate(entries.begin(), entries.end(), 0.0), 1);
  EXPECT_DOUBLE_EQ(entries[2], 0.75);
  EXPECT_DOUBLE_EQ(entries[1] / entries[0], 2);
}

TEST(Numbers, that_were_drawn_are_drawn_no_more) {
  const Scenario drawn =
      test::scenario("[market]\ntaste = { uniform = [2, 4] }\ninflow = { uniform = [0, 0.1] }");
  const Scenario fixed = with_number(drawn, "market.taste", 3.5);
  ASSERT_EQ(fixed.drawn.size(), 1U);
  EXPECT_EQ(fixed.drawn[0].path, "market.inflow");
}

TEST(Numbers, of_a_schedule_are_the_same_in_every_week) {
  const Scenario scenario = with_number(test::tiny(), "environment.climate", 0.3);
  EXPECT_EQ(scenario.parameters.environment.climate, (Schedule{{{0, 0.3}}}));
}

TEST(Numbers, that_do_not_exist_are_a_bug) {
  EXPECT_THROW(with_number(test::tiny(), "market.tast", 1), Bug);
}

TEST(Numbers, of_a_list_that_sums_to_one_keep_what_several_of_them_are_given_together) {
  Scenario scenario;
  const std::vector<std::string> paths{"executive.share[1]", "executive.share[3]"};
  const std::vector<double> values{0.5, 0.1};
  set_numbers(scenario, paths, values);
  const PerDepartment share = scenario.parameters.firm.executive.share;
  EXPECT_DOUBLE_EQ(share[Department::marketing], 0.5);
  EXPECT_DOUBLE_EQ(share[Department::operations], 0.1);
  EXPECT_NEAR(share[Department::product] + share[Department::sales], 0.4, 1e-15);
  EXPECT_NEAR(share[Department::product] / share[Department::sales], 0.3 / 0.25, 1e-12);
}

}  // namespace
}  // namespace orgsim
