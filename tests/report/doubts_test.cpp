#include <gtest/gtest.h>

#include "report/summary.hpp"
#include "report/typography.hpp"
#include "support/outcomes.hpp"

namespace orgsim {
namespace {

// A strategy that saves marketing in so many of ten default replications, worlds, and runs with rivals.
RunResult made_up(std::size_t by_default, std::size_t in_worlds, std::size_t with_rivals) {
  const auto saving = [](std::size_t number) {
    return test::ten_replications(2, [number](Outcome& outcome, std::size_t a, std::size_t r) {
      outcome.firms[0].marginalised_week = 30;
      if (a > 0) outcome.verdict = a == 1 && r < number ? Verdict::averted : Verdict::lost;
    });
  };
  RunResult result = saving(by_default);
  const auto runs = [](RunResult of) {
    return VariantRuns{of.outcomes, std::vector<std::vector<double>>(10)};
  };
  result.doubt.worlds.emplace();
  result.doubt.worlds->runs = runs(saving(in_worlds));
  result.doubt.rivals = {{Rivals::same, runs(saving(with_rivals))}};
  return result;
}

std::string doubts_said(const RunResult& result, Language language = Language::english) {
  std::string text;
  for (const std::string& sentence : doubts(summarise(result), language)) text += sentence + "\n";
  return text;
}

bool has_part(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Doubts, say_nothing_where_nothing_was_run) {
  RunResult result = made_up(9, 9, 9);
  result.doubt = {};
  EXPECT_EQ(doubts_said(result), "");
}

TEST(Doubts, call_an_answer_robust_that_survives_worlds_and_rivals) {
  const std::string text = doubts_said(made_up(9, 8, 7));
  EXPECT_TRUE(has_part(text, "Of 10 worlds that fit the evidence, marketing is marginalised in 10")) << text;
  EXPECT_TRUE(has_part(text, "saves it in 80 % of these worlds")) << text;
  EXPECT_TRUE(has_part(text, "If rivals do the same, it is 70 %")) << text;
  EXPECT_TRUE(has_part(text, "robust")) << text;
}

TEST(Doubts, say_which_of_the_two_makes_an_answer_fragile) {
  EXPECT_TRUE(has_part(doubts_said(made_up(9, 2, 9)), "does not survive most other worlds."));
  EXPECT_TRUE(has_part(doubts_said(made_up(9, 9, 2)), "does not survive rivals who do the same."));
  EXPECT_TRUE(has_part(doubts_said(made_up(9, 2, 2)),
                       "does not survive most other worlds or rivals who do the same."));
}

TEST(Doubts, call_nothing_robust_that_does_not_hold_in_the_default_world) {
  const std::string text = doubts_said(made_up(2, 9, 9));
  EXPECT_FALSE(has_part(text, "robust")) << text;
  EXPECT_FALSE(has_part(text, "fragile")) << text;
}

TEST(Doubts, name_a_key_only_above_what_chance_would_show) {
  RunResult result = made_up(9, 5, 9);
  InWorlds& worlds = *result.doubt.worlds;
  worlds.keys = {"market.taste", "marketing.craft"};
  worlds.screened = 1000;
  worlds.influences = {{{-0.6, 0.1}, {0, 0}, 0.2, 0.2}, {{0, 0}, {0, 0}, 0.2, 0.2}};
  const std::string text = doubts_said(result);
  EXPECT_TRUE(has_part(text, "less often with a larger market.taste")) << text;
  EXPECT_FALSE(has_part(text, "marketing.craft")) << text;
  worlds.influences[0].saved_by_chance = 0.7;
  EXPECT_TRUE(has_part(doubts_said(result), "none stands out")) << doubts_said(result);
}

TEST(Doubts, say_what_it_hangs_on_which_of_the_two_best_is_worth_more) {
  RunResult result = made_up(9, 5, 9);
  InWorlds& worlds = *result.doubt.worlds;
  worlds.keys = {"market.taste", "marketing.craft"};
  worlds.screened = 1000;
  worlds.influences = {{{0, 0}, {0, 0}, 0.2, 0.2}, {{0, 0}, {0, 0}, 0.2, 0.2}};
  const std::string second = result.arms[2].label;
  worlds.between = {0, 1, {0.1, -0.5}, 0.2};
  const std::string text = doubts_said(result);
  EXPECT_TRUE(has_part(text, "hangs most on marketing.craft")) << text;
  EXPECT_TRUE(has_part(text, "speaks for '" + second + "'")) << text;
  worlds.between->npv_by_chance = 0.6;
  EXPECT_TRUE(has_part(doubts_said(result), "hangs on no single key")) << doubts_said(result);
}

TEST(Doubts, are_in_the_tables_within_80_columns_in_both_languages) {
  RunResult result = made_up(10, 10, 10);
  result.doubt.worlds->spread = {10, {std::vector<std::size_t>(20, 10), std::vector<std::size_t>(20, 0)}};
  for (const Language language : every<Language>()) {
    std::string text = to_text(summarise(result), false, language);
    EXPECT_TRUE(has_part(text, "100-100")) << text;
    while (!text.empty()) {
      EXPECT_LE(columns_of(text.substr(0, text.find('\n'))), 80) << text.substr(0, text.find('\n'));
      text.erase(0, text.find('\n') + 1);
    }
  }
}

}  // namespace
}  // namespace orgsim
