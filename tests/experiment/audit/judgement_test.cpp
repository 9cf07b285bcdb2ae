#include "experiment/audit/judgement.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/probes.hpp"

namespace orgsim {
namespace {

constexpr Department kProduct = Department::product;
constexpr Department kSales = Department::sales;

CutJudgement judged_cut(const Scenario& scenario, Department cut, const PerDepartment& gains,
                        int futures = 3) {
  const test::AsUnit unit(scenario);
  return judgement_of(unit.at_week(10), cut, gains, {0, futures, 1.5, 20}, unit.unit());
}

PerDepartment gain_of(Department department) {
  PerDepartment gains;
  gains[department] = 0.1;
  return gains;
}

TEST(CutJudgement, is_wrong_where_money_goes_to_those_who_bring_about_nothing) {
  for (const MarketKind kind : {MarketKind::mean_field, MarketKind::pooled}) {
    Scenario scenario = test::with_idle_sales(kind);
    scenario.parameters.market.customers = 1000000;
    const CutJudgement wrong = judged_cut(scenario, kProduct, gain_of(kSales));
    EXPECT_EQ(wrong.verdict(), CutVerdict::wrong) << name_of(kind);
    const CutJudgement right = judged_cut(scenario, kSales, gain_of(kProduct));
    EXPECT_EQ(right.verdict(), CutVerdict::right) << name_of(kind);
  }
}

TEST(CutJudgement, weighs_those_who_gained_by_what_each_did) {
  const Scenario scenario = test::with_idle_sales();
  PerDepartment both = gain_of(kSales);
  both[kProduct] = 0.3;
  const double alone = judged_cut(scenario, Department::marketing, gain_of(kProduct), 1).of_gainers.mean;
  const CutJudgement shared = judged_cut(scenario, Department::marketing, both, 1);
  EXPECT_NEAR(shared.of_gainers.mean, 0.75 * alone, 1e-5);
  EXPECT_DOUBLE_EQ(shared.difference.mean, shared.of_cut.mean - shared.of_gainers.mean);
}

TEST(CutJudgement, cannot_tell_where_the_interval_of_the_difference_holds_zero) {
  CutJudgement judgement;
  judgement.difference = {0.1, {-0.2, 0.4}};
  EXPECT_EQ(judgement.verdict(), CutVerdict::undecided);
}

TEST(CutJudgement, meets_other_luck_in_each_future_and_the_same_whenever_it_is_made) {
  const Scenario scenario = test::tiny();
  const CutJudgement first = judged_cut(scenario, kSales, gain_of(kProduct));
  EXPECT_GT(first.of_cut.interval.high, first.of_cut.interval.low);
  EXPECT_EQ(first.difference.mean, judged_cut(scenario, kSales, gain_of(kProduct)).difference.mean);
}

TEST(Gains, are_what_shares_rose_by_over_the_weeks) {
  std::vector<AuditedWeek> history(3);
  history[0].share = PerDepartment{0.25, 0.25, 0.25, 0.25};
  history[1].share = PerDepartment{0.3, 0.2, 0.25, 0.25};
  history[2].share = PerDepartment{0.45, 0.1, 0.2, 0.25};
  const PerDepartment gains = gains_over(history, {1, 2});
  EXPECT_DOUBLE_EQ(gains[kProduct], 0.2);
  EXPECT_EQ(gains.sum(), gains[kProduct]);
}

}  // namespace
}  // namespace orgsim
