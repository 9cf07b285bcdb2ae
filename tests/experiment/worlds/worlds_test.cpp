#include "experiment/worlds/worlds.hpp"

#include <gtest/gtest.h>

#include "experiment/worlds/file.hpp"
#include "support/few_worlds.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Worlds drawn(const WorldsPlan& plan, int threads = 2, std::uint64_t most_evaluations = 500) {
  WorldsOptions options;
  options.threads = threads;
  options.most_evaluations = most_evaluations;
  return draw_worlds(plan, options);
}

TEST(Worlds, fit_the_evidence_as_their_rows_have_them) {
  const Worlds worlds = drawn(test::few_worlds());
  ASSERT_TRUE(worlds.fit);
  ASSERT_EQ(worlds.values.size(), 30U);
  for (std::size_t i = 0; i < worlds.values.size(); ++i) {
    const std::vector<double> figures = figures_in(worlds.plan, worlds.values[i], {});
    EXPECT_TRUE(fits(worlds.plan.used, figures)) << i;
    EXPECT_EQ(figures, worlds.ensemble.figures[i]) << i;
  }
}

TEST(Worlds, come_with_draws_of_the_ranges_of_which_some_do_not_fit) {
  const Worlds worlds = drawn(test::few_worlds());
  EXPECT_EQ(worlds.prior.size(), 60U);
  std::size_t fitting = 0;
  for (const std::vector<double>& figures : worlds.prior.figures) fitting += fits(worlds.plan.used, figures);
  EXPECT_GT(fitting, 0U);
  EXPECT_LT(fitting, worlds.prior.size());
}

TEST(Worlds, are_the_same_on_any_number_of_threads) {
  const std::string one = to_csv(drawn(test::few_worlds(), 1));
  EXPECT_EQ(to_csv(drawn(test::few_worlds(), 3)), one);
}

TEST(Worlds, that_cannot_fit_are_said_not_to) {
  EXPECT_FALSE(drawn(test::few_worlds(20, test::kImpossible), 2, 200).fit);
}

TEST(SignedImplausibility, says_the_side) {
  const Target band{"t", FigureNumber{0}, 0, 6, 0, "a study", true, ""};
  EXPECT_DOUBLE_EQ(signed_implausibility(band, 1), -2);
  EXPECT_DOUBLE_EQ(signed_implausibility(band, 5), 2);
  constexpr double infinite = std::numeric_limits<double>::infinity();
  const Target at_least{"t", FigureNumber{0}, 1, infinite, 0.5, "a study", true, ""};
  EXPECT_DOUBLE_EQ(signed_implausibility(at_least, 0), -2);
  EXPECT_DOUBLE_EQ(signed_implausibility(at_least, 2), 0);
  EXPECT_EQ(signed_implausibility(at_least, std::numeric_limits<double>::quiet_NaN()), infinite);
}

}  // namespace
}  // namespace orgsim
