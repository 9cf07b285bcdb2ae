// What the whole run says and verdicts do not see, on outcomes made by hand.
#include "report/any_time.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/summary.hpp"
#include "support/outcomes.hpp"

namespace orgsim {
namespace {

// Ten replications of 520 weeks; the strategy begins in week 20 and is judged over 30.
struct Fall {
  std::size_t without = 0;  // the first so many replications are marginalised
  std::size_t with = 0;
  int week = 40;
  double npv_change = -20;
  Verdict verdict = Verdict::contained;
};

RunResult fallen(const std::vector<Fall>& strategies) {
  RunResult result =
      test::ten_replications(strategies.size(), [&](Outcome& outcome, std::size_t a, std::size_t r) {
        const Fall& fall = strategies[a == 0 ? 0 : a - 1];
        if (r < (a == 0 ? fall.without : fall.with)) outcome.firms[0].marginalised_week = fall.week;
        if (a == 0) return;
        outcome.firms[0].npv += fall.npv_change;
        outcome.verdict = fall.verdict;
      });
  result.scenario.parameters.run.weeks = 520;
  result.scenario.parameters.lines.judge = 30;
  return result;
}

std::string said(const RunResult& result, Language language = Language::english) {
  return conclusion(summarise(result), language);
}

TEST(AnyTime, names_a_strategy_that_makes_marketing_marginalised_as_harm) {
  const RunResult result = fallen({{0, 10}});
  EXPECT_EQ(
      said(result),
      "Without a new strategy marketing is not marginalised here. Harm: 'S1' makes marketing marginalised "
      "in 10 of 10 replications where it is not otherwise, and spares it in 0; the firm's NPV -20.0 %.");
  EXPECT_EQ(
      said(result, Language::chinese),
      "没有新策略时，市场部在这里没有被边缘化。危害：在 10 次模拟中有 10 次，“S1”使本不会被边缘化的市场部被边"
      "缘化，有 0 次使其幸免；企业净现值 -20.0 %。");
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_EQ(facts["harmful"], nlohmann::json::array({"s1"}));
  EXPECT_EQ(facts["strategies"][0]["made_marginalised"], 10);
  EXPECT_EQ(facts["strategies"][0]["marginalised"]["share"], 1.0);
  const std::string text = to_text(summarise(result), false);
  EXPECT_EQ(text.find("nothing to avert"), std::string::npos) << text;
  EXPECT_NE(text.find("  (baseline)" + std::string(31, ' ') + "0\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  S1                          0 (0-28)   100\n"), std::string::npos) << text;
}

TEST(AnyTime, takes_more_made_than_spared_for_harm) {
  AnyTime found;
  found.made = 1;
  EXPECT_TRUE(found.harms());
  found.spared = 1;
  EXPECT_FALSE(found.harms());
  EXPECT_FALSE(AnyTime().harms());
}

TEST(AnyTime, names_no_strategy_best_that_only_undoes_what_it_did) {
  RunResult result = fallen({{0, 10}});
  for (Outcome& outcome : result.outcomes[1]) outcome.verdict = Verdict::reversed;
  EXPECT_FALSE(summarise(result).best);
  EXPECT_EQ(said(result).find("saves"), std::string::npos) << said(result);
  EXPECT_NE(said(result).find("Harm"), std::string::npos);
}

TEST(AnyTime, pairs_replications_where_the_baseline_is_partly_marginalised) {
  RunResult result = fallen({{4, 4}});
  // Four with it and four without, but not the same four.
  for (std::size_t r = 0; r < 10; ++r) {
    std::optional<int>& week = result.outcomes[1][r].firms[0].marginalised_week;
    week = r >= 3 && r < 7 ? std::optional(45) : std::nullopt;
  }
  const AnyTime even = at_any_time(result, 1);
  EXPECT_EQ(even.made, 3U);
  EXPECT_EQ(even.spared, 3U);
  EXPECT_EQ(said(result).find("Harm"), std::string::npos);
  result.outcomes[1][8].firms[0].marginalised_week = 45;
  EXPECT_NE(
      said(result).find("Harm: 'S1' makes marketing marginalised in 4 of 10 replications where it is not "
                        "otherwise, and spares it in 3;"),
      std::string::npos)
      << said(result);
}

TEST(AnyTime, counts_further_strategies_that_do_harm_and_names_the_worst) {
  EXPECT_NE(said(fallen({{0, 3}, {0, 8}})).find("Harm: 'S2' makes marketing marginalised in 8 of 10"),
            std::string::npos);
  EXPECT_TRUE(said(fallen({{0, 3}, {0, 8}})).ends_with(" 1 other strategy does such harm too."));
  EXPECT_TRUE(said(fallen({{0, 3}, {0, 8}, {0, 2}})).ends_with(" 2 other strategies do such harm too."));
}

TEST(AnyTime, says_that_the_baseline_falls_after_the_span_and_which_judge_would_see_it) {
  const RunResult result = fallen({{9, 0, 200, 5}});
  EXPECT_EQ(
      said(result),
      "Marketing is marginalised in 90 % of the replications, typically in week 200. Within the weeks in "
      "which strategies are judged there is nothing to avert or reverse. In 9 of 10 replications the "
      "baseline is marginalised only after the 30 weeks in which strategies are judged; lines.judge = 180 "
      "or more includes it. In the whole run it is marginalised least with 'S1': in 0 of 10 replications "
      "instead of 9.");
  EXPECT_NE(said(result, Language::chinese).find("lines.judge 为 180 或更大即可包括在内"), std::string::npos);
  EXPECT_NE(to_text(summarise(result), false).find("  (baseline)" + std::string(30, ' ') + "90\n"),
            std::string::npos);
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_EQ(facts["strategies"][0]["baseline_after_span"], 9);
  EXPECT_EQ(facts["strategies"][0]["judge_needed"], 180);
  // Week 50 is the last of the span.
  EXPECT_EQ(said(fallen({{9, 9, 50}})).find("lines.judge"), std::string::npos);
  EXPECT_NE(said(fallen({{9, 9, 51}})).find("lines.judge = 31 "), std::string::npos);
}

TEST(AnyTime, takes_the_span_of_each_replication_where_lines_judge_is_drawn) {
  RunResult result = fallen({{10, 0, 60}});
  result.scenario.drawn.resize(1);
  result.scenario.drawn[0].path = "lines.judge";
  for (std::size_t r = 0; r < 10; ++r) result.drawn.push_back({r < 5 ? 30.0 : 40.0});
  const AnyTime found = at_any_time(result, 1);
  EXPECT_EQ(found.outside, 5U);
  EXPECT_EQ(found.within, 5U);
  EXPECT_NE(said(result).find("after the lines.judge weeks in which"), std::string::npos) << said(result);
}

TEST(AnyTime, says_that_what_is_saved_within_the_span_falls_after_it) {
  RunResult result = fallen({{10, 0, 40, 5, Verdict::averted}});
  EXPECT_EQ(said(result).find("But in"), std::string::npos);
  for (std::size_t r = 0; r < 3; ++r) result.outcomes[1][r].firms[0].marginalised_until = 51;
  EXPECT_NE(
      said(result).find("But in 3 of 10 replications marketing is marginalised with 'S1' after the weeks in "
                        "which it is judged."),
      std::string::npos)
      << said(result);
  const auto facts = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_EQ(facts["strategies"][0]["saved_but_marginalised_later"], 3);
}

TEST(AnyTime, says_that_what_is_reversed_within_the_span_falls_again_after_it) {
  RunResult result = fallen({{10, 10, 15, 5, Verdict::reversed}});
  for (std::size_t r = 0; r < 10; ++r) result.outcomes[1][r].firms[0].marginalised_until = r < 4 ? 51 : 50;
  EXPECT_EQ(at_any_time(result, 1).later, 4U);
  for (Outcome& outcome : result.outcomes[1]) outcome.verdict = Verdict::contained;
  EXPECT_EQ(at_any_time(result, 1).later, 0U);
}

TEST(AnyTime, gives_a_title_the_sentences_on_the_strategies_asked_for) {
  const RunResult result = fallen({{9, 0, 200, 5}, {9, 10}});
  const std::vector<std::string> said = headline(summarise(result, {"s2"}));
  ASSERT_EQ(said.size(), 3U);
  EXPECT_TRUE(said[0].starts_with("Within the weeks in which strategies are judged"));
  EXPECT_NE(said[1].find("lines.judge = 180"), std::string::npos);
  EXPECT_TRUE(said[2].starts_with("Harm: 'S2'"));
  const std::vector<std::string> of_the_other = headline(summarise(result, {"s1"}));
  ASSERT_EQ(of_the_other.size(), 3U);
  EXPECT_TRUE(of_the_other[2].starts_with("In the whole run it is marginalised least with 'S1'"));
}

TEST(AnyTime, says_which_strategy_spares_marketing_though_none_saves_it) {
  EXPECT_TRUE(said(fallen({{8, 8}, {8, 2}}))
                  .ends_with("No strategy of this scenario saves marketing. In the whole run it is "
                             "marginalised least with 'S2': in 2 of 10 "
                             "replications instead of 8."))
      << said(fallen({{8, 8}, {8, 2}}));
}

TEST(AnyTime, prefers_a_best_strategy_that_does_no_harm) {
  RunResult result = fallen({{5, 0, 40, 9, Verdict::averted}, {5, 0, 40, 5, Verdict::averted}});
  EXPECT_EQ(summarise(result).best, 0U);
  for (std::size_t r = 0; r < 10; ++r) result.outcomes[1][r].firms[0].marginalised_week = 300;
  const Summary summary = summarise(result);
  EXPECT_EQ(summary.best, 1U);
  EXPECT_EQ(summary.best_paid, std::nullopt);
}

TEST(AnyTime, says_that_no_strategy_ever_began) {
  RunResult result = fallen({{10, 10}});
  for (Outcome& outcome : result.outcomes[1]) {
    outcome.began.reset();
    outcome.verdict = Verdict::not_begun;
  }
  EXPECT_TRUE(said(result).ends_with("No strategy of this scenario ever began.")) << said(result);
}

TEST(AnyTime, of_one_run_speaks_of_no_counts) {
  RunResult result = fallen({{0, 10}});
  result.replications = 1;
  for (std::vector<Outcome>& arm : result.outcomes) arm.resize(1);
  EXPECT_TRUE(said(result).ends_with(
      "Harm: marketing is marginalised with 'S1', and not without; the firm's NPV -20.0 %."))
      << said(result);
  RunResult late = fallen({{10, 0, 200}});
  late.scenario.parameters.market.kind = MarketKind::mean_field;
  late.replications = 1;
  for (std::vector<Outcome>& arm : late.outcomes) arm.resize(1);
  EXPECT_TRUE(
      said(late).ends_with("The baseline is marginalised only after the 30 weeks in which strategies are "
                           "judged; lines.judge = 180 or more includes it. With 'S1' it is marginalised at "
                           "no time in the run."))
      << said(late);
}

}  // namespace
}  // namespace orgsim
