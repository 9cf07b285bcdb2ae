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
  EXPECT_EQ(notes_of("[[firms]]\nq_decay = 0.2").size(), 1U);
}

TEST(Notes, name_a_schedule_that_changes_nothing_in_the_run) {
  EXPECT_EQ(
      notes_of("environment.climate = [[-91.5, 0.9], [-78.6, 0.5]]"),
      (std::vector<std::string>{
          "environment.climate: its last knot is in week -79, before the run, all of which has 0.5; a column "
          "of dates counts from `start`, the date of week 0"}));
  EXPECT_EQ(
      notes_of("run.weeks = 50\nenvironment.climate = [[50, 0.9], [60, 0.5]]"),
      (std::vector<std::string>{
          "environment.climate: its first knot is in week 50, after the run, all of which has 0.9; a column "
          "of dates counts from `start`, the date of week 0"}));
  EXPECT_TRUE(notes_of("environment.climate = [[-9, 0.9], [1, 0.5]]").empty());
  EXPECT_TRUE(notes_of("environment.climate = [[0, 0.5]]").empty());
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
