#include <gtest/gtest.h>

#include "io/scenario_reader.hpp"
#include "report/summary.hpp"
#include "report/typography.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

RunResult tiny_result(MarketKind kind) {
  Scenario scenario = test::tiny(kind);
  scenario.title = "A tiny world";
  scenario.strategies[0].label = "嵌入产品 (embed)";
  RunOptions options;
  return run(scenario, options);
}

TEST(Text, reads_like_this) {
  const RunResult pooled = tiny_result(MarketKind::pooled);
  test::expect_golden("tiny_pooled.txt", to_text(summarise(pooled), false));
  const RunResult mean_field = tiny_result(MarketKind::mean_field);
  test::expect_golden("tiny_mean_field.txt", to_text(summarise(mean_field), false));
}

TEST(Text, tells_the_main_job_like_this) {
  const Scenario scenario = load_scenario(test::source("scenarios/capital_winter.toml"),
                                          {{"market.customers=20000", ""}, {"run.replications=12", ""}});
  RunOptions options;
  options.threads = 2;
  const RunResult result = run(scenario, options);
  test::expect_golden("capital_winter.txt", to_text(summarise(result), false));
}

TEST(Text, is_at_most_80_columns_wide_and_has_no_spaces_at_line_ends) {
  RunResult result = tiny_result(MarketKind::pooled);
  result.scenario.title = std::string(200, 'T');
  result.scenario.firms[0].name = "嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品";
  result.arms[1].label = std::string(100, 'L');
  for (Outcome& outcome : result.outcomes[1]) outcome.firms[0].npv *= -70;
  std::string text = to_text(summarise(result), false);
  while (!text.empty()) {
    const std::string line = text.substr(0, text.find('\n'));
    EXPECT_LE(columns_of(line), 80) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
    text.erase(0, line.size() + 1);
  }
}

TEST(Text, has_colour_only_where_that_is_wanted) {
  const RunResult result = tiny_result(MarketKind::pooled);
  EXPECT_EQ(to_text(summarise(result), false).find('\x1b'), std::string::npos);
  EXPECT_NE(to_text(summarise(result), true).find('\x1b'), std::string::npos);
}

// Outcomes made by hand: what a reader is told must follow from them.
RunResult made_up(std::size_t marginalised, std::size_t reversed, double npv_change) {
  RunResult result;
  result.scenario = test::tiny();
  result.arms = {{"baseline", "baseline"}, {"embed", "Embed"}};
  result.replications = 10;
  result.outcomes.assign(2, std::vector<Outcome>(10));
  for (std::size_t r = 0; r < 10; ++r) {
    for (std::vector<Outcome>& arm : result.outcomes) {
      arm[r].firms.resize(3);
      if (r < marginalised) arm[r].firms[0].marginalised_week = 30;
      arm[r].firms[0].npv = 100 + static_cast<double>(r);
    }
    result.outcomes[1][r].began = 20;
    result.outcomes[1][r].verdict = r < reversed ? Verdict::reversed : Verdict::lost;
    result.outcomes[1][r].firms[0].npv += npv_change;
  }
  return result;
}

TEST(Conclusion, names_what_reverses_it_and_what_the_firm_has_of_it) {
  const RunResult good = made_up(10, 9, 5);
  EXPECT_EQ(
      conclusion(summarise(good)),
      "Marketing is marginalised in 100 % of the replications, in week 30 as a rule. What averts or "
      "reverses it best is 'Embed' (90 %, 95 % interval 60-98); half of the replications or more are saved "
      "by 1 of 1 strategies. The firm is better off for it: NPV +4.8 %.");
  RunResult certain = made_up(10, 10, 5);
  certain.scenario.parameters.market.kind = MarketKind::mean_field;
  EXPECT_EQ(conclusion(summarise(certain)),
            "Marketing is marginalised in week 30. 1 of 1 strategies avert or reverse it, 'Embed' with the "
            "most gain. "
            "The firm is better off for it: NPV +4.8 %.");
  const RunResult bad = made_up(10, 9, -5);
  EXPECT_NE(conclusion(summarise(bad)).find("The firm is worse off for it: NPV -4.8 %."), std::string::npos);
  const RunResult rare = made_up(10, 2, 5);
  EXPECT_NE(conclusion(summarise(rare))
                .find("No strategy reverses it in half of the replications; 'Embed' comes nearest"),
            std::string::npos);
  const RunResult none = made_up(10, 0, 5);
  EXPECT_NE(conclusion(summarise(none)).find("No strategy of this scenario averts or reverses it."),
            std::string::npos);
  const RunResult safe = made_up(0, 0, 5);
  EXPECT_EQ(conclusion(summarise(safe)), "Marketing is not marginalised here. There is nothing to reverse.");
}

TEST(Summary, counts_replications_in_which_a_strategy_never_began_as_not_saved) {
  RunResult result = made_up(10, 1, 5);
  for (std::size_t r = 1; r < 10; ++r) {
    result.outcomes[1][r].began.reset();
    result.outcomes[1][r].verdict = Verdict::not_begun;
  }
  const Summary summary = summarise(result);
  EXPECT_DOUBLE_EQ(summary.strategies[0].saved_share(), 0.1);
  EXPECT_NE(conclusion(summary).find("'Embed' comes nearest with 10 %"), std::string::npos)
      << conclusion(summary);
}

TEST(Summary, has_no_interval_from_one_replication) {
  RunResult result = made_up(10, 9, 5);
  result.replications = 1;
  for (std::vector<Outcome>& arm : result.outcomes) arm.resize(1);
  const Summary summary = summarise(result);
  EXPECT_FALSE(summary.strategies[0].npv.interval);
  EXPECT_NE(to_json(summary).find("\"mean_95\": null"), std::string::npos);
}

TEST(Conclusion, also_names_what_pays_the_firm_most_among_what_works) {
  RunResult result = made_up(10, 9, 5);
  result.arms.push_back({"paid", "Paid"});
  result.outcomes.push_back(result.outcomes[1]);
  for (std::size_t r = 0; r < 10; ++r) {
    result.outcomes[2][r].firms[0].npv += 10;
    if (r > 5) result.outcomes[2][r].verdict = Verdict::lost;
  }
  const std::string said = conclusion(summarise(result));
  EXPECT_TRUE(said.ends_with("Of those that save half or more, 'Paid' pays it most: NPV +14.4 %.")) << said;
}

TEST(Summary, pairs_differences_by_replication) {
  const RunResult result = made_up(10, 9, 5);
  const Summary summary = summarise(result);
  EXPECT_DOUBLE_EQ(summary.strategies[0].npv.mean, 5);
  EXPECT_DOUBLE_EQ(summary.strategies[0].npv.interval->low,
                   5);  // the pairs differ by the same, the runs do not
}

TEST(Typography, counts_columns_not_bytes) {
  EXPECT_EQ(columns_of("abc"), 3);
  EXPECT_EQ(columns_of("嵌入"), 4);
  EXPECT_EQ(columns_of("é"), 1);
  EXPECT_EQ(columns_of("e\u0301"), 1);  // a letter and its combining accent
  EXPECT_EQ(columns_of("✅"), 2);
  EXPECT_EQ(fitted("嵌入产品", 6), "嵌入… ");
  EXPECT_EQ(fitted("ab", 4), "ab  ");
}

TEST(Typography, writes_numbers_for_people) {
  EXPECT_EQ(grouped(1000000), "1,000,000");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(short_number(1234567), "1.23 M");
  EXPECT_EQ(short_number(999999), "1 M");
  EXPECT_EQ(short_number(-4530), "-4.53 k");
  EXPECT_EQ(short_number(0), "0");
}

TEST(Typography, draws_a_line_relative_to_its_highest_value) {
  EXPECT_EQ(sparkline({0, 7}, 2), "▁█");
  EXPECT_EQ(sparkline({0, 0, 2, 2, 4, 4}, 3), "▁▅█");
  EXPECT_EQ(sparkline({0, 0}, 4), "▁▁  ");
}

}  // namespace
}  // namespace orgsim
