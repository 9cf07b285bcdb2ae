#include "experiment/units/plan.hpp"

#include <gtest/gtest.h>

#include "engine/numbers.hpp"
#include "experiment/units/run.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

WorldTable two_worlds() {
  return {{"market.taste", "executive.eta"}, {2, 0.001, 3, 0.002}, "two.csv", "abc"};
}

TEST(UnitsPlan, has_a_unit_for_each_replication_world_and_kind_of_rivals) {
  UnitsAsked asked = test::asked(test::tiny());
  const WorldTable worlds = two_worlds();
  asked.worlds = &worlds;
  asked.scenario.parameters.run.worlds = 2;
  const UnitsPlan plan = units_plan("window", asked);
  EXPECT_EQ(plan.units(), 6U + 2 + 6);
  EXPECT_EQ(plan.variants[1].name, "worlds");
  EXPECT_EQ(plan.scenario.parameters.run.worlds_checksum, "abc");
  const Scenario in_second = as_in_unit(plan.scenario, plan, place_of(plan, 7));
  EXPECT_EQ(number_at(in_second, "market.taste"), 3);
  const Scenario with_rivals = as_in_unit(plan.scenario, plan, place_of(plan, 8));
  EXPECT_EQ(with_rivals.firms[1].strategy, kSameAsFocal);
  EXPECT_EQ(place_of(plan, 8).replication, 0U);
}

TEST(UnitsPlan, asks_for_no_more_worlds_than_there_are) {
  UnitsAsked asked = test::asked(test::tiny());
  const WorldTable worlds = two_worlds();
  asked.worlds = &worlds;
  asked.scenario.parameters.run.worlds = 3;
  EXPECT_NE(test::complaint("window", asked).find("the file has 2"), std::string::npos);
}

TEST(UnitsPlan, of_a_network_is_of_itself_alone) {
  UnitsAsked asked;
  asked.scenario = test::tiny(MarketKind::network);
  EXPECT_EQ(units_plan("window", asked).units(), 6U);
}

TEST(UnitsPlan, is_another_text_with_other_options) {
  const Scenario scenario = test::tiny();
  EXPECT_NE(text_of(test::planned("window", scenario, "starts = \"0:20\"")),
            text_of(test::planned("window", scenario, "starts = \"0:30\"")));
}

TEST(SecondsFor, grow_with_what_there_is_to_do) {
  UnitsPlan plan = test::planned("window", test::tiny());
  const double few = seconds_for(plan, 1);
  EXPECT_GT(few, 0);
  plan.weeks = 0;
  EXPECT_EQ(seconds_for(plan, 1), 0);
}

TEST(SaidBefore, is_nothing_for_short_work_but_of_two_scenarios) {
  UnitsPlan plan = test::planned("window", test::tiny());
  EXPECT_EQ(said_before(plan, 1), "");
  plan.weeks *= 1e9;
  EXPECT_NE(said_before(plan, 2).find("12 units of work, about "), std::string::npos);
  UnitsAsked asked = test::asked(test::tiny());
  asked.against = asked.scenario;
  asked.against->parameters.market.taste += 1;
  EXPECT_EQ(said_before(units_experiment("explain")->plan(asked), 1),
            "6 units of work, about a second on 1 thread");
}

}  // namespace
}  // namespace orgsim
