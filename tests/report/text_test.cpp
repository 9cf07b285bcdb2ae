#include <gtest/gtest.h>

#include <set>

#include "core/error.hpp"
#include "engine/plausible.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/typography.hpp"
#include "scenario/files.hpp"
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

TEST(Text, tells_of_a_network_what_customers_brought_in_by_channel) {
  const RunResult result = tiny_result(MarketKind::network);
  test::expect_golden("tiny_network.txt", to_text(summarise(result), false));
  test::expect_golden("tiny_network_zh.txt", to_text(summarise(result), false, Language::chinese));
}

TEST(Text, tells_the_main_job_like_this) {
  const Scenario scenario = load_scenario(test::source("scenarios/capital_winter.toml"),
                                          {{"market.customers=20000", ""}, {"run.replications=12", ""}});
  RunOptions options;
  options.work.threads = 2;
  const RunResult result = run(scenario, options);
  test::expect_golden("capital_winter.txt", to_text(summarise(result), false));
  test::expect_golden("capital_winter_zh.txt", to_text(summarise(result), false, Language::chinese));
}

TEST(Text, has_chinese_for_whatever_a_plausible_range_is_known_from) {
  for (const PlausibleNumber& number : plausible_numbers()) {
    EXPECT_EQ(known_from(number.source, Language::english), number.source);
    EXPECT_NE(known_from(number.source, Language::chinese), number.source) << number.path;
  }
}

TEST(Text, is_at_most_80_columns_wide_and_has_no_spaces_at_line_ends) {
  RunResult result = tiny_result(MarketKind::network);
  result.scenario.title = std::string(200, 'T');
  result.scenario.firms[0].name = "嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品嵌入产品";
  result.arms[1].label = std::string(100, 'L');
  for (Outcome& outcome : result.outcomes[1]) outcome.firms[0].npv *= -70;
  result.outcomes[1][0].began = 3;  // begins in different weeks, which is said
  for (const Language language : every<Language>()) {
    std::string text = to_text(summarise(result), false, language);
    while (!text.empty()) {
      const std::string line = text.substr(0, text.find('\n'));
      EXPECT_LE(columns_of(line), 80) << line;
      EXPECT_FALSE(line.ends_with(' ')) << line;
      text.erase(0, line.size() + 1);
    }
  }
}

// The columns in which the numbers of a table's rows end must be the same in every language.
TEST(Text, has_its_numbers_in_the_same_columns_in_both_languages) {
  const RunResult result = tiny_result(MarketKind::pooled);
  const Summary summary = summarise(result);
  const auto ends = [&](Language language) {
    std::vector<int> columns;
    std::string text = to_text(summary, false, language);
    while (!text.empty()) {
      const std::string line = text.substr(0, text.find('\n'));
      if (line.find("嵌入产品 (embed)") != std::string::npos && line.starts_with("  ")) {
        columns.push_back(columns_of(line));
      }
      text.erase(0, line.size() + 1);
    }
    return columns;
  };
  EXPECT_EQ(ends(Language::english).size(), 3);
  EXPECT_EQ(ends(Language::english), ends(Language::chinese));
}

TEST(Text, translates_what_orgsim_ships_and_nothing_else) {
  EXPECT_EQ(translated("AI + results", Language::chinese), "AI + 结果");
  EXPECT_EQ(translated("AI + results", Language::english), "AI + results");
  EXPECT_EQ(translated("My own way", Language::chinese), "My own way");
  EXPECT_EQ(translated("rival 2", Language::chinese), "对手 2");
  EXPECT_EQ(translated("rival two", Language::chinese), "rival two");
}

TEST(Text, has_colour_only_where_that_is_wanted) {
  const RunResult result = tiny_result(MarketKind::pooled);
  EXPECT_EQ(to_text(summarise(result), false).find('\x1b'), std::string::npos);
  EXPECT_NE(to_text(summarise(result), true).find('\x1b'), std::string::npos);
}

TEST(Text, names_no_rivals_of_one_firm) {
  Scenario scenario = test::tiny();
  scenario.parameters.market.firms = 1;
  scenario.firms.resize(1);
  scenario.strategies.clear();
  RunResult result = run(scenario, RunOptions());
  for (Outcome& outcome : result.outcomes[0]) outcome.stock_phase_week = 12;
  const std::string text = to_text(summarise(result), false);
  EXPECT_NE(text.find("stock market from then on: the firm keeps the users there are"), std::string::npos)
      << text;
  EXPECT_EQ(text.find("firms compete"), std::string::npos) << text;
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
      "Marketing is marginalised in 100 % of the replications, typically in week 30. Best: 'Embed' saves "
      "marketing in 90 % of the replications (95 % interval 60-98); 1 of 1 strategy saves it in half of "
      "the "
      "replications or more. The firm is better off with 'Embed': NPV +4.8 %.");
  RunResult certain = made_up(10, 10, 5);
  certain.scenario.parameters.market.kind = MarketKind::mean_field;
  EXPECT_EQ(conclusion(summarise(certain)),
            "Marketing is marginalised in week 30. 1 of 1 strategy saves marketing; best for the firm: "
            "'Embed'. The firm is better off with 'Embed': NPV +4.8 %.");
  const RunResult bad = made_up(10, 9, -5);
  EXPECT_NE(conclusion(summarise(bad)).find("The firm is worse off with 'Embed': NPV -4.8 %."),
            std::string::npos);
  const RunResult rare = made_up(10, 2, 5);
  EXPECT_NE(conclusion(summarise(rare))
                .find("No strategy saves marketing in half of the replications; 'Embed' comes closest"),
            std::string::npos);
  const RunResult none = made_up(10, 0, 5);
  EXPECT_NE(conclusion(summarise(none)).find("No strategy of this scenario saves marketing."),
            std::string::npos);
  const RunResult safe = made_up(0, 0, 5);
  EXPECT_EQ(conclusion(summarise(safe)),
            "Marketing is not marginalised here: there is nothing to avert or reverse.");
}

TEST(Text, names_one_week_where_the_range_is_rounded_to_it) {
  RunResult result = made_up(10, 9, 5);
  result.replications = 12;
  for (std::vector<Outcome>& arm : result.outcomes) arm.resize(12, arm.back());
  result.outcomes[0][0].firms[0].marginalised_week = 29;  // 5 % quantile: 29.55
  result.headline = {{1}, {1}, {1}};
  const std::string text = to_text(summarise(result), false);
  EXPECT_NE(text.find("100 %   week 30\n"), std::string::npos) << text;
}

TEST(Conclusion, says_each_of_its_sentences_in_chinese) {
  const auto said = [](const RunResult& result) { return conclusion(summarise(result), Language::chinese); };
  RunResult result = made_up(10, 9, 5);
  EXPECT_EQ(
      said(result),
      "市场部在 100 % 的模拟中被边缘化，通常在第 30 周。最佳：“Embed”在 90 % 的模拟中保住市场部（95 % 区间 "
      "60-98）；1 个策略中有 1 个在半数以上的模拟中保住市场部。采用“Embed”，企业境况更好：净现值 +4.8 %。");
  EXPECT_NE(said(made_up(10, 9, -5)).find("企业境况更差：净现值 -4.8 %。"), std::string::npos);
  EXPECT_NE(said(made_up(10, 2, 5)).find("“Embed”最接近，为 20 %"), std::string::npos);
  EXPECT_TRUE(said(made_up(10, 0, 5)).ends_with("本情景中没有策略能保住市场部。"));
  EXPECT_EQ(said(made_up(0, 0, 5)), "市场部在这里没有被边缘化：无需避免或逆转。");
  result = made_up(10, 10, 5);
  result.scenario.parameters.market.kind = MarketKind::mean_field;
  EXPECT_TRUE(said(result).starts_with("市场部在第 30 周被边缘化。1 个策略中有 1 个保住市场部"));
}

TEST(Summary, counts_replications_in_which_a_strategy_never_began_as_not_saved) {
  RunResult result = made_up(10, 1, 5);
  for (std::size_t r = 1; r < 10; ++r) {
    result.outcomes[1][r].began.reset();
    result.outcomes[1][r].verdict = Verdict::not_begun;
  }
  const Summary summary = summarise(result);
  EXPECT_DOUBLE_EQ(summary.strategies[0].saved_share(), 0.1);
  EXPECT_NE(conclusion(summary).find("'Embed' comes closest with 10 %"), std::string::npos)
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
  EXPECT_TRUE(said.ends_with("'Paid' is best for the firm: NPV +14.4 %.")) << said;
}

TEST(Summary, pairs_differences_by_replication) {
  const RunResult result = made_up(10, 9, 5);
  const Summary summary = summarise(result);
  EXPECT_DOUBLE_EQ(summary.strategies[0].npv.mean, 5);
  EXPECT_DOUBLE_EQ(summary.strategies[0].npv.interval->low,
                   5);  // the pairs differ by the same, the runs do not
}

TEST(Conclusion, of_one_replication_speaks_of_no_share) {
  RunResult result = made_up(10, 9, 5);
  result.replications = 1;
  for (std::vector<Outcome>& arm : result.outcomes) arm.resize(1);
  EXPECT_EQ(conclusion(summarise(result)),
            "Marketing is marginalised in week 30. 1 of 1 strategy saves marketing; best for the firm: "
            "'Embed'. In this one replication 'Embed' changes the firm's NPV by +5.0 %.");
}

TEST(Phrases, have_different_keys_and_the_same_gaps_in_all_languages) {
  const auto gaps = [](std::string_view text) {
    std::set<std::string> found;
    for (std::size_t at = 0; (at = text.find('{', at)) != std::string_view::npos; ++at) {
      found.emplace(text.substr(at, text.find('}', at) - at));
    }
    return found;
  };
  std::set<std::string_view> keys;
  for (const Phrase& phrase : kPhrases) {
    EXPECT_TRUE(keys.insert(phrase.key).second) << phrase.key;
    EXPECT_EQ(gaps(phrase.english), gaps(phrase.chinese)) << phrase.key;
  }
}

TEST(Phrases, are_there_for_every_name_that_is_shown) {
  const Words words(Language::english);
  for (const Department department : every<Department>()) EXPECT_FALSE(words.of(name_of(department)).empty());
  for (const Verdict verdict : every<Verdict>()) EXPECT_FALSE(words.of(name_of(verdict)).empty());
  for (const MarketKind kind : every<MarketKind>()) EXPECT_FALSE(words.of(name_of(kind)).empty());
  for (const Line line : every<Line>()) EXPECT_FALSE(words.of(name_of(line)).empty());
  EXPECT_THROW(words.of("nothing"), Bug);
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

TEST(Typography, breaks_lines_at_spaces_and_between_chinese_characters) {
  EXPECT_EQ(wrapped("one two three", 7), "one two\nthree\n");
  EXPECT_EQ(wrapped("市场部被边缘化", 8), "市场部被\n边缘化\n");
  EXPECT_EQ(wrapped("市场部被，边缘化", 8), "市场部\n被，边缘\n化\n");
  EXPECT_EQ(wrapped("于“甲乙”", 4), "于\n“甲\n乙”\n");
  EXPECT_EQ(wrapped("在第 252 周", 6), "在第\n252 周\n");
  EXPECT_EQ(wrapped("about 10 % of all", 8), "about\n10 % of\nall\n");
  EXPECT_EQ(wrapped("占全部 10 % 的", 9), "占全部\n10 % 的\n");
  EXPECT_EQ(wrapped("is in % of them", 5), "is in\n% of\nthem\n");
}

TEST(Typography, aligns_to_the_right_by_columns) {
  EXPECT_EQ(right("嵌入", 6), "  嵌入");
  EXPECT_EQ(right("abc", 2), "abc");
}

TEST(Typography, writes_numbers_for_people) {
  EXPECT_EQ(counted(1, Words(Language::english)["firm"], Words(Language::english)["firms"]), "1 firm");
  EXPECT_EQ(counted(1000, Words(Language::english)["one_week"], Words(Language::english)["many_weeks"]),
            "1,000 weeks");
  EXPECT_EQ(counted(1000, Words(Language::chinese)["one_week"], Words(Language::chinese)["many_weeks"]),
            "1,000 周");
  EXPECT_EQ(short_number(1234567, Language::english), "1.23 M");
  EXPECT_EQ(short_number(999999, Language::english), "1 M");
  EXPECT_EQ(short_number(-4530, Language::english), "-4.53 k");
  EXPECT_EQ(short_number(0, Language::english), "0");
  EXPECT_EQ(short_number(0.0000123456, Language::english), "0.0000123");
  EXPECT_EQ(short_number(2234567, Language::chinese), "223万");
  EXPECT_EQ(short_number(-22345678, Language::chinese), "-2230万");
  EXPECT_EQ(short_number(123456789, Language::chinese), "1.23亿");
  EXPECT_EQ(short_number(99996000, Language::chinese), "1亿");
  EXPECT_EQ(short_number(3.5e12, Language::chinese), "3.5万亿");
  EXPECT_EQ(short_number(4534, Language::chinese), "4530");
  EXPECT_EQ(short_number(9994, Language::chinese), "9990");
  EXPECT_EQ(short_number(0.5, Language::chinese), "0.5");
  EXPECT_EQ(plain_number(1e-5, "{}"), "0.00001");
  EXPECT_EQ(plain_number(0.012, "{}"), "0.012");
  EXPECT_EQ(plain_number(1e-30, "{}"), "1e-30");
}

TEST(Typography, rounds_a_share_to_none_or_all_only_where_it_is) {
  EXPECT_EQ(percent_number(0, 1000), "0");
  EXPECT_EQ(percent_number(1, 1000), "<1");
  EXPECT_EQ(percent_number(6, 1000), "1");
  EXPECT_EQ(percent_number(995, 1000), ">99");
  EXPECT_EQ(percent_number(1000, 1000), "100");
  EXPECT_EQ(percent_number(1, 3), "33");
}

TEST(Typography, draws_a_line_relative_to_its_highest_value) {
  EXPECT_EQ(sparkline({0, 7}, 2), "▁█");
  EXPECT_EQ(sparkline({0, 0, 2, 2, 4, 4}, 3), "▁▅█");
  EXPECT_EQ(sparkline({0, 0}, 4), "▁▁  ");
}

}  // namespace
}  // namespace orgsim
