#include "experiment/audit/cuts.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace orgsim {
namespace {

// Marketing's shares after each week; before the first it had `first`.
std::vector<AuditedWeek> history(double first, const std::vector<double>& shares) {
  std::vector<AuditedWeek> weeks;
  for (const double share : shares) {
    AuditedWeek week;
    week.share[Department::marketing] = share;
    week.terms[static_cast<std::size_t>(Department::marketing)][Term::credit] = std::log(share / first);
    weeks.push_back(week);
    first = share;
  }
  return weeks;
}

// A share that stays, then is multiplied by `factor` in each of `weeks` weeks, and stays again.
std::vector<AuditedWeek> sliding(int quiet, int weeks, double factor, int after) {
  std::vector<double> shares(static_cast<std::size_t>(quiet), 0.4);
  double share = 0.4;
  for (int i = 0; i < weeks; ++i) shares.push_back(share *= factor);
  shares.insert(shares.end(), static_cast<std::size_t>(after), share);
  return history(0.4, shares);
}

std::vector<std::pair<int, int>> cuts(const std::vector<AuditedWeek>& weeks) {
  std::vector<std::pair<int, int>> found;
  for (const WeekSpan& cut : cuts_of(weeks, Department::marketing)) found.emplace_back(cut.first, cut.last);
  return found;
}

using Spans = std::vector<std::pair<int, int>>;

// The half year before it is the first from which the share falls by a fifth.
TEST(Cuts, are_from_the_first_week_within_26_of_which_the_share_falls) {
  EXPECT_EQ(cuts(sliding(50, 1, 0.79, 50)), (Spans{{25, 50}}));
  EXPECT_EQ(cuts(sliding(10, 1, 0.79, 50)), (Spans{{0, 10}}));
  EXPECT_EQ(cuts(sliding(0, 1, 0.5, 0)), (Spans{{0, 0}}));
}

TEST(Cuts, are_falls_by_a_fifth_and_no_less) {
  EXPECT_EQ(cuts(sliding(50, 1, 0.8, 50)), (Spans{{25, 50}}));
  EXPECT_TRUE(cuts(sliding(50, 1, 0.81, 50)).empty());
}

// .99^26 = .77, .99^20 = .82, .9925^26 = .82.
TEST(Cuts, must_fall_within_26_weeks) {
  EXPECT_EQ(cuts(sliding(40, 26, 0.99, 40)).size(), 1);
  EXPECT_TRUE(cuts(sliding(40, 20, 0.99, 40)).empty());
  EXPECT_TRUE(cuts(sliding(40, 100, 0.9925, 40)).empty());
}

TEST(Cuts, last_as_long_as_the_share_goes_on_falling) {
  EXPECT_EQ(cuts(sliding(40, 80, 0.98, 40)), (Spans{{26, 119}}));
}

TEST(Cuts, that_are_apart_are_counted_apart) {
  std::vector<double> shares(40, 0.4);
  shares.insert(shares.end(), 40, 0.3);
  shares.insert(shares.end(), 40, 0.2);
  EXPECT_EQ(cuts(history(0.4, shares)), (Spans{{15, 40}, {55, 80}}));
}

TEST(Cuts, are_none_where_a_share_rises_or_stays) {
  EXPECT_TRUE(cuts(sliding(10, 60, 1.01, 10)).empty());
  EXPECT_TRUE(cuts(sliding(60, 0, 1, 0)).empty());
  EXPECT_TRUE(cuts({}).empty());
}

}  // namespace
}  // namespace orgsim
