#include "experiment/probe_options.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace orgsim {
namespace {

std::size_t complaints(double factor) {
  std::vector<Problem> problems;
  check_grant_factor(factor, problems);
  for (const Problem& problem : problems) EXPECT_EQ(problem.key, "factor");
  return problems.size();
}

TEST(ProbeOptions, take_factors_that_show_something_and_can_be_computed_with) {
  for (const double factor : {0.0, 0.5, 1.5, 1000.0}) EXPECT_EQ(complaints(factor), 0U) << factor;
  for (const double factor : {-0.5, 1.0, 1001.0, 1e308, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_EQ(complaints(factor), 1U) << factor;
}

}  // namespace
}  // namespace orgsim
