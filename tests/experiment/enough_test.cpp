#include "experiment/enough.hpp"

#include <gtest/gtest.h>

#include "experiment/statistics.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

double widest(const RunResult& result) {
  double width = 0;
  for (std::size_t a = 1; a < result.arms.size(); ++a) {
    std::size_t saved = 0;
    for (const Outcome& outcome : result.outcomes[a]) saved += saves(outcome.verdict) ? 1 : 0;
    const Interval interval = wilson(saved, result.replications);
    width = std::max(width, 100 * (interval.high - interval.low));
  }
  return width;
}

TEST(Enough, doubles_replications_until_every_interval_is_narrower) {
  Scenario scenario = test::tiny();
  const std::int64_t enough = enough_replications(scenario, {}, 25, 4096);
  EXPECT_GT(enough, scenario.parameters.run.replications);
  scenario.parameters.run.replications = enough;
  EXPECT_LT(widest(run(scenario, {})), 25);
  scenario.parameters.run.replications = enough / 2;
  EXPECT_GE(widest(run(scenario, {})), 25);
}

TEST(Enough, stops_at_the_most) {
  EXPECT_EQ(enough_replications(test::tiny(), {}, 0.01, 24), 24);
}

TEST(Enough, refuses_what_cannot_narrow) {
  EXPECT_THROW(enough_replications(test::tiny(MarketKind::mean_field), {}, 5, 100), InputError);
  Scenario without = test::tiny();
  without.strategies.clear();
  EXPECT_THROW(enough_replications(without, {}, 5, 100), InputError);
}

}  // namespace
}  // namespace orgsim
