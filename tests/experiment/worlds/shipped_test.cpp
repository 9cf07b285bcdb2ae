// The ensembles that come with orgsim: scenarios/worlds*.csv.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "experiment/worlds/worlds.hpp"
#include "report/worlds_summary.hpp"
#include "scenario/points_file.hpp"
#include "scenario/text/shipped_tables.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

struct Shipped {
  WorldsPlan plan;
  PointTable table;
};

Shipped shipped(const std::string& name, Ranges ranges) {
  const Evidence evidence = read_evidence(shipped_text("evidence.toml"), "evidence.toml");
  return {plan_worlds(test::scenario(""), evidence, ranges, 1000, 1),
          read_points(test::source("scenarios/" + name).string(), {})};
}

std::vector<double> row(const PointTable& table, std::size_t r) {
  return {table.row(r).begin(), table.row(r).end()};
}

void expect_some_fit(const Shipped& shipped, std::size_t count) {
  std::mt19937_64 draws(11);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t r = draws() % shipped.table.rows();
    const std::vector<double> figures = figures_in(shipped.plan, row(shipped.table, r), {});
    const Worst worst = most_implausible(shipped.plan.used, figures);
    EXPECT_LT(worst.implausibility, kImplausible)
        << "row " << r << ": " << shipped.plan.used[worst.target].name;
  }
}

std::size_t distinct_rows(const PointTable& table) {
  std::set<std::vector<double>> distinct;
  for (std::size_t r = 0; r < table.rows(); ++r) distinct.insert(row(table, r));
  return distinct.size();
}

// The units of the ranges, a column for each row.
Eigen::MatrixXd units_of(const Shipped& shipped) {
  Eigen::MatrixXd units(shipped.table.width, shipped.table.rows());
  for (std::size_t r = 0; r < shipped.table.rows(); ++r) {
    const std::vector<double> of_row = plausible_units(shipped.plan.numbers, shipped.table.row(r));
    units.col(static_cast<Eigen::Index>(r)) = Eigen::Map<const Eigen::VectorXd>(of_row.data(), units.rows());
  }
  return units;
}

TEST(ShippedWorlds, are_a_thousand_of_which_nine_hundred_are_distinct) {
  const PointTable table = shipped("worlds.csv", Ranges::plausible).table;
  EXPECT_TRUE(table.problems.empty());
  EXPECT_EQ(table.rows(), 1000U);
  EXPECT_GE(distinct_rows(table), 900U);
}

// The ranges that a file's name says.
Ranges ranges_of(std::string_view name) {
  if (name == "worlds_narrow.csv") return Ranges::narrow;
  return name == "worlds_wide.csv" ? Ranges::wide : Ranges::plausible;
}

std::vector<std::string> ensembles() {
  std::vector<std::string> names;
  for (const ShippedTable& table : shipped_tables()) {
    if (table.name.ends_with(".csv")) names.emplace_back(table.name);
  }
  return names;
}

TEST(ShippedWorlds, have_a_column_for_each_plausible_number) {
  for (const std::string& name : ensembles()) {
    const Shipped one = shipped(name, ranges_of(name));
    EXPECT_EQ(one.table.columns, one.plan.paths) << name;
  }
}

TEST(ShippedWorlds, are_built_into_the_program) {
  EXPECT_EQ(shipped_tables().front().name, "evidence.toml");
  EXPECT_FALSE(ensembles().empty());
  for (const ShippedTable& table : shipped_tables())
    EXPECT_EQ(table.text == test::read_file(test::source("scenarios/" + std::string(table.name))), true)
        << table.name;
}

TEST(ShippedWorlds, fit_the_evidence) {
  for (const std::string& name : ensembles()) expect_some_fit(shipped(name, ranges_of(name)), 20);
}

TEST(ShippedWorlds, lie_within_the_ranges) {
  const Shipped one = shipped("worlds.csv", Ranges::plausible);
  for (std::size_t r = 0; r < one.table.rows(); ++r) {
    const std::vector<double> units = plausible_units(one.plan.numbers, one.table.row(r));
    const std::vector<double> again = plausible_values(one.plan.numbers, units);
    for (std::size_t n = 0; n < again.size(); ++n)
      EXPECT_NEAR(again[n], one.table.row(r)[n], 1e-5 * std::abs(again[n])) << one.plan.paths[n];
  }
}

TEST(ShippedWorlds, have_the_defaults_in_their_midst) {
  const Shipped one = shipped("worlds.csv", Ranges::plausible);
  const std::vector<double> own = values_in(one.plan);
  EXPECT_TRUE(fits(one.plan.used, figures_in(one.plan, own, {})));
  const std::vector<double> units = plausible_units(one.plan.numbers, own);
  const auto distance = distance_from_middle(
      units_of(one),
      Eigen::Map<const Eigen::VectorXd>(units.data(), static_cast<Eigen::Index>(units.size())));
  ASSERT_TRUE(distance);
  EXPECT_LT(distance->own, distance->of_quarters);
}

}  // namespace
}  // namespace orgsim
