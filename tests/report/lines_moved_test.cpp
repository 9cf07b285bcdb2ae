// How the answer changes if the crisis lines are drawn elsewhere, on outcomes made by hand.
#include "report/lines_moved.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "support/outcomes.hpp"

namespace orgsim {
namespace {

// In how many of ten replications a strategy is judged so; in the others it is `else_`.
struct Judged {
  std::size_t plain = 0;
  std::size_t lenient = 0;
  std::size_t strict = 0;
  Verdict verdict = Verdict::averted;
  Verdict else_ = Verdict::lost;
};

RunResult judged(const std::vector<Judged>& strategies, bool falls = true) {
  return test::ten_replications(strategies.size(), [&](Outcome& outcome, std::size_t a, std::size_t r) {
    if (falls) outcome.firms[0].marginalised_week = 30;
    if (a == 0) return;
    const Judged& as = strategies[a - 1];
    const auto of = [&](std::size_t count) { return r < count ? as.verdict : as.else_; };
    outcome.verdict = of(as.plain);
    outcome.lenient = of(as.lenient);
    outcome.strict = of(as.strict);
    outcome.standing = Standing{0.1 * static_cast<double>(r), 0.5, 0.25};
  });
}

RunResult once(RunResult result) {
  result.replications = 1;
  for (std::vector<Outcome>& arm : result.outcomes) arm.resize(1);
  return result;
}

std::string moved_said(const RunResult& result, Language language = Language::english) {
  std::string all;
  for (const std::string& sentence : if_lines_moved(summarise(result), language)) all += sentence + "\n";
  return all;
}

TEST(LinesMoved, change_the_answer_where_chance_does_not_explain_the_difference) {
  const RunResult result = judged({{9, 10, 1}, {6, 7, 0}});
  EXPECT_EQ(moved_said(result),
            "Crisis lines drawn elsewhere change this: with lines 20 % higher 'S1' saves "
            "marketing in 10 %, and 0 of 2 strategies save it in half of the replications or more; with "
            "lines 20 % lower it is 100 %, and 2 of 2.\n");
  EXPECT_EQ(moved_said(result, Language::chinese),
            "危机线若划在别处，结论有变：提高 20 % 时，“S1”在 10 % 的模拟中保住市场部，2 个策略中有 0 "
            "个在半数以上的模拟中保住；降低 20 % 时，分别为 100 % 和 2 个。\n");
  EXPECT_NE(conclusion(summarise(result)).find("Crisis lines drawn elsewhere change this"),
            std::string::npos);
}

TEST(LinesMoved, are_not_spoken_of_where_the_answer_stays) {
  EXPECT_EQ(moved_said(judged({{9, 10, 8}})), "");             // within the interval of chance, or nearly so
  EXPECT_NE(moved_said(judged({{9, 10, 9}, {5, 5, 4}})), "");  // another number of strategies that save it
}

TEST(LinesMoved, name_the_strategy_that_is_best_then) {
  EXPECT_NE(moved_said(judged({{9, 9, 2}, {6, 6, 6}}))
                .find("With the higher lines 'S2' saves it most often, in 60 %."),
            std::string::npos);
}

TEST(LinesMoved, may_leave_nothing_to_save) {
  const RunResult result = judged({{10, 3, 10, Verdict::averted, Verdict::kept}});
  EXPECT_NE(
      moved_said(result).find("With lines 20 % lower there is nothing to save in 70 % of the replications."),
      std::string::npos)
      << moved_said(result);
}

TEST(LinesMoved, may_let_a_strategy_save_what_none_saves) {
  EXPECT_EQ(moved_said(judged({{0, 2, 0}, {0, 4, 0}})),
            "With crisis lines 20 % lower 'S2' saves it in 40 % of the replications.\n");
  EXPECT_EQ(moved_said(judged({{0, 0, 0}})), "");
}

TEST(LinesMoved, may_endanger_what_is_safe) {
  EXPECT_EQ(moved_said(judged({{0, 0, 6, Verdict::averted, Verdict::kept}}, false)),
            "With crisis lines 20 % higher there is something to save in 60 % of the replications, and 'S1' "
            "saves it in 60 % of the replications.\n");
  EXPECT_EQ(moved_said(judged({{0, 0, 6, Verdict::contained, Verdict::kept}}, false)),
            "With crisis lines 20 % higher there is something to save in 60 % of the replications, and no "
            "strategy saves it.\n");
  EXPECT_EQ(moved_said(judged({{0, 0, 0, Verdict::averted, Verdict::kept}}, false)), "");
}

TEST(LinesMoved, of_one_replication_are_spoken_of_without_shares) {
  EXPECT_EQ(moved_said(once(judged({{1, 1, 0}, {1, 1, 1}}))),
            "Crisis lines drawn elsewhere change this: with lines 20 % higher 1 of 2 strategies "
            "saves marketing (not 'S1'), with lines 20 % lower 2 ('S1' among them).\n");
  EXPECT_EQ(moved_said(once(judged({{1, 1, 1}, {0, 1, 0}}))),
            "Crisis lines drawn elsewhere change this: with lines 20 % higher 1 of 2 strategies "
            "saves marketing ('S1'), with lines 20 % lower 2 ('S1' among them).\n");
  EXPECT_EQ(moved_said(once(judged({{0, 1, 0}}))), "With crisis lines 20 % lower 'S1' saves it.\n");
}

TEST(LinesMoved, are_named_by_their_key_where_each_replication_draws_how_far) {
  RunResult result = judged({{0, 2, 0}});
  result.scenario.drawn.resize(1);
  result.scenario.drawn[0].path = "lines.tolerance";
  EXPECT_TRUE(moved_said(result).starts_with("With crisis lines lines.tolerance lower"))
      << moved_said(result);
}

TEST(Conclusion, says_in_how_many_replications_there_is_nothing_to_save) {
  const RunResult result = judged({{4, 4, 4, Verdict::averted, Verdict::kept}});
  EXPECT_NE(conclusion(summarise(result)).find("In 60 % of the replications there is nothing to save."),
            std::string::npos);
  EXPECT_EQ(headline(summarise(result)).at(1), "In 60 % of the replications there is nothing to save.");
  EXPECT_EQ(conclusion(summarise(judged({{4, 4, 4}}))).find("nothing to save"), std::string::npos);
}

TEST(LinesMoved, are_not_in_a_title) {
  const std::vector<std::string> title = headline(summarise(judged({{9, 10, 1}})));
  for (const std::string& sentence : title) EXPECT_EQ(sentence.find("lines"), std::string::npos) << sentence;
}

TEST(Summary, has_twins_and_the_mean_standing_of_the_replications_with_a_verdict) {
  RunResult result = judged({{9, 10, 1}});
  for (std::size_t r = 5; r < 10; ++r) {
    Outcome& outcome = result.outcomes[1][r];
    outcome.began.reset();
    outcome.standing.reset();
    outcome.verdict = outcome.lenient = outcome.strict = Verdict::not_begun;
  }
  const StrategySummary strategy = summarise(result).strategies[0];
  EXPECT_EQ(strategy.twins->lenient.saved(), 5U);
  EXPECT_EQ(strategy.twins->strict.saved(), 1U);
  EXPECT_NEAR(strategy.standing->real_share, 0.2, 1e-12);
  EXPECT_DOUBLE_EQ(strategy.standing->centrality, 0.25);
}

TEST(Json, has_the_twins_of_verdicts_and_the_standing) {
  const auto facts = nlohmann::json::parse(to_json(summarise(judged({{9, 10, 1}}))));
  EXPECT_EQ(facts["lines_tolerance"], 0.2);
  const auto& strategy = facts["strategies"][0];
  EXPECT_EQ(strategy["verdicts"].size(), count_of<Verdict>);
  EXPECT_EQ(strategy["lenient"]["averted_or_reversed"], 1.0);
  EXPECT_EQ(strategy["strict"]["averted_or_reversed"], 0.1);
  EXPECT_EQ(strategy["strict"]["verdicts"]["lost"], 0.9);
  EXPECT_NEAR(strategy["standing"]["real_share"].get<double>(), 0.45, 1e-12);
  EXPECT_EQ(strategy["nothing_to_save"], 0.0);
}

TEST(Json, has_no_share_of_an_initial_share_of_nothing) {
  RunResult result = judged({{9, 10, 1}});
  for (Outcome& outcome : result.outcomes[1]) outcome.standing->real_share = std::nan("");
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_TRUE(facts["strategies"][0]["standing"]["real_share"].is_null());
  EXPECT_EQ(facts["strategies"][0]["standing"]["centrality"], 0.25);
}

// Files of the model's first version know of no other lines.
TEST(Summary, says_nothing_of_other_lines_where_nothing_is_known_of_them) {
  RunResult result = judged({{9, 0, 0}});
  for (Outcome& outcome : result.outcomes[1]) outcome.standing.reset();
  EXPECT_EQ(moved_said(result), "");
  const std::string text = to_text(summarise(result), false);
  EXPECT_EQ(text.find("lower"), std::string::npos) << text;
  EXPECT_EQ(text.find("centrality\n"), std::string::npos) << text;
  EXPECT_NE(text.find("90 (60-98)"), std::string::npos) << text;
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_TRUE(facts["strategies"][0]["lenient"].is_null());
  EXPECT_TRUE(facts["strategies"][0]["standing"].is_null());
}

}  // namespace
}  // namespace orgsim
