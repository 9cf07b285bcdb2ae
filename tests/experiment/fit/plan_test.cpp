#include "experiment/fit/plan.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/histories.hpp"

namespace orgsim {
namespace {

std::string complaint(const Quarters& quarters, const FitSettings& settings = {}) {
  try {
    plan_fit(test::small_fit().scenario, quarters, settings);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(FitPlan, knows_what_is_unknown_of_the_table_as_well_as_of_the_world) {
  const FitPlan plan = test::open_fit();
  std::vector<std::string> names;
  for (const PlausibleNumber& other : plan.others) names.push_back(other.path);
  EXPECT_EQ(names,
            (std::vector<std::string>{"age_weeks", "weight.marketing", "weight.sales", "weight.operations",
                                      "error.users", "error.budgets", "error.won"}));
  EXPECT_EQ(plan.paths.size(), plan.numbers.size() + 3);
  EXPECT_EQ(std::ranges::count(plan.paths, "executive.share[1]"), 1);
}

TEST(FitPlan, points_have_shares_that_leave_the_product_its_part) {
  const FitPlan plan = test::open_fit();
  const FitPoint middle = point_at(plan, std::vector<double>(plan.unknowns(), 0.5));
  EXPECT_EQ(middle.age, 78);
  const PerDepartment share = world_of(plan, middle).parameters.firm.executive.share;
  for (const Department department : every<Department>())
    EXPECT_NEAR(share[department], Executive{}.share[department], 1e-5) << name_of(department);
  const FitPoint high = point_at(plan, std::vector<double>(plan.unknowns(), 1.0));
  const PerDepartment most = world_of(plan, high).parameters.firm.executive.share;
  EXPECT_NEAR(most[Department::marketing] / most[Department::product], 4 * 0.26 / 0.3, 1e-3);
}

TEST(FitPlan, gives_keys_other_ranges_or_one_value) {
  FitSettings settings = test::small_fit().settings;
  settings.vary["market.customers"] = {1000, 100000};
  settings.vary["market.taste"] = {2, 2};
  const FitPlan plan = plan_fit(test::small_fit().scenario, test::small_fit().quarters, settings);
  EXPECT_EQ(std::ranges::count(plan.paths, "market.customers"), 1);
  EXPECT_EQ(std::ranges::count(plan.paths, "market.taste"), 0);
  EXPECT_EQ(plan.scenario.parameters.market.taste, 2);
}

TEST(FitPlan, must_be_told_of_people_and_of_more_than_there_ever_were_users) {
  Scenario silent = test::small_fit().scenario;
  silent.parameters.market.customers = MarketParameters{}.customers;
  const auto says = [&](const FitSettings& settings) -> std::string {
    try {
      plan_fit(silent, test::small_fit().quarters, settings);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(says({}).find("does not say how many people"), std::string::npos);
  FitSettings few;
  few.vary["market.customers"] = {2, 3};
  EXPECT_NE(says(few).find("users of at most 3 people"), std::string::npos) << says(few);
}

TEST(FitPlan, refuses_to_vary_what_shapes_the_run) {
  for (const char* key : {"market.firms", "run.weeks", "run.seed"}) {
    FitSettings settings;
    settings.vary[key] = {2, 3};
    EXPECT_EQ(
        complaint(test::small_fit().quarters, settings),
        fmt::format("{}: worlds do not differ in what shapes the run; write it into the scenario, or use "
                    "--set",
                    key));
  }
}

TEST(FitPlan, says_what_is_wrong_with_its_settings) {
  const Quarters good = test::small_fit().quarters;
  FitSettings settings;
  settings.age = {50, 20};
  settings.vary["market.tast"] = {1, 2};
  const std::string said = complaint(good, settings);
  EXPECT_NE(said.find("age: 50 to 20 is out of range"), std::string::npos) << said;
  EXPECT_NE(said.find("market.tast: is no number of the scenario"), std::string::npos) << said;
  Quarters budgets = good;
  budgets.columns = {{Book::sales, {1, 2, 3, 4}}};
  EXPECT_NE(complaint(budgets).find("neither users nor revenue nor won"), std::string::npos);
}

}  // namespace
}  // namespace orgsim
