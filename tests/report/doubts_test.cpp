#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "core/draws.hpp"
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

std::string in_one_line(const std::string& text) {
  return std::regex_replace(text, std::regex("\\s+"), " ");
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
  EXPECT_TRUE(has_part(text, "robust: it holds in most other worlds and if rivals do the same.")) << text;
}

TEST(Doubts, call_an_answer_robust_only_against_what_was_run) {
  RunResult result = made_up(9, 8, 7);
  result.doubt.rivals.clear();
  const std::string text = doubts_said(result);
  EXPECT_TRUE(has_part(text, "robust: it holds in most other worlds.")) << text;
}

TEST(Doubts, say_which_of_the_two_makes_an_answer_fragile) {
  EXPECT_TRUE(has_part(doubts_said(made_up(9, 2, 9)), "fragile: it fails in most other worlds."));
  EXPECT_TRUE(has_part(doubts_said(made_up(9, 9, 2)), "fragile: it fails if rivals do the same."));
  EXPECT_TRUE(has_part(doubts_said(made_up(9, 2, 2)),
                       "fragile: it fails in most other worlds and if rivals do the same."));
}

TEST(Doubts, do_not_count_worlds_with_nothing_to_save_as_failures) {
  RunResult result = made_up(9, 4, 9);
  EXPECT_TRUE(has_part(doubts_said(result), "fragile: it fails in most other worlds."));
  for (Outcome& outcome : result.doubt.worlds->runs.outcomes[1]) {
    if (outcome.verdict == Verdict::lost) outcome.verdict = Verdict::kept;
  }
  EXPECT_TRUE(has_part(doubts_said(result), "robust")) << doubts_said(result);
}

TEST(Doubts, say_whose_worlds_they_are) {
  RunResult result = made_up(9, 5, 9);
  result.scenario.parameters.run.worlds_file = "mine.csv";
  result.doubt.worlds->file = "mine.csv";
  EXPECT_TRUE(has_part(doubts_said(result), "Of 10 worlds from 'mine.csv', marketing"))
      << doubts_said(result);
}

TEST(Doubts, say_why_nothing_is_said_of_what_would_flip_it) {
  RunResult result = made_up(9, 5, 9);
  result.doubt.worlds->keys = {"market.taste", "marketing.craft"};
  const std::string text = in_one_line(to_text(summarise(result), false));
  EXPECT_TRUE(has_part(text, "It cannot be told: with 2 keys that takes 6 worlds or more")) << text;
  EXPECT_TRUE(has_part(text, "How much single worlds differ takes 20 worlds or more.")) << text;
}

TEST(Doubts, name_the_two_strongest_keys_and_say_how_many_there_are) {
  RunResult result = made_up(9, 5, 9);
  InWorlds& worlds = *result.doubt.worlds;
  worlds.keys = {"market.taste", "measurement.measurability_department[0]", "marketing.craft"};
  worlds.screened = 1000;
  worlds.influences = {{{-0.6, 0.5, 0.4}, {0, 0, 0}, 0.2, 0.2}, {{0, 0, 0}, {0, 0, 0}, 0.2, 0.2}};
  const std::string text = to_text(summarise(result), false);
  EXPECT_TRUE(has_part(text, "S1, saved: 2 of 3 keys\n")) << text;
  EXPECT_TRUE(has_part(text, "    +0.50 measurement.measurability_department[0] (")) << text;
  EXPECT_FALSE(has_part(text, "marketing.craft (")) << text;
}

TEST(Doubts, say_of_one_run_whether_and_not_how_often) {
  RunResult result = made_up(9, 9, 0);
  result.replications = 1;
  result.doubt.rivals.front().runs.drawn.resize(1);
  for (auto* outcomes : {&result.outcomes, &result.doubt.rivals.front().runs.outcomes}) {
    for (std::vector<Outcome>& arm : *outcomes) arm.resize(1);
  }
  const std::string text = doubts_said(result);
  EXPECT_TRUE(has_part(text, "If rivals do the same, it does not save it.")) << text;
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
  EXPECT_TRUE(has_part(text, "plausibly ")) << text;
  const std::string table = in_one_line(to_text(summarise(result), false));
  EXPECT_TRUE(has_part(table, "S1, saved -0.60 market.taste (")) << table;
  EXPECT_TRUE(has_part(table, "The ranges are from: market.taste: ")) << table;
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  const auto& key = facts["worlds"]["strategies"][0]["saved_hangs_on"][0];
  EXPECT_EQ(key["direction"], "less");
  EXPECT_LT(key["range"][0], key["range"][1]);
  EXPECT_FALSE(key["source"].get<std::string>().empty());
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

// Shares of worlds that are all alike differ by luck alone, and what luck adds is no spread of worlds.
TEST(Doubts, take_the_luck_out_of_shares_in_single_worlds) {
  const SavedInAWorld lucky = saved_in_a_world({4, 5, 6, 5, 3, 7, 5, 4, 6, 5}, 10);
  EXPECT_FALSE(lucky.without_luck);
  EXPECT_LT(lucky.raw[0], lucky.raw[2]);
  const SavedInAWorld apart = saved_in_a_world({0, 1, 2, 9, 10, 8, 1, 9, 0, 10}, 10);
  ASSERT_TRUE(apart.without_luck);
  EXPECT_GT(apart.without_luck->front(), apart.raw[0]);
  EXPECT_LT(apart.without_luck->back(), apart.raw[2]);
  EXPECT_FALSE(saved_in_a_world({0, 1, 1, 0}, 1).without_luck) << "one replication tells nothing";
  // Worlds of which each is one or the other have no luck in them.
  const SavedInAWorld sure = saved_in_a_world({0, 10, 10, 0}, 10);
  EXPECT_EQ(*sure.without_luck, sure.raw);
}

TEST(Doubts, leave_the_variance_of_worlds_once_the_luck_is_out) {
  std::vector<std::size_t> saved;
  Stream draws = StreamKey{3, 0}.stream(Purpose::worlds, 300, 0);
  constexpr std::size_t worlds = 4000;
  for (std::size_t w = 0; w < worlds; ++w) {
    const double p = 0.3 + 0.4 * uniform(draws);
    std::size_t count = 0;
    for (int r = 0; r < 10; ++r) count += uniform(draws) < p ? 1 : 0;
    saved.push_back(count);
  }
  const SavedInAWorld found = saved_in_a_world(saved, 10);
  ASSERT_TRUE(found.without_luck);
  // From 0.32 to 0.68, and with the luck from 0.2 to 0.8.
  EXPECT_NEAR(found.without_luck->front(), 0.32, 0.03);
  EXPECT_NEAR(found.without_luck->back(), 0.68, 0.03);
  EXPECT_LT(found.raw[0], 0.25);
  EXPECT_GT(found.raw[2], 0.75);
}

TEST(Doubts, say_of_every_kind_of_rivals_what_saves_marketing_then) {
  RunResult result = made_up(9, 5, 7);
  result.doubt.rivals.push_back({Rivals::respond, result.doubt.rivals.front().runs});
  const std::string text = in_one_line(to_text(summarise(result), false));
  EXPECT_TRUE(has_part(text, "What they cost the rivals")) << text;
  EXPECT_TRUE(has_part(text, "If rivals respond, marketing is saved by: S1 in 70 % of the")) << text;
  EXPECT_TRUE(has_part(text, "other worlds, if rivals do the same and if rivals answer.")) << text;
  EXPECT_FALSE(has_part(text, "answer: ")) << text;
}

TEST(Doubts, are_in_the_tables_within_80_columns_in_both_languages) {
  RunResult result = made_up(10, 10, 10);
  result.doubt.worlds->spread = {10, {std::vector<std::size_t>(20, 10), std::vector<std::size_t>(20, 0)}};
  for (const Language language : every<Language>()) {
    std::string text = to_text(summarise(result), false, language);
    EXPECT_TRUE(has_part(text, language == Language::english ? "luck" : "偶然")) << text;
    while (!text.empty()) {
      EXPECT_LE(columns_of(text.substr(0, text.find('\n'))), 80) << text.substr(0, text.find('\n'));
      text.erase(0, text.find('\n') + 1);
    }
  }
}

}  // namespace
}  // namespace orgsim
