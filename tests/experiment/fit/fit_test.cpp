#include "experiment/fit/fit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/histories.hpp"

namespace orgsim {
namespace {

Fit fitted(const FitPlan& plan, int threads = 2) {
  FitOptions options;
  options.threads = threads;
  return fit_quarters(plan, options);
}

// A plan whose table is a history of its own at these units: of many people and without luck, of which four
// quarters would tell little.
FitPlan of_known_firm(double word_of_mouth, double churn) {
  FitPlan plan = test::small_fit();
  plan.scenario = with_luck(plan.scenario, {});
  plan.scenario.parameters.market.customers = 100'000'000;
  std::vector<double> units(plan.unknowns(), 0.2);
  units[0] = word_of_mouth;
  units[1] = churn;
  plan.quarters = made_up_history(plan, units, 3);
  return plan;
}

TEST(Fit, narrows_what_the_table_tells_of_about_the_truth) {
  const FitPlan plan = of_known_firm(0.8, 0.5);
  const Fit fit = fitted(plan);
  ASSERT_TRUE(fit.reached);
  EXPECT_TRUE(fit.fits()) << fit.check.p;
  const std::vector<Recovered> all = recovered(fit);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_LT(all.front().width, 0.5);
  const std::vector<double> truth = point_at(plan, std::vector<double>{0.8, 0.5, 0.2}).values;
  for (const Recovered& one : all) {
    if (one.name == "error_users") continue;
    const double value = truth[one.name == plan.paths[0] ? 0 : 1];
    EXPECT_LT(one.worlds[0], value) << one.name;
    EXPECT_GT(one.worlds[2], value) << one.name;
  }
}

TEST(Fit, is_the_same_on_any_number_of_threads) {
  const FitPlan plan = of_known_firm(0.4, 0.5);
  const Fit one = fitted(plan, 1);
  const Fit three = fitted(plan, 3);
  EXPECT_EQ(worlds_csv(one), worlds_csv(three));
  EXPECT_EQ(one.foreseen, three.foreseen);
}

TEST(Fit, says_where_the_table_cannot_be_of_any_world) {
  FitPlan plan = of_known_firm(0.4, 0.5);
  plan.quarters.columns[0].values[3] *= 5;
  const Fit fit = fitted(plan);
  EXPECT_FALSE(fit.fits());
  EXPECT_EQ(fit.check.column, Book::users);
  EXPECT_EQ(fit.check.quarters.back(), 3U);
}

TEST(Fit, writes_worlds_as_runs_read_them) {
  const std::string text = worlds_csv(fitted(of_known_firm(0.4, 0.5)));
  EXPECT_TRUE(text.starts_with("market.contact.word_of_mouth,market.retention.churn\n"))
      << text.substr(0, 99);
  EXPECT_EQ(std::ranges::count(text, '\n'), 41);
}

TEST(Fit, ends_when_asked) {
  const std::atomic<bool> asked{true};
  FitOptions options;
  options.stop = StopFlag(&asked);
  EXPECT_THROW(fit_quarters(test::small_fit(), options), Interrupted);
}

}  // namespace
}  // namespace orgsim
