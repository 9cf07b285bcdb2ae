#include "experiment/worlds/figures.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "engine/series.hpp"
#include "experiment/worlds/runs.hpp"
#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::vector<Measurable> all_figures() {
  std::vector<Measurable> all;
  for (std::size_t i = 0; i < figures().size(); ++i) all.emplace_back(FigureNumber{i});
  return all;
}

Measurable figure(std::string_view name) {
  return FigureNumber{figure_named(name).value()};
}

Measurable series(std::string_view name, WeekSpan weeks, std::size_t entry = 0) {
  return SeriesMean{RowLayout(1, run_series()).index_of(name), entry, weeks};
}

double one(const Scenario& world, const Measurable& what, const MeasuredAs& as = {}) {
  return measure(world, {&what, 1}, {}, as).front();
}

// A column of what Python measured.
std::vector<std::pair<std::string, double>> measured_in_python(int column) {
  std::ifstream file(test::source("tests/reference/figures.csv"));
  std::string line;
  std::getline(file, line);
  std::vector<std::pair<std::string, double>> all;
  while (std::getline(file, line)) {
    std::stringstream cells(line);
    std::string name;
    std::string number;
    std::getline(cells, name, ',');
    for (int i = 0; i < column; ++i) std::getline(cells, number, ',');
    all.emplace_back(name, std::stod(number));
  }
  return all;
}

void expect_as_in_python(const Scenario& world, int column) {
  const auto expected = measured_in_python(column);
  const std::vector<double> values = measure(world, all_figures());
  ASSERT_EQ(expected.size(), values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(figures()[i].name, expected[i].first);
    if (std::isinf(expected[i].second)) {
      EXPECT_EQ(values[i], expected[i].second) << expected[i].first;
    } else {
      EXPECT_NEAR(values[i], expected[i].second, 1e-9 * std::abs(expected[i].second)) << expected[i].first;
    }
  }
}

TEST(Figures, are_those_that_python_measures_of_the_defaults) {
  expect_as_in_python(test::scenario(""), 1);
}

TEST(Figures, are_those_that_python_measures_of_a_world_with_keys_of_single_firms_and_drawn_ones) {
  expect_as_in_python(load_scenario(test::source("tests/reference/figures_odd.toml")), 2);
}

TEST(Figures, have_names_of_their_own_and_say_what_they_mean) {
  std::set<std::string_view> names;
  for (const Figure& one : figures()) {
    EXPECT_TRUE(names.insert(one.name).second) << one.name;
    EXPECT_FALSE(one.meaning.empty()) << one.name;
    EXPECT_FALSE(one.unit.empty()) << one.name;
  }
  EXPECT_EQ(figure_named("no_such_figure"), std::nullopt);
}

TEST(Figures, are_listed_in_the_page_on_evidence) {
  std::string table = "| figure | unit | what it is |\n|---|---|---|\n";
  for (const Figure& one : figures())
    table += fmt::format("| `{}` | {} | {} |\n", one.name, one.unit, one.meaning);
  test::expect_generated("docs/evidence.md", "figure_names", table);
}

TEST(Figures, are_the_same_alone_as_with_all_others_and_in_any_order) {
  const Scenario world = test::scenario("");
  std::vector<Measurable> backwards = all_figures();
  std::ranges::reverse(backwards);
  const std::vector<double> all = measure(world, all_figures());
  std::vector<double> reversed = measure(world, backwards);
  std::ranges::reverse(reversed);
  EXPECT_EQ(all, reversed);
  for (std::size_t i = 0; i < all.size(); ++i)
    EXPECT_EQ(one(world, FigureNumber{i}), all[i]) << figures()[i].name;
}

TEST(Figures, of_a_series_are_its_mean_over_the_weeks_of_the_focal_firm) {
  const Scenario world = test::scenario("[market]\nkind = \"mean_field\"\n");
  Simulation simulation = test::simulation(world);
  simulation.run_until(100);
  double users = 0;
  double sales = 0;
  for (int week = 100; week <= 102; ++week) {
    simulation.step();
    users += simulation.firms().users_end(0) / 3;
    sales += simulation.firms().share(Department::sales, 0) / 3;
  }
  EXPECT_DOUBLE_EQ(one(world, series("users_end", {100, 102})), users);
  EXPECT_DOUBLE_EQ(one(world, series("share", {100, 102}, 2)), sales);
  EXPECT_EQ(one(world, series("nonusers", {102, 102})), simulation.world().census_end.all_nonusers);
}

TEST(Figures, of_series_and_others_are_told_apart_by_their_places) {
  const Scenario world = test::scenario("");
  const std::vector<Measurable> what{series("users_end", {100, 102}), figure("switchers_26"),
                                     series("nonusers", {9, 9})};
  EXPECT_EQ(measure(world, what),
            (std::vector<double>{one(world, what[0]), one(world, what[1]), one(world, what[2])}));
}

TEST(Figures, of_a_series_may_lie_beyond_ten_years) {
  EXPECT_GT(one(test::scenario(""), series("users_end", {600, 600})), 0);
}

TEST(Figures, leave_strategies_and_grants_out) {
  const std::string all = "[strategies.s]\nstart = 1\nmix = [1.0, 0.0, 0.0, 0.0]\n";
  const std::string firms = "[[firms]]\nstrategy = \"s\"\n[[firms]]\n[[firms]]\n";
  const std::string grant = "[[grants]]\nfirm = 0\ndepartment = \"sales\"\nfactor = 3\nweeks = [0, 50]\n";
  EXPECT_EQ(one(test::scenario(firms + grant + all), figure("growth_104")),
            one(test::scenario(""), figure("growth_104")));
}

TEST(Figures, that_never_happen_are_infinite) {
  const Scenario world =
      test::scenario("[market]\ncontact = { broadcast = 0, sales = 0, performance = 0 }\n");
  EXPECT_EQ(one(world, figure("weeks_to_half")), std::numeric_limits<double>::infinity());
  EXPECT_EQ(one(test::scenario(""), figure("line_capability")), std::numeric_limits<double>::infinity());
}

TEST(Figures, that_cannot_be_said_are_not_a_number) {
  const Scenario kept =
      test::scenario("[market.retention]\nchurn = 0\n[market.choice]\nswitch_exposure = 0\n");
  EXPECT_TRUE(std::isnan(one(kept, figure("value_retention"))));
}

TEST(Figures, of_a_pooled_market_scatter_about_those_of_the_mean_field) {
  const Scenario world = test::scenario("");
  const Measurable what = figure("penetration_year_10");
  const double pooled = one(world, what, {MarketKind::pooled, 0});
  EXPECT_NE(pooled, one(world, what, {MarketKind::pooled, 1}));
  EXPECT_NEAR(pooled, one(world, what), 0.05);
}

TEST(Figures, can_be_stopped) {
  const std::atomic<bool> asked = true;
  const std::vector<Measurable> all = all_figures();
  EXPECT_THROW(measure(test::scenario(""), all, StopFlag(&asked)), Interrupted);
}

TEST(Figures, are_called_by_name_or_by_series_entry_and_weeks) {
  EXPECT_EQ(title_of(figure("weeks_to_half")), "weeks_to_half");
  EXPECT_EQ(title_of(series("share", {100, 152}, 1)), "share of marketing, weeks 100 to 152");
  EXPECT_EQ(title_of(series("users_end", {260, 260})), "users_end, week 260");
}

}  // namespace
}  // namespace orgsim
