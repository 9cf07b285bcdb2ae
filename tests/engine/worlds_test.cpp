#include "engine/worlds.hpp"

#include <gtest/gtest.h>

#include "support/selection.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

WorldTable two_worlds() {
  return {{"market.taste", "marketing.judgement[2]", "executive.share[1]", "product.cycle", "product.window"},
          {2, 0.5, 0.2, 20, 8,  //
           4, 0.7, 0.3, 40, 10},
          "worlds.csv",
          "0"};
}

Scenario in(const Scenario& scenario, std::size_t row) {
  const WorldTable worlds = two_worlds();
  return in_world(scenario, worlds, row, free_columns(scenario, worlds));
}

TEST(Worlds, give_the_scenario_their_numbers) {
  const Scenario world = in(test::scenario(""), 1);
  EXPECT_EQ(world.parameters.market.taste, 4);
  EXPECT_EQ(world.parameters.firm.marketing.judgement[Mode::product], 0.7);
  EXPECT_EQ(world.parameters.releases.cycle, 40);
  EXPECT_EQ(world.parameters.releases.window, 10);
}

TEST(Worlds, move_one_share_and_the_others_in_proportion) {
  const PerDepartment share = in(test::scenario(""), 0).parameters.firm.executive.share;
  EXPECT_NEAR(share.sum(), 1, 1e-12);
  EXPECT_EQ(share[Department::marketing], 0.2);
  EXPECT_NEAR(share[Department::product] / share[Department::sales], 0.3 / 0.25, 1e-12);
}

TEST(Worlds, leave_keys_that_the_scenario_names) {
  const Scenario named =
      test::scenario("[market]\ntaste = 3.5\n[executive]\nshare = [0.25, 0.25, 0.25, 0.25]");
  const Scenario world = in(named, 0);
  EXPECT_EQ(world.parameters.market.taste, 3.5);
  EXPECT_EQ(world.parameters.firm.executive.share[Department::marketing], 0.25);
  EXPECT_EQ(world.parameters.firm.marketing.judgement[Mode::product], 0.5);
}

TEST(Worlds, say_nothing_of_other_adopter_classes_than_those_of_the_defaults) {
  Scenario scenario = test::scenario("");
  scenario.parameters.market.mass = {1};
  scenario.parameters.market.resistance = {0};
  const WorldTable worlds{{"market.mass[0]", "market.taste", "market.resistance[2]"}, {0.5, 2, 1}, "", ""};
  EXPECT_EQ(free_columns(scenario, worlds), (std::vector<std::size_t>{1}));
}

TEST(Worlds, leave_a_key_with_the_one_that_it_is_bound_to) {
  const Scenario world = in(test::scenario("[product]\nwindow = 12"), 0);
  EXPECT_EQ(world.parameters.releases.window, 12);
  EXPECT_EQ(world.parameters.releases.cycle, 26);
}

TEST(Worlds, leave_what_the_scenario_draws) {
  Scenario scenario = test::scenario("");
  scenario.drawn = {{"market.taste", {DistributionKind::uniform, {2, 4}}, range::any, false, {}}};
  EXPECT_EQ(in(scenario, 0).drawn.size(), 1);
}

TEST(Worlds, leave_what_run_named_says_and_nothing_else_of_a_scenario_that_spells_all_out) {
  const Scenario world = in(test::scenario("[run]\nnamed = [\"market.taste\"]\n[market]\ntaste = 3\n"
                                           "[product]\ncycle = 26\nwindow = 10"),
                            0);
  EXPECT_EQ(world.parameters.market.taste, 3);
  EXPECT_EQ(world.parameters.releases.cycle, 20);
}

TEST(Worlds, have_rivals_that_do_so) {
  const Scenario scenario = test::scenario("[market]\nfirms = 3");
  EXPECT_TRUE(has_rivals(scenario, Rivals::stand));
  for (const Rivals rivals : {Rivals::same, Rivals::respond}) {
    const Scenario with = with_rivals(scenario, rivals);
    EXPECT_TRUE(has_rivals(with, rivals));
    EXPECT_TRUE(with.firms[0].strategy.empty());
    EXPECT_FALSE(has_rivals(scenario, rivals));
  }
}

TEST(Worlds, have_rivals_under_selection_that_differ_in_when_they_copy) {
  const Scenario scenario = test::selected("");
  EXPECT_TRUE(has_rivals(scenario, Rivals::same));
  for (const Rivals rivals : {Rivals::stand, Rivals::respond}) {
    const Scenario with = with_rivals(scenario, rivals);
    EXPECT_TRUE(has_rivals(with, rivals));
    EXPECT_FALSE(has_rivals(scenario, rivals));
    EXPECT_EQ(with.firms, scenario.firms);
  }
}

}  // namespace
}  // namespace orgsim
