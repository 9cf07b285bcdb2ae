#include "experiment/window/no_return.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace orgsim {
namespace {

// Of 100 replications with something to save in each, so many saved.
std::vector<StartCounts> saved(const std::vector<std::size_t>& counts) {
  std::vector<StartCounts> all;
  for (const std::size_t count : counts) all.push_back({100, 100, count});
  return all;
}

std::vector<double> every_ten(std::size_t starts) {
  std::vector<double> weeks;
  for (std::size_t s = 0; s < starts; ++s) weeks.push_back(10.0 * static_cast<double>(s));
  return weeks;
}

PointOfNoReturn point(const std::vector<StartCounts>& counts) {
  return point_of_no_return(every_ten(counts.size()), counts);
}

TEST(PointOfNoReturn, is_the_last_start_that_saves_it_in_half) {
  const PointOfNoReturn found = point(saved({100, 80, 50, 49, 0}));
  EXPECT_EQ(found.kind, NoReturn::week);
  EXPECT_EQ(found.week, 20);
  EXPECT_FALSE(found.crosses_again);
}

TEST(PointOfNoReturn, looks_at_the_falling_curve_and_not_at_luck) {
  // By hand: 40 and 52 pool to 46, so that the start of 52 does not count.
  const PointOfNoReturn found = point(saved({90, 40, 52, 0}));
  EXPECT_EQ(found.kind, NoReturn::week);
  EXPECT_EQ(found.week, 0);
  EXPECT_EQ(found.falls, 10);
  EXPECT_EQ(found.crosses_again, 20);
}

TEST(PointOfNoReturn, begins_at_the_maximum) {
  const PointOfNoReturn found = point(saved({10, 30, 90, 60, 20}));
  EXPECT_EQ(found.week, 30);
  const std::vector<double> fit = fit_of(saved({10, 30, 90, 60, 20}));
  EXPECT_TRUE(std::isnan(fit[0]) && std::isnan(fit[1]));
  EXPECT_DOUBLE_EQ(fit[2], 0.9);
}

TEST(PointOfNoReturn, may_be_none) {
  EXPECT_EQ(point(saved({49, 30, 0})).kind, NoReturn::none);
}

TEST(PointOfNoReturn, may_lie_beyond_the_last_start) {
  const PointOfNoReturn found = point(saved({20, 90, 60}));
  EXPECT_EQ(found.kind, NoReturn::later);
  EXPECT_EQ(found.week, 20);
  EXPECT_EQ(point(saved({70, 90, 60})).kind, NoReturn::always);
}

TEST(PointOfNoReturn, leaves_starts_out_with_nothing_to_save) {
  std::vector<StartCounts> counts = saved({100, 80, 80, 10});
  counts[0] = {100, 19, 0};
  counts[2] = {100, 19, 19};
  const PointOfNoReturn found = point(counts);
  EXPECT_EQ(found.week, 10);
  counts[2] = {100, 20, 20};  // a fifth is enough
  EXPECT_EQ(point(counts).week, 20);
}

TEST(PointOfNoReturn, is_none_where_nothing_is_ever_to_save) {
  const std::vector<StartCounts> counts{{100, 0, 0}, {100, 19, 19}};
  EXPECT_EQ(point(counts).kind, NoReturn::nothing_to_save);
}

}  // namespace
}  // namespace orgsim
