#include "experiment/select/kaplan_meier.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace orgsim {
namespace {

// By hand: at risk 5, 4, 2 when one ends at 3, one at 5 and one at 8; two are last seen at 5 and at 10.
TEST(KaplanMeier, is_the_product_over_those_at_risk) {
  const std::vector<Lifetime> lifetimes{{3, true}, {5, true}, {5, false}, {8, true}, {10, false}};
  const std::vector<double> weeks{0, 2, 3, 5, 7, 8, 20};
  const std::vector<double> curve = kaplan_meier(lifetimes, weeks);
  const std::vector<double> expected{1, 1, 0.8, 0.6, 0.6, 0.3, 0.3};
  for (std::size_t i = 0; i < weeks.size(); ++i) EXPECT_DOUBLE_EQ(curve[i], expected[i]) << i;
}

TEST(KaplanMeier, counts_a_weight_as_so_many) {
  const std::vector<double> weeks{1, 2, 3};
  const std::vector<Lifetime> twice{{1, true, 2}, {2, true, 0}, {3, false, 1}};
  const std::vector<Lifetime> spelled{{1, true}, {1, true}, {3, false}};
  EXPECT_EQ(kaplan_meier(twice, weeks), kaplan_meier(spelled, weeks));
}

TEST(KaplanMeier, says_nothing_of_nobody) {
  const std::vector<double> weeks{1};
  EXPECT_TRUE(std::isnan(kaplan_meier({}, weeks).front()));
}

}  // namespace
}  // namespace orgsim
