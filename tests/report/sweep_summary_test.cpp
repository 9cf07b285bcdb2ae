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
