#include "experiment/units/course.hpp"

#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "support/units.hpp"

namespace orgsim {
namespace {

class EveryCourse : public testing::TestWithParam<std::string_view> {};

std::vector<std::string> variants_of(const UnitsPlan& plan) {
  std::vector<std::string> names;
  for (const UnitVariant& variant : plan.variants) names.push_back(variant.name);
  return names;
}

TEST_P(EveryCourse, leaves_rivals_out_where_they_have_nothing_to_answer) {
  const UnitsPlan plan = test::planned(GetParam(), test::tiny());
  EXPECT_EQ(variants_of(plan), (std::vector<std::string>{"default"}));
  EXPECT_TRUE(leaves_rivals_out(plan));
}

TEST_P(EveryCourse, has_other_numbers_with_a_strategy_and_others_again_with_rivals_who_take_it) {
  Scenario scenario = test::tiny();
  scenario.parameters.run.rivals = {Rivals::same};
  const std::string name = scenario.strategies.front().name;
  const UnitsResult alone = test::ran(GetParam(), scenario);
  const UnitsResult with = test::ran(GetParam(), scenario, fmt::format("strategy = '{}'", name));
  EXPECT_EQ(variants_of(test::planned(GetParam(), scenario, fmt::format("strategy = '{}'", name))),
            (std::vector<std::string>{"default", "rivals_same"}));
  EXPECT_FALSE(leaves_rivals_out(with.shape));
  const auto numbers = [](const UnitsResult& result, std::size_t unit) {
    const std::span<const double> of = result.of(unit);
    return std::vector<double>(of.begin(), of.end());
  };
  const std::size_t first_with_rivals = with.shape.variants[1].first;
  EXPECT_NE(fmt::format("{}", fmt::join(numbers(alone, 0), " ")),
            fmt::format("{}", fmt::join(numbers(with, 0), " ")));
  EXPECT_NE(fmt::format("{}", fmt::join(numbers(with, 0), " ")),
            fmt::format("{}", fmt::join(numbers(with, first_with_rivals), " ")));
}

TEST_P(EveryCourse, knows_the_strategies_of_the_scenario) {
  EXPECT_NE(test::complaint(GetParam(), test::asked(test::tiny(), "strategy = 'none such'"))
                .find("strategy: strategy 'none such' is not defined; there are: "),
            std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, EveryCourse, testing::Values("explain", "audit", "value"),
                         [](const auto& name) { return std::string(name.param); });

}  // namespace
}  // namespace orgsim
