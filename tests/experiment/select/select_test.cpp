#include "experiment/select/select.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "experiment/select/course.hpp"
#include "support/selection.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

UnitsResult selected_in(const Scenario& scenario, std::string_view options = "markets = 3\nevery = 10",
                        int threads = 2) {
  return test::ran(kSelect, scenario, options, threads);
}

double number_of(const UnitsResult& result, std::size_t unit, std::size_t firm, std::size_t look,
                 SelectMeasure measure) {
  const std::size_t looks = result.shape.axis(select_axis::week).size();
  return result.of(unit)[(firm * looks + look) * count_of<SelectMeasure> + static_cast<std::size_t>(measure)];
}

TEST(Select, without_imitation_and_dissolution_selects_nothing) {
  const UnitsResult result = selected_in(test::selected("review = 5\nimitation = 0\ndissolve = 0"));
  const SelectCourse course = courses_of(result).front();
  for (const FirmShare& share : course.firm_shares) {
    for (const OverMarkets& one : share.shares) EXPECT_EQ(one.value, share.shares.front().value);
  }
  for (const DepartmentSurvival& one : course.departments) EXPECT_EQ(one.dissolved, 0U);
  // But with imitation they do change.
  const UnitsResult other = selected_in(test::selected("review = 5\nimitation = 0.5\ndissolve = 0"));
  EXPECT_NE(other.values, result.values);
}

// Neutral drift (Moran 1958): what k of F firms begin with is fixed with probability k / F.
TEST(Select, of_equal_strategies_drifts_neutrally) {
  Scenario scenario = test::scenario(R"(
    [run]
    weeks = 100
    replications = 1
    [market]
    customers = 300
    firms = 3
    mass = [1.0]
    resistance = [0.0]
    habit_levels = 1
    [strategies.a]
    start = 0
    mix = [0.5, 0.5, 0.0, 0.0]
    [strategies.b]
    start = 0
    mix = [0.5, 0.5, 0.0, 0.0]
    [strategies.c]
    start = 0
    mix = [0.5, 0.5, 0.0, 0.0]
    [selection]
    strategies = ["a", "b", "c"]
    review = 4
    imitation = 0.3
    noise = 0.05
    dissolve = 0
  )");
  for (std::size_t f = 0; f < 3; ++f) scenario.firms[f].strategy = std::string(1, "abc"[f]);
  const UnitsResult result = selected_in(scenario, "markets = 300\nevery = 100");
  const SelectCourse course = courses_of(result).front();
  double fixed = 0;
  for (const std::size_t runs : course.fixed_in) fixed += static_cast<double>(runs);
  EXPECT_GT(fixed, 285);
  for (const std::size_t runs : course.fixed_in)
    EXPECT_NEAR(static_cast<double>(runs) / fixed, 1.0 / 3, 3 * std::sqrt(2.0 / 9 / fixed));
}

// The control's counterpart: one that ruins itself is not copied.
TEST(Select, weeds_out_what_does_not_pay) {
  Scenario scenario = test::selected("review = 5\nimitation = 0.5\nnoise = 0.001\ndissolve = 0");
  scenario.strategies[0].ceo_voice = 1;
  const SelectCourse course = courses_of(selected_in(scenario, "markets = 20\nevery = 59")).front();
  const FirmShare& ruinous = course.firm_shares[0];
  EXPECT_GT(ruinous.shares.front().value, 0.2);
  EXPECT_LT(ruinous.shares.back().value, ruinous.shares.front().value / 2);
}

TEST(Select, begins_all_replications_of_a_market_alike_and_markets_differently) {
  const UnitsResult result = selected_in(test::selected("review = 50"), "markets = 12\nevery = 60");
  ASSERT_EQ(result.shape.units(), 36U);
  std::set<std::vector<double>> begun;
  for (std::size_t u = 0; u < 36; ++u) {
    std::vector<double> first;
    for (std::size_t f = 0; f < 3; ++f) {
      first.push_back(number_of(result, u, f, 0, SelectMeasure::strategy));
      const std::size_t of_market = u / 3 * 3;
      EXPECT_EQ(first.back(), number_of(result, of_market, f, 0, SelectMeasure::strategy));
    }
    begun.insert(first);
  }
  EXPECT_GT(begun.size(), 3U);
  EXPECT_NE(number_of(result, 0, 0, 1, SelectMeasure::budget),
            number_of(result, 1, 0, 1, SelectMeasure::budget));
}

TEST(Select, counts_every_firm_once_and_every_department_that_is_gone) {
  const UnitsResult result =
      selected_in(test::selected("imitation = 0.3\nreview = 10\ndissolve = 0.97\npatience = 4"));
  const SelectCourse course = courses_of(result).front();
  EXPECT_EQ(course.markets, 3U);
  EXPECT_EQ(course.runs, 9U);
  for (std::size_t look = 0; look < course.weeks.size(); ++look) {
    double all = 0;
    for (const FirmShare& share : course.firm_shares) all += share.shares[look].value;
    EXPECT_NEAR(all, 1, 1e-12);
  }
  std::size_t dissolved = 0;
  std::size_t departments = 0;
  for (const DepartmentSurvival& one : course.departments) {
    dissolved += one.dissolved;
    departments += one.departments;
    if (one.departments == 0) continue;
    const double left = static_cast<double>(one.departments - one.dissolved);
    EXPECT_NEAR(one.survival.back().value, left / static_cast<double>(one.departments), 1e-12);
    EXPECT_LE(one.survival.back().interval.low, one.survival.back().value);
    EXPECT_GE(one.survival.back().interval.high, one.survival.back().value);
  }
  EXPECT_EQ(departments, 27U);
  EXPECT_GT(dissolved, 0U);
  EXPECT_EQ(course.survivors.back().departments, 27 - dissolved);
  EXPECT_NEAR(course.firm_shares.back().shares.back().value, static_cast<double>(dissolved) / 27, 1e-12);
}

TEST(Select, comes_to_the_same_on_any_number_of_threads) {
  const Scenario scenario = test::selected("review = 5\nimitation = 0.5\ndissolve = 0.9\npatience = 4");
  EXPECT_EQ(selected_in(scenario, "markets = 2", 1), selected_in(scenario, "markets = 2", 3));
}

TEST(Select, has_variants_in_which_other_firms_do_something_else) {
  Scenario scenario = test::selected("review = 5\nimitation = 0.8\nnoise = 1\ndissolve = 0");
  scenario.parameters.run.rivals = std::vector<Rivals>{Rivals::same, Rivals::stand, Rivals::respond};
  const UnitsResult result = selected_in(scenario);
  const std::vector<SelectCourse> courses = courses_of(result);
  ASSERT_EQ(courses.size(), 3U);  // same is what they do anyway
  EXPECT_EQ(courses[1].variant, "rivals_static");
  EXPECT_EQ(courses[2].variant, "rivals_respond");
  const std::size_t looks = result.shape.axis(select_axis::week).size();
  for (std::size_t u = 0; u < 9; ++u) {
    const std::size_t still = result.shape.variants[1].first + u;
    for (std::size_t f = 0; f < 3; ++f) {
      const auto first = [&](std::size_t unit) {
        return number_of(result, unit, f, 0, SelectMeasure::strategy);
      };
      EXPECT_EQ(first(u), first(still)) << "markets are the same";
      if (f == 0) continue;
      for (std::size_t look = 0; look < looks; ++look)
        EXPECT_EQ(number_of(result, still, f, look, SelectMeasure::strategy), first(still));
    }
  }
  EXPECT_EQ(courses[1].markets, 3U);
  EXPECT_EQ(courses[1].runs, 9U);
}

// A department that is left alone follows one strategy, whatever that says.
TEST(Select, counts_agreement_only_of_two_or_more) {
  const Scenario scenario = test::selected("imitation = 0\nreview = 5\ndissolve = 0.97\npatience = 4");
  const UnitsResult result = selected_in(scenario, "markets = 12\nevery = 59");
  const SelectCourse course = courses_of(result).front();
  std::size_t one = 0;
  std::size_t agreed = 0;
  for (std::size_t u = 0; u < course.runs; ++u) {
    std::multiset<double> left;
    for (std::size_t f = 0; f < 3; ++f) {
      if (number_of(result, u, f, 1, SelectMeasure::dissolved) < 0)
        left.insert(number_of(result, u, f, 1, SelectMeasure::strategy));
    }
    one += left.size() == 1 ? 1 : 0;
    agreed += left.size() > 1 && left.count(*left.begin()) == left.size() ? 1 : 0;
  }
  EXPECT_GT(one, 0U);
  EXPECT_EQ(course.one_left_in, one);
  std::size_t fixed = 0;
  for (const std::size_t runs : course.fixed_in) fixed += runs;
  EXPECT_EQ(fixed, agreed);
}

TEST(Select, says_what_it_needs_and_what_it_cannot_have) {
  EXPECT_NE(test::complaint(kSelect, test::asked(test::tiny(), ""))
                .find("selection.strategies: the scenario has no"),
            std::string::npos);
  EXPECT_NE(test::complaint(kSelect, test::asked(test::selected(""), "markets = 0")).find("markets"),
            std::string::npos);
}

}  // namespace
}  // namespace orgsim
