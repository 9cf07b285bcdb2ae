#include <gtest/gtest.h>

#include "experiment/value/value.hpp"

namespace orgsim {
namespace {

// GrantTarget i returns 1 + i causally; it is credited in the same order, and contributed in the opposite
// one.
ProbedWeek graded(double luck) {
  ProbedWeek week;
  week.npv = 1000 + luck;
  for (std::size_t t = 0; t < kTargets; ++t) {
    const double rank = static_cast<double>(t);
    week.targets[t] = {{10 * rank + luck, 10}, 20, 20 * (5 + rank), 20 * (20 - rank)};
  }
  week.knocked_out = PerDepartment{-1 + luck, -2 + luck, -3, 4};
  week.shown = 7 + luck;
  return week;
}

Valuation two_replications() {
  return valuation_of({{graded(-0.5)}, {graded(0.5)}}, {60}, 1);
}

TEST(Valuation, sets_what_was_gained_before_its_cost_against_the_cost) {
  const Valuation valuation = two_replications();
  ASSERT_EQ(valuation.weeks.size(), 1);
  EXPECT_EQ(valuation.weeks[0].week, 60);
  EXPECT_EQ(valuation.weeks[0].npv, 1000);
  for (std::size_t t = 0; t < kTargets; ++t) {
    const ValuedTarget& target = valuation.weeks[0].targets[t];
    EXPECT_EQ(target.target, all_targets()[t]);
    EXPECT_DOUBLE_EQ(target.causal.mean, 1 + static_cast<double>(t));
    EXPECT_LT(target.causal.interval.low, target.causal.mean);
    EXPECT_DOUBLE_EQ(target.credited, 5 + static_cast<double>(t));
    EXPECT_DOUBLE_EQ(target.contributed, 20 - static_cast<double>(t));
  }
}

TEST(Valuation, averages_the_knock_outs_and_what_last_touch_costs) {
  const ValuedWeek week = two_replications().weeks[0];
  EXPECT_DOUBLE_EQ(week.knocked_out[1].mean, -2);
  EXPECT_DOUBLE_EQ(week.knocked_out[2].interval.high, -3);
  EXPECT_LT(week.knocked_out[1].interval.low, -2);
  EXPECT_DOUBLE_EQ(week.shown.mean, 7);
}

TEST(Agreement, is_one_where_credit_ranks_as_experiments_do_and_minus_one_where_it_is_upside_down) {
  const Agreement agreement = two_replications().agreement;
  EXPECT_DOUBLE_EQ(agreement.credited.mean, 1);
  EXPECT_DOUBLE_EQ(agreement.credited.interval.low, 1);
  EXPECT_DOUBLE_EQ(agreement.contributed.mean, -1);
  EXPECT_DOUBLE_EQ(agreement.contributed.interval.high, -1);
}

// The replications rank the first two targets differently.
TEST(Agreement, has_an_interval_over_replications) {
  ProbedWeek other = graded(0);
  std::swap(other.targets[0].effect, other.targets[7].effect);
  const Agreement agreement = valuation_of({{graded(0)}, {graded(0)}, {other}}, {60}, 1).agreement;
  EXPECT_LT(agreement.credited.interval.low, agreement.credited.interval.high);
  EXPECT_EQ(valuation_of({{graded(0)}}, {60}, 1).agreement.credited.interval.low, 1);
}

TEST(Agreement, leaves_out_what_no_money_was_spent_on) {
  ProbedWeek week = graded(0);
  week.targets[5] = {{0, 0}, 0, 0, 0};
  EXPECT_DOUBLE_EQ(valuation_of({{week}}, {60}, 1).agreement.credited.mean, 1);
}

}  // namespace
}  // namespace orgsim
