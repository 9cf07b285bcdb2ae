#include "report/worlds_summary.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/typography.hpp"
#include "support/few_worlds.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// Three targets; which of them n draws meet.
using Met = std::vector<std::vector<bool>>;
void add(Met& met, std::size_t draws, std::vector<bool> which) {
  met.insert(met.end(), draws, which);
}

TEST(Fights, are_pairs_that_are_met_together_less_often_than_by_chance) {
  Met met;
  add(met, 100, {true, false, true});
  add(met, 100, {false, true, true});
  add(met, 10, {true, true, true});
  add(met, 90, {false, false, false});
  const std::vector<Fight> fights = fights_among(met);
  ASSERT_EQ(fights.size(), 1U);
  EXPECT_EQ(fights[0].first, 0U);
  EXPECT_EQ(fights[0].second, 1U);
  EXPECT_DOUBLE_EQ(fights[0].together, 10.0 / 300);
  EXPECT_DOUBLE_EQ(fights[0].by_chance, 110.0 / 300 * 110 / 300);
}

TEST(Fights, are_not_seen_in_what_is_independent) {
  Met met;
  for (const bool a : {false, true}) {
    for (const bool b : {false, true}) add(met, 100, {a, b});
  }
  EXPECT_TRUE(fights_among(met).empty());
}

TEST(DistanceFromMiddle, is_mahalanobis) {
  // Variances 8/3 and 2/3, no covariance.
  Eigen::MatrixXd points(2, 4);
  points << 2, -2, 0, 0, 0, 0, 1, -1;
  const auto distance = distance_from_middle(points, Eigen::Vector2d(4, 1));
  ASSERT_TRUE(distance);
  EXPECT_NEAR(distance->own, std::sqrt(16 / (8.0 / 3) + 1 / (2.0 / 3)), 1e-12);
  EXPECT_NEAR(distance->of_quarters, std::sqrt(1.5), 1e-12);
}

TEST(DistanceFromMiddle, is_not_said_of_too_few_points) {
  EXPECT_FALSE(distance_from_middle(Eigen::MatrixXd::Random(4, 6), Eigen::VectorXd::Zero(4)));
}

class SummaryOfWorlds : public testing::Test {
 protected:
  static const Worlds& worlds() {
    static const Worlds drawn = [] {
      WorldsOptions options;
      options.threads = 2;
      options.most_evaluations = 500;
      return draw_worlds(test::few_worlds(), options);
    }();
    return drawn;
  }
};

TEST_F(SummaryOfWorlds, counts_what_each_target_excludes) {
  const WorldsSummary summary = summarise(worlds());
  ASSERT_EQ(summary.targets.size(), 2U);
  EXPECT_GE(summary.targets[0].excluded, summary.targets[1].excluded);
  const Target& first = worlds().plan.used[summary.targets[0].number];
  std::size_t missed = 0;
  for (const std::vector<double>& figures : worlds().prior.figures)
    missed += implausibility(first, figures[summary.targets[0].number]) >= kImplausible ? 1 : 0;
  EXPECT_DOUBLE_EQ(summary.targets[0].excluded, static_cast<double>(missed) / 60);
  // What all but one let by, either all meet or that one excludes.
  EXPECT_EQ(summary.targets[0].others - summary.targets[0].alone,
            summary.targets[1].others - summary.targets[1].alone);
}

TEST_F(SummaryOfWorlds, has_the_most_narrowed_numbers_first) {
  const WorldsSummary summary = summarise(worlds());
  ASSERT_EQ(summary.numbers.size(), worlds().plan.numbers.size());
  EXPECT_LT(summary.numbers.front().width(), summary.numbers.back().width());
  for (const NumberSummary& number : summary.numbers) {
    EXPECT_LE(number.ensemble[0], number.ensemble[2]);
    EXPECT_GE(number.quantile, 0);
    EXPECT_LE(number.quantile, 1);
  }
}

TEST_F(SummaryOfWorlds, fits_into_80_columns_in_both_languages) {
  for (const Language language : {Language::english, Language::chinese}) {
    std::istringstream lines(to_text(summarise(worlds()), false, language));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 80) << line;
  }
}

TEST_F(SummaryOfWorlds, names_targets_that_are_not_used_with_the_reason) {
  EXPECT_NE(to_text(summarise(worlds()), false).find("sales: of no interest"), std::string::npos);
}

TEST_F(SummaryOfWorlds, says_how_rare_worlds_are_that_fit) {
  WorldsSummary summary = summarise(worlds());
  summary.log_share = -10;
  EXPECT_EQ(conclusion(summary).find("About 1 in 22,000 of the worlds"), 0U) << conclusion(summary);
}

TEST_F(SummaryOfWorlds, says_plainly_that_no_world_fits) {
  Worlds none = worlds();
  none.fit = false;
  const std::string said = conclusion(summarise(none));
  EXPECT_EQ(said.find("No world fits the evidence"), 0U) << said;
  EXPECT_NE(said.find(" users ("), std::string::npos) << said;
}

TEST_F(SummaryOfWorlds, tells_too_few_trials_from_what_no_world_can_be) {
  Worlds none = worlds();
  none.fit = false;
  none.starved = true;
  EXPECT_NE(conclusion(summarise(none)).find("Allow more (--most-evaluations)"), std::string::npos);
  none.waves.clear();
  EXPECT_NE(conclusion(summarise(none)).find("each lacks a figure that a target is about"),
            std::string::npos);
  EXPECT_NE(to_text(summarise(none), false).find("none of which fits"), std::string::npos);
}

TEST_F(SummaryOfWorlds, is_json_with_every_key) {
  const auto json = nlohmann::json::parse(to_json(summarise(worlds())));
  EXPECT_EQ(json["keys"].size(), worlds().plan.numbers.size());
  EXPECT_EQ(json["worlds"], 30);
  EXPECT_EQ(json["unused"]["sales"], "of no interest");
}

}  // namespace
}  // namespace orgsim
