#include "scenario/text/notes.hpp"

#include <gtest/gtest.h>

#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::vector<std::string> notes_of(std::string_view toml) {
  std::vector<std::string> notes;
  for (const Problem& note : notes_on(test::scenario(toml))) notes.push_back(to_string(note));
  return notes;
}

TEST(Notes, doubt_a_rate_a_year_in_a_key_of_a_week_with_both_readings) {
  EXPECT_EQ(notes_of("economics.discount = 0.1"),
            (std::vector<std::string>{
                "economics.discount: 0.1 per week is 99 % a year; if 10 % a year is meant, write 0.002"}));
  EXPECT_EQ(notes_of("market.retention.churn = 0.3").size(), 1U);
  EXPECT_EQ(
      notes_of("economics.discount = 1"),
      (std::vector<std::string>{
          "economics.discount: 1 per week is everything in every week; a rate of a week, such as 0.002"}));
  EXPECT_EQ(notes_of("[[firms]]\nq_decay = 0.2").size(), 1U);
}

TEST(Notes, doubt_a_schedule_whose_knots_lie_outside_the_run) {
  const auto noted = notes_of("run.weeks = 104\nenvironment.climate = [[2010, 1], [2011, 0.5], [2012, 0.1]]");
  ASSERT_EQ(noted.size(), 1U);
  EXPECT_NE(noted[0].find("environment.climate: its knots lie in weeks 2010 to 2012, outside the run (0 to "
                          "103), so that it stays at 1; weeks are counted from 0"),
            std::string::npos)
      << noted[0];
  EXPECT_EQ(notes_of("environment.climate = [[-104, 1], [-52, 0.5]]").size(), 1U);
  for (const std::string fine : {"[[0, 1]]", "[[2010, 1]]", "[[-5, 1], [5, 0.5]]", "[[0, 1], [2010, 0.5]]",
                                 "[[2010, 0.5], [2011, 0.5]]"}) {
    EXPECT_TRUE(notes_of("run.weeks = 104\nenvironment.climate = " + fine).empty()) << fine;
  }
}

TEST(Notes, doubt_a_strategy_that_cannot_begin_within_the_run) {
  EXPECT_EQ(
      notes_of("run.weeks = 104\nstrategies.a = { start = 104, prove = 1 }"),
      (std::vector<std::string>{
          "strategies.a.start: it would begin in week 104: the run ends with week 103, and the strategy "
          "never begins; an earlier beginning, or more run.weeks"}));
  EXPECT_EQ(
      notes_of("run.weeks = 104\nstrategies.a = { when = \"budget\", delay = 104, prove = 1 }"),
      (std::vector<std::string>{"strategies.a.delay: it waits 104 weeks: the run ends with week 103, and "
                                "the strategy never begins; an earlier beginning, or more run.weeks"}));
  EXPECT_TRUE(notes_of("run.weeks = 104\nstrategies.a = { start = 103, prove = 1 }").empty());
  const std::string two =
      "strategies.a = { start = 104, prove = 1 }\nstrategies.b = { start = 105, prove = 1 }";
  const auto once = notes_of("run.weeks = 104\n" + two);
  ASSERT_EQ(once.size(), 1U);
  EXPECT_NE(once[0].find("never begins (nor 1 of the others)"), std::string::npos) << once[0];
  EXPECT_TRUE(
      notes_of("run.weeks = 104\nstrategies.a = { when = \"budget\", delay = 103, prove = 1 }").empty());
}

TEST(Notes, doubt_a_strategy_that_changes_nothing) {
  EXPECT_EQ(
      notes_of("strategies.a = { start = 3, duration = 5 }"),
      (std::vector<std::string>{"strategies.a: it changes nothing; give it a target, such as prove = 1, a "
                                "budget, or adaptive = true"}));
  EXPECT_TRUE(notes_of("strategies.a = { start = 3, adaptive = true }").empty());
  EXPECT_TRUE(notes_of("strategies.a = { start = 3, prove = { uniform = [0, 1] } }").empty());
  EXPECT_TRUE(notes_of("strategies.a.start = 3\nstrategies.b = { start = 1, prove = 1 }\n"
                       "[[firms]]\nstrategy = \"b\"")
                  .empty());
}

TEST(Notes, doubt_a_factor_on_a_budget_that_looks_like_a_percentage) {
  EXPECT_EQ(
      notes_of("strategies.a = { start = 3, budget = 70 }"),
      (std::vector<std::string>{"strategies.a.budget: 70 is a factor: 70 times marketing's budget; if 70 % "
                                "is meant, write 0.7"}));
  EXPECT_TRUE(notes_of("strategies.a = { start = 3, budget = 10 }").empty());
}

TEST(Notes, are_silent_about_what_may_well_be_meant) {
  EXPECT_TRUE(notes_of("economics.discount = 0.004\nmarket.retention.churn = 0.05\nmarketing.adstock = 0.95\n"
                       "market.contact.word_of_mouth = 0.3\neconomics.margin = 0.9")
                  .empty());
  for (const auto& path : test::shipped_scenarios())
    EXPECT_TRUE(notes_on(load_scenario(path)).empty()) << path;
}

}  // namespace
}  // namespace orgsim
