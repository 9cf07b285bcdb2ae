// The figures that the defaults are calibrated to (docs/model.md, 7), mean field.
#include "experiment/worlds/figures.hpp"

#include <gtest/gtest.h>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

double of_defaults(std::string_view name) {
  const Measurable what = FigureNumber{figure_named(name).value()};
  static const Scenario defaults = test::scenario("");
  return measure(defaults, {&what, 1}).front();
}

TEST(DefaultFigures, bass_limit_is_reached_with_churn_and_without) {
  EXPECT_LT(of_defaults("bass_error"), 0.003);
  EXPECT_LT(of_defaults("bass_error_churn_10"), 0.0015);
  EXPECT_LT(of_defaults("bass_error_churn_20"), 0.0015);
}

TEST(DefaultFigures, half_the_market_is_won_within_65_to_130_weeks_and_most_of_it_in_ten_years) {
  EXPECT_EQ(of_defaults("weeks_to_half"), 70);
  EXPECT_NEAR(of_defaults("penetration_year_10"), 0.91, 0.006);
}

TEST(DefaultFigures, growth_gives_way_to_a_fight_over_users) {
  EXPECT_NEAR(of_defaults("switchers_26"), 0.14, 0.006);
  EXPECT_NEAR(of_defaults("growth_104"), 0.57, 0.006);
  EXPECT_LT(of_defaults("growth_260"), 0.03);
  EXPECT_NEAR(of_defaults("switchers_400"), 0.81, 0.006);
  EXPECT_EQ(of_defaults("stock_phase_week"), 202);
}

TEST(DefaultFigures, advertising_elasticity_is_of_the_size_that_meta_analyses_find) {
  EXPECT_NEAR(of_defaults("elasticity_marketing_60"), 0.10, 0.006);
  EXPECT_NEAR(of_defaults("elasticity_marketing_100"), 0.32, 0.006);
}

TEST(DefaultFigures, selling_elasticity_is_of_the_size_that_meta_analyses_find) {
  EXPECT_NEAR(of_defaults("elasticity_sales_60"), 0.28, 0.006);
}

TEST(DefaultFigures, causal_returns_in_growth_put_marketing_and_sales_at_product_and_operations_last) {
  EXPECT_NEAR(of_defaults("return_product_60"), 3.7, 0.06);
  EXPECT_NEAR(of_defaults("return_marketing_60"), 3.2, 0.06);
  EXPECT_NEAR(of_defaults("return_sales_60"), 3.2, 0.06);
  EXPECT_NEAR(of_defaults("return_operations_60"), 1.0, 0.06);
}

TEST(DefaultFigures, causal_returns_in_the_stock_phase_put_marketing_at_half_of_product) {
  EXPECT_NEAR(of_defaults("return_product_300"), 2.6, 0.06);
  EXPECT_NEAR(of_defaults("return_marketing_300"), 1.25, 0.006);
  EXPECT_NEAR(of_defaults("return_sales_300"), 1.19, 0.006);
  EXPECT_NEAR(of_defaults("return_operations_300"), 1.24, 0.006);
}

TEST(DefaultFigures, first_winter_year_cuts_marketing_by_half_and_product_by_less) {
  EXPECT_NEAR(of_defaults("winter_marketing_budget"), -0.49, 0.006);
  EXPECT_LT(of_defaults("winter_product_over_marketing"), 0.8);
}

TEST(DefaultFigures, lines_are_crossed_in_the_weeks_of_the_reference) {
  const double never = std::numeric_limits<double>::infinity();
  EXPECT_EQ(of_defaults("line_budget"), 306);
  EXPECT_EQ(of_defaults("line_capability"), never);
  EXPECT_EQ(of_defaults("line_structure"), never);
  EXPECT_EQ(of_defaults("winter_line_budget"), 214);
  EXPECT_EQ(of_defaults("winter_line_capability"), 274);
  EXPECT_EQ(of_defaults("winter_line_structure"), 279);
}

TEST(DefaultFigures, a_year_moves_little_of_the_budget_and_one_of_winter_a_tenth) {
  EXPECT_GE(of_defaults("budget_moved_least"), 0.0095);
  EXPECT_LE(of_defaults("budget_moved_most"), 0.055);
  EXPECT_NEAR(of_defaults("winter_budget_moved_most"), 0.10, 0.006);
}

}  // namespace
}  // namespace orgsim
