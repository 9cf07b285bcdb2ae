// What a sweep says in short.
#include "report/sweep_summary.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "results/csv.hpp"
#include "results/sweep_to_file.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

TEST(RankCorrelation, is_one_where_both_rise_and_knows_ties) {
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {1, 10, 100, 1000}), 1);
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {4, 3, 2, 1}), -1);
  EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3}, {5, 5, 5}), 0);
  // scipy.stats.spearmanr([1, 2, 2, 4], [3, 1, 2, 4])
  EXPECT_NEAR(rank_correlation({1, 2, 2, 4}, {3, 1, 2, 4}), 0.316227766016838, 1e-12);
  EXPECT_EQ(rank_correlation({1}, {1}), 0);
}

class SweptWorld : public testing::Test {
 protected:
  SweptWorld() {
    Scenario scenario = test::tiny();
    scenario.sweep.vary = {{"economics.price", {"economics.price"}, Levels{{1, 2, 3, 4}}, {}}};
    scenario.sweep.design = DesignKind::grid;
    scenario.sweep.replications = 3;
    sweep_to_file(plan_sweep(scenario), path_, {}, false);
  }
  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "s.h5";
};

TEST_F(SweptWorld, is_summed_up_over_its_points) {
  const SweepFile file(path_);
  const SweepSummary summary = summarise(file);
  EXPECT_EQ(summary.points, 4U);
  EXPECT_EQ(summary.count(PointStatus::done), 4U);
  ASSERT_EQ(summary.arms.size(), 3U);
  EXPECT_DOUBLE_EQ(summary.arms[0].with_npv[0], 1);  // what customers pay more the firm has more
  double npv = 0;
  for (std::size_t p = 0; p < 4; ++p) {
    for (std::size_t r = 0; r < 3; ++r) npv += file.record(p).outcomes[r].firms[0].npv / 12;
  }
  EXPECT_NEAR(summary.arms[0].npv.mean, npv, 1e-9 * npv);
  EXPECT_LE(summary.arms[0].npv.low, npv);
  EXPECT_GE(summary.arms[0].npv.high, npv);
}

TEST(SweepSummary, says_of_a_strategy_that_never_began_what_a_run_says) {
  const test::TemporaryFolder folder;
  Scenario scenario = test::tiny();
  scenario.strategies.resize(1);
  scenario.strategies[0].start = scenario.parameters.run.weeks;
  scenario.strategies[0].when.reset();
  scenario.strategies[0].delay = 0;
  scenario.sweep.vary = {{"economics.price", {"economics.price"}, Levels{{1, 2}}, {}}};
  scenario.sweep.design = DesignKind::grid;
  scenario.sweep.replications = 2;
  sweep_to_file(plan_sweep(scenario), folder.path() / "s.h5", {}, false);
  const SweepFile file(folder.path() / "s.h5");
  const std::string text = to_text(summarise(file), false);
  EXPECT_NE(text.find("  not begun  "), std::string::npos) << text;
  EXPECT_NE(text.find("(+0.0 to +0.0)"), std::string::npos) << text;
  EXPECT_NE(text.find("No strategy of this scenario ever began."), std::string::npos) << text;
}

TEST_F(SweptWorld, claims_nothing_beyond_its_points_in_both_languages) {
  const SweepFile file(path_);
  const SweepSummary summary = summarise(file);
  EXPECT_TRUE(conclusion(summary).ends_with("stand for the ranges above and nothing beyond."));
  EXPECT_NE(conclusion(summary, Language::chinese).find("只代表上述范围"), std::string::npos);
  const std::string text = to_text(summary, false);
  EXPECT_NE(text.find("4 points (grid), 3 replications each, 3 arms (pooled)"), std::string::npos) << text;
  EXPECT_NE(text.find("economics.price                       1, 2, 3, 4"), std::string::npos) << text;
  const auto json = nlohmann::json::parse(to_json(summary));
  EXPECT_EQ(json["status"]["done"], 4);
  EXPECT_EQ(json["arms"][0]["rank_correlation"]["npv"]["economics.price"], 1.0);
}

TEST_F(SweptWorld, says_what_is_saved_if_the_crisis_lines_are_drawn_elsewhere) {
  const SweepFile file(path_);
  SweepSummary summary = summarise(file);
  ASSERT_TRUE(summary.arms[1].saved_lenient);
  const auto json = nlohmann::json::parse(to_json(summary));
  EXPECT_EQ(json["arms"][1]["averted_or_reversed_strict"]["mean"], summary.arms[1].saved_strict->mean);
  summary.best = 1;
  summary.arms[1].saved.mean = 0.7;
  summary.arms[1].saved_lenient->mean = 0.9;
  summary.arms[1].saved_strict->mean = 0.2;
  const std::string sentence = "With crisis lines 20 % higher it is 20 %, with lines 20 % lower 90 %.";
  EXPECT_NE(conclusion(summary).find(sentence), std::string::npos) << conclusion(summary);
  summary.arms[1].saved_lenient->mean = summary.arms[1].saved_strict->mean = 0.7;
  EXPECT_EQ(conclusion(summary).find("lower"), std::string::npos);
  summary.arms[1].saved_lenient.reset();  // a file of the model's first version
  EXPECT_EQ(conclusion(summary).find("lower"), std::string::npos);
  EXPECT_TRUE(nlohmann::json::parse(to_json(summary))["arms"][1]["averted_or_reversed_lenient"].is_null());
}

TEST_F(SweptWorld, names_the_tolerance_by_its_key_where_it_varies) {
  Scenario scenario = test::tiny();
  scenario.sweep.vary = {{"how far", {"lines.tolerance"}, Levels{{0.1, 0.2}}, {}}};
  scenario.sweep.design = DesignKind::grid;
  const auto path = folder_.path() / "t.h5";
  sweep_to_file(plan_sweep(scenario), path, {}, false);
  const SweepFile file(path);
  SweepSummary summary = summarise(file);
  summary.best = 1;
  summary.arms[1].saved_strict->mean = 1;
  EXPECT_NE(conclusion(summary).find("With crisis lines lines.tolerance higher"), std::string::npos)
      << conclusion(summary);
}

// Much happens in three years, so that the lines matter.
constexpr std::string_view kHurried = R"(
run = { weeks = 160, replications = 12 }
market = { customers = 20000, start_penetration = 0.15 }
environment.climate = [[0, 1.0], [20, 1.0], [40, 0.1]]
environment.ai = { ceiling = 0.9, midpoint = 95, width = 15 }
executive = { eta = 0.01, eta_scrutiny = 0.05, perception_noise = 1.0 }
lines = { sustain = 4 }
strategies.results = { start = 60, ramp = 10, mix = [0.2, 0.7, 0.0, 0.1], ai_adoption = 1.0, redeploy = 1.0 }
)";

TEST_F(SweptWorld, counts_what_is_saved_with_other_lines_by_their_verdicts) {
  Scenario scenario = test::scenario(kHurried);
  scenario.sweep.vary = {{"economics.price", {"economics.price"}, Levels{{1, 1.1}}, {}}};
  scenario.sweep.design = DesignKind::grid;
  const auto path = folder_.path() / "h.h5";
  sweep_to_file(plan_sweep(scenario), path, {}, false);
  const SweepFile file(path);
  const SweptArm arm = summarise(file).arms[1];
  double lenient = 0;
  double strict = 0;
  for (std::size_t p = 0; p < 2; ++p) {
    const PointRecord record = file.record(p);
    for (std::size_t r = 0; r < record.replications; ++r) {
      const Outcome& outcome = record.outcomes[record.replications + r];
      lenient += saves(outcome.lenient) ? 0.5 / record.replications : 0;
      strict += saves(outcome.strict) ? 0.5 / record.replications : 0;
    }
  }
  EXPECT_NEAR(arm.saved_lenient->mean, lenient, 1e-12);
  EXPECT_NEAR(arm.saved_strict->mean, strict, 1e-12);
  EXPECT_GT(lenient, arm.saved.mean);
  EXPECT_GT(arm.saved.mean, strict);
}

TEST_F(SweptWorld, rounds_no_share_to_none_or_all) {
  const SweepFile file(path_);
  SweepSummary summary = summarise(file);
  summary.arms[0].marginalised = {0.997, 0.004, 1};
  const std::string text = to_text(summary, false);
  EXPECT_NE(text.find(" >99 % (<1-100) "), std::string::npos) << text;
  EXPECT_NE(text.find("is marginalised in >99 % of all"), std::string::npos) << text;
}

TEST_F(SweptWorld, is_a_table_with_a_row_for_every_run) {
  std::string table;
  write_sweep_table(SweepFile(path_), [&](std::string_view text) { table += text; });
  EXPECT_TRUE(table.starts_with("point,economics.price,strategy,replication,verdict,"));
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 1 + 4 * 3 * 3);
  EXPECT_NE(table.find("\n3,4.0,baseline,2,not_begun,"), std::string::npos);
}

}  // namespace
}  // namespace orgsim
