#include "report/page/data/run_data.hpp"

#include <gtest/gtest.h>

#include "report/strategy_cells.hpp"
#include "support/outcomes.hpp"

namespace orgsim {
namespace {

using page::Json;

struct Paged {
  RunResult result;
  Json data;
};

// A market of a year with three replications, run.
const Paged& small_page() {
  static const Paged paged = [] {
    Scenario scenario = test::tiny();
    scenario.parameters.run.replications = 3;
    FocalWeeksSink sink;
    Paged of;
    of.result = run(scenario, {}, &sink);
    of.data = page::run_data(summarise(of.result), sink.weeks());
    return of;
  }();
  return paged;
}

// Ten outcomes made by hand, with worlds and rivals.
Json doubted_page(std::size_t saved, std::size_t in_worlds) {
  const auto saving = [](std::size_t number) {
    return test::ten_replications(2, [number](Outcome& outcome, std::size_t a, std::size_t r) {
      outcome.firms[0].marginalised_week = 30;
      if (a > 0) outcome.verdict = a == 1 && r < number ? Verdict::averted : Verdict::lost;
    });
  };
  RunResult result = saving(saved);
  const auto runs = [](RunResult of) {
    return VariantRuns{of.outcomes, std::vector<std::vector<double>>(10)};
  };
  result.doubt.worlds.emplace();
  result.doubt.worlds->runs = runs(saving(in_worlds));
  result.doubt.rivals = {{Rivals::same, runs(saving(0))}};
  return page::run_data(summarise(result), {});
}

// Calls `look` for every text in the data, with where it stands.
template <class Look>
void for_each_text(const Json& json, const std::string& path, const Look& look) {
  if (json.is_string()) look(path, json.get<std::string>());
  if (!json.is_structured()) return;
  for (const auto& [key, value] : json.items()) for_each_text(value, path + "/" + key, look);
}

TEST(RunData, says_the_medians_of_the_summary) {
  const Paged& paged = small_page();
  const Json& weekly = paged.data["weekly"];
  const std::vector<float>& share = paged.result.headline.share;
  ASSERT_EQ(weekly["weeks"].size(), share.size());
  for (std::size_t week = 0; week < share.size(); ++week) {
    EXPECT_NEAR(weekly["arms"][0]["budget"]["marketing"]["median"][week].get<double>(), 100 * share[week],
                5e-4 * 100 * share[week]);
    EXPECT_NEAR(weekly["arms"][0]["credited"][week].get<double>(), paged.result.headline.credited[week],
                5e-4 * paged.result.headline.credited[week]);
  }
}

TEST(RunData, says_the_cells_of_the_terminal) {
  const Paged& paged = small_page();
  const Summary summary = summarise(paged.result);
  const Json& rows = paged.data["strategies"]["rows"];
  constexpr std::size_t above = 2;  // the lines, and the baseline
  ASSERT_EQ(rows.size(), summary.strategies.size() + above);
  const StrategyCells cells(summary, Language::english);
  for (std::size_t s = 0; s < summary.strategies.size(); ++s) {
    const Json& saved = rows[s + above]["cells"]["saved"];
    EXPECT_EQ(saved.is_string() ? saved : saved["en"], cells.saved(s));
    const Json& npv = rows[s + above]["cells"]["npv"];
    EXPECT_EQ(npv.is_string() ? npv : npv["en"], cells.npv(s));
  }
}

TEST(RunData, has_no_gap_left_and_no_language_alone) {
  for (const Json& data : {small_page().data, doubted_page(9, 2), doubted_page(0, 0)}) {
    for_each_text(data, "", [](const std::string& path, const std::string& text) {
      if (path.starts_with("/words") || path == "/reproduction/toml" || path.starts_with("/assumptions"))
        return;
      EXPECT_EQ(text.find('{'), std::string::npos) << path << ": " << text;
    });
    for (const auto& [key, word] : data["words"]["en"].items()) {
      EXPECT_TRUE(data["words"]["zh"].contains(key));
      EXPECT_FALSE(word.is_string() ? word.get<std::string>().empty() : word.empty()) << key;
    }
  }
}

TEST(RunData, knows_what_each_language_tells_large_numbers_in) {
  const Json& words = small_page().data["words"];
  EXPECT_EQ(words["en"]["magnitudes"][2], Json::array({1e6, " M"}));
  EXPECT_EQ(words["zh"]["magnitudes"][2], Json::array({1e4, "万"}));
}

TEST(RunData, answers_with_the_interval_and_what_would_flip_it) {
  const Json answer = doubted_page(9, 2)["answer"];
  EXPECT_EQ(
      answer["sentence"]["en"],
      "Without a new strategy marketing is marginalised in 100 % of the runs, typically in week 30; 'S1' "
      "saves it in 90 % of the runs (95 % interval 60 to 98), in 20 % of other worlds and in 0 % if rivals "
      "do the same.");
  EXPECT_EQ(answer["questions"][2]["tone"], "mixed");
  EXPECT_EQ(answer["questions"][3]["value"]["en"], "No: fragile");
  EXPECT_EQ(answer["questions"][3]["tone"], "bad");
  EXPECT_NE(answer["flips"]["en"][0].get<std::string>().find("if rivals do the same"), std::string::npos);
  EXPECT_EQ(answer["questions"].size(), 5U);
}

TEST(RunData, says_what_becomes_elsewhere_of_what_seldom_saves_here) {
  const Json questions = doubted_page(3, 2)["answer"]["questions"];
  EXPECT_EQ(questions[2]["value"]["en"], "Nothing reliably");
  EXPECT_TRUE(questions[2]["details"]["en"][0].get<std::string>().starts_with("most often 'S1', in 30 %"));
  const Json& hangs = questions[3];
  EXPECT_EQ(hangs["value"]["en"], "Hardly, even here");
  EXPECT_NE(hangs["details"]["en"].dump().find("20 % in other worlds"), std::string::npos) << hangs;
}

TEST(RunData, calls_one_run_of_many_no_run_without_chance) {
  RunResult result = test::ten_replications(1, [](Outcome&, std::size_t, std::size_t) {});
  result.replications = 1;
  result.scenario.parameters.market.kind = MarketKind::pooled;
  for (std::vector<Outcome>& arm : result.outcomes) arm.resize(1);
  const Json data = page::run_data(summarise(result), {});
  EXPECT_FALSE(data["deterministic"]);
  EXPECT_NE(data["answer"]["questions"][0]["details"]["en"].dump().find("another seed"), std::string::npos);
}

TEST(RunData, says_beside_a_share_saved_where_there_was_nothing_to_save) {
  const RunResult result = test::ten_replications(1, [](Outcome& outcome, std::size_t a, std::size_t r) {
    if (r < 4) outcome.firms[0].marginalised_week = 30;
    if (a > 0) outcome.verdict = r < 4 ? Verdict::averted : Verdict::kept;
  });
  const std::string said = page::run_data(summarise(result), {})["answer"]["sentence"]["en"];
  EXPECT_NE(said.find("saves it in 40 % of the runs"), std::string::npos) << said;
  EXPECT_NE(said.find("In 60 % of the replications there is nothing to save."), std::string::npos) << said;
}

TEST(RunData, says_harm_in_the_first_sentence) {
  const RunResult result = test::ten_replications(1, [](Outcome& outcome, std::size_t a, std::size_t) {
    if (a == 0) return;
    outcome.verdict = Verdict::worsened;
    outcome.firms[0].marginalised_week = 30;
  });
  const Json answer = page::run_data(summarise(result), {})["answer"];
  const std::string said = answer["sentence"]["en"];
  EXPECT_NE(said.find("Harm: 'S1' makes marketing marginalised in 10 of 10"), std::string::npos) << said;
  EXPECT_EQ(answer["questions"][2]["tone"], "mixed");
}

TEST(RunData, repeats_a_run_of_some_strategies_with_those_alone) {
  RunResult result = test::ten_replications(2, [](Outcome&, std::size_t, std::size_t) {});
  for (const char* name : {"S1", "S2", "S3"}) result.scenario.strategies.emplace_back().name = name;
  const std::string command = page::run_data(summarise(result), {})["reproduction"]["command"];
  EXPECT_NE(command.find("--only baseline,"), std::string::npos) << command;
}

TEST(RunData, says_where_no_strategy_saves_marketing) {
  const Json answer = doubted_page(0, 0)["answer"];
  EXPECT_NE(answer["sentence"]["en"].get<std::string>().find("no strategy that was tried saves it"),
            std::string::npos);
  EXPECT_EQ(answer["questions"][2]["value"]["en"], "No strategy");
}

TEST(RunData, knows_what_the_weeks_of_the_verdict_do_not_see) {
  RunResult result = test::ten_replications(1, [](Outcome& outcome, std::size_t a, std::size_t) {
    if (a == 0) outcome.firms[0].marginalised_week = 200;
    if (a > 0) outcome.verdict = Verdict::kept;
  });
  result.scenario.parameters.lines.judge = 30;
  const Json late = page::run_data(summarise(result), {})["answer"];
  const auto sentence = late["sentence"]["en"].get<std::string>();
  EXPECT_EQ(sentence.find("no strategy"), std::string::npos) << sentence;
  const auto beside = late["flips"]["en"][0].get<std::string>();
  EXPECT_NE(beside.find("only after the 30 weeks in which strategies are judged"), std::string::npos);
  EXPECT_NE(beside.find("marginalised least with 'S1': in 0 of 10"), std::string::npos);
  EXPECT_EQ(late["questions"][2]["value"]["en"], "Nothing to save");
  EXPECT_EQ(late["questions"][4]["question"]["en"], "What is the firm worth?");
  for (Outcome& outcome : result.outcomes[0]) outcome.firms[0].marginalised_week = 40;
  for (Outcome& outcome : result.outcomes[1]) {
    outcome.verdict = Verdict::averted;
    outcome.firms[0].marginalised_until = 300;
  }
  const Json saved = page::run_data(summarise(result), {})["answer"];
  EXPECT_NE(saved["flips"]["en"].dump().find("after the weeks in which it is judged"), std::string::npos);
}

TEST(RunData, says_where_there_is_nothing_to_save) {
  const RunResult calm = test::ten_replications(1, [](Outcome& outcome, std::size_t a, std::size_t) {
    if (a > 0) outcome.verdict = Verdict::kept;
  });
  const Json answer = page::run_data(summarise(calm), {})["answer"];
  EXPECT_EQ(answer["questions"][0]["value"], "0 %");
  EXPECT_EQ(answer["questions"][0]["tone"], "good");
  EXPECT_EQ(answer["questions"][2]["value"]["en"], "Nothing to save");
}

TEST(RunData, lists_the_keys_that_differ_from_their_defaults_and_no_others) {
  Scenario scenario = test::scenario("market.taste = 2.5\nrun.weeks = 40\nstrategies.a = { start = 3 }\n");
  scenario.parameters.run.replications = 2;
  scenario.parameters.run.worlds = 0;
  scenario.parameters.run.named = {"market.taste"};  // no assumption: what worlds leave alone
  std::vector<std::string> keys;
  const RunResult result = run(scenario, {});
  const Json data = page::run_data(summarise(result), {});
  for (const Json& key : data["assumptions"]["keys"]) {
    keys.push_back(key["key"]);
    if (key["key"] == "market.taste") {
      EXPECT_EQ(key["value"], "2.5");
      EXPECT_FALSE(key["ranges"].empty());
    }
  }
  for (const char* there : {"market.taste", "run.weeks", "strategies.a.start"})
    EXPECT_NE(std::ranges::find(keys, there), keys.end()) << there;
  for (const char* absent : {"market.customers", "run.named"})
    EXPECT_EQ(std::ranges::find(keys, absent), keys.end()) << absent;
}

TEST(RunData, leaves_out_weeks_of_long_runs_but_not_the_last) {
  RunResult result = test::ten_replications(1, [](Outcome&, std::size_t, std::size_t) {});
  FocalWeeks weeks;
  constexpr std::size_t last = 2000;
  for (std::size_t week = 0; week < last; ++week) {
    add_week(weeks, 3,
             {[](std::string_view, std::size_t, std::size_t) { return 0.25F; },
              [](std::string_view, std::size_t) { return 2.0F; }});
  }
  const Json weekly = page::run_data(summarise(result), {weeks, weeks})["weekly"];
  EXPECT_GT(weekly["step"].get<int>(), 1);
  EXPECT_LE(weekly["weeks"].size(), 701U);
  EXPECT_EQ(weekly["weeks"].back(), last - 1);
  EXPECT_EQ(weekly["arms"][1]["users"].size(), weekly["weeks"].size());
}

}  // namespace
}  // namespace orgsim
