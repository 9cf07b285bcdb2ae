#include "report/strategies_text.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "report/typography.hpp"
#include "support/outcomes.hpp"

namespace orgsim {
namespace {

// Ten replications with a strategy for each list of verdicts, which are taken in turn.
RunResult with_verdicts(const std::vector<std::vector<Verdict>>& strategies) {
  return test::ten_replications(strategies.size(), [&](Outcome& outcome, std::size_t a, std::size_t r) {
    outcome.firms[0].marginalised_week = 30;
    if (a == 0) return;
    const std::vector<Verdict>& verdicts = strategies[a - 1];
    outcome.verdict = verdicts[r % verdicts.size()];
    outcome.lenient = Verdict::averted;
    outcome.strict = Verdict::lost;
    outcome.standing = Standing{0.42, 0.61, 0.0834};
  });
}

std::string text_of(const RunResult& result, Language language = Language::english) {
  return strategies_text(summarise(result), false, language);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(StrategiesText, shows_the_share_saved_its_twins_and_where_marketing_stands) {
  const std::string text = text_of(with_verdicts({{Verdict::averted, Verdict::lost}}));
  EXPECT_TRUE(has(text, "  S1                        50 (24-76)   100/0")) << text;
  EXPECT_TRUE(has(text, "  S1                         42 %    0.61   0.083")) << text;
  EXPECT_TRUE(has(text, "  (lines; baseline)          50 %    0.50   0.080")) << text;
  EXPECT_TRUE(has(text, "-/+20 %")) << text;
}

TEST(StrategiesText, has_a_dash_where_marketing_began_without_a_share) {
  RunResult result = with_verdicts({{Verdict::averted, Verdict::lost}});
  for (Outcome& outcome : result.outcomes[1]) outcome.standing->real_share = std::nan("");
  EXPECT_TRUE(has(text_of(result), "  S1                            -    0.61   0.083")) << text_of(result);
}

TEST(StrategiesText, names_and_explains_the_verdicts_that_there_are_and_no_others) {
  const std::string text = text_of(with_verdicts({{Verdict::kept, Verdict::worsened}}));
  EXPECT_TRUE(has(text, "    kept worse\n")) << text;
  EXPECT_TRUE(has(text, "      50    50\n")) << text;
  EXPECT_TRUE(has(text, "Kept: ")) << text;
  EXPECT_TRUE(has(text, "Worsened: ")) << text;
  EXPECT_FALSE(has(text, "Unchanged: ")) << text;
  EXPECT_FALSE(has(text, "transf.")) << text;
}

TEST(StrategiesText, has_room_for_all_verdicts_in_both_languages) {
  const auto verdicts = every<Verdict>();
  const std::vector<Verdict> all(verdicts.begin() + 1, verdicts.end());
  const RunResult result = with_verdicts({all});
  EXPECT_TRUE(has(text_of(result), " reversed averted  kept transf. cont. unch. worse lost\n"))
      << text_of(result);
  for (const Language language : every<Language>()) {
    std::string text = text_of(result, language);
    while (!text.empty()) {
      EXPECT_LE(columns_of(text.substr(0, text.find('\n'))), 80) << text.substr(0, text.find('\n'));
      text.erase(0, text.find('\n') + 1);
    }
  }
}

TEST(StrategiesText, has_no_other_lines_where_they_are_not_moved) {
  RunResult result = with_verdicts({{Verdict::averted, Verdict::lost}});
  result.scenario.parameters.lines.tolerance = 0;
  const std::string text = text_of(result);
  EXPECT_TRUE(has(text, "  S1                        50 (24-76)")) << text;
  EXPECT_FALSE(has(text, "lower")) << text;
  EXPECT_FALSE(has(text, "-/+")) << text;
  EXPECT_TRUE(has(text, "Real share of the budget")) << text;
  result.scenario.parameters.market.kind = MarketKind::mean_field;
  EXPECT_FALSE(has(text_of(result), "lower")) << text_of(result);
}

TEST(StrategiesText, judges_nothing_where_no_strategy_began) {
  RunResult result = with_verdicts({{Verdict::lost}});
  EXPECT_TRUE(has(text_of(result), "How they are judged")) << text_of(result);
  for (Outcome& outcome : result.outcomes[1]) {
    outcome.began.reset();
    outcome.standing.reset();
    outcome.verdict = Verdict::not_begun;
  }
  EXPECT_FALSE(has(text_of(result), "How they are judged")) << text_of(result);
}

TEST(StrategiesText, has_a_dash_where_there_is_nothing_to_save) {
  const std::string text = text_of(with_verdicts({{Verdict::kept, Verdict::unchanged}, {Verdict::lost}}));
  EXPECT_TRUE(has(text, "  S1                                 -   100/0 ")) << text;
  EXPECT_TRUE(has(text, "  S2                          0 (0-28)   100/0 ")) << text;
}

TEST(StrategiesText, of_one_run_names_the_verdicts_with_each_set_of_lines) {
  RunResult result = with_verdicts({{Verdict::contained}});
  result.scenario.parameters.market.kind = MarketKind::mean_field;
  result.replications = 1;
  for (std::vector<Outcome>& arm : result.outcomes) arm.resize(1);
  const std::string text = text_of(result);
  EXPECT_TRUE(has(text, "verdict    lines 20 % lower   lines 20 % higher\n")) << text;
  EXPECT_TRUE(has(text, "contained             averted                lost\n")) << text;
  EXPECT_TRUE(has(text, "  S1                                no  yes/no ")) << text;
  EXPECT_TRUE(has(text, "Averted: ")) << text;
}

TEST(StrategiesText, claims_no_comparison_with_the_baseline_that_version_1_did_not_make) {
  RunResult result = with_verdicts({{Verdict::transformed}});
  EXPECT_TRUE(has(text_of(result), "and 1.5 times the")) << text_of(result);
  for (Outcome& outcome : result.outcomes[1]) outcome.standing.reset();
  EXPECT_FALSE(has(text_of(result), "1.5 times")) << text_of(result);
  EXPECT_TRUE(has(text_of(result), "Transformed: ")) << text_of(result);
}

TEST(StrategiesText, shows_no_line_that_each_replication_draws) {
  RunResult result = with_verdicts({{Verdict::lost}});
  result.scenario.drawn.resize(1);
  result.scenario.drawn[0].path = "lines.budget";
  EXPECT_TRUE(has(text_of(result), "  (lines; baseline)             -    0.50")) << text_of(result);
}

}  // namespace
}  // namespace orgsim
