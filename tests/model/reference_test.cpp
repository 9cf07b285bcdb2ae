// Docking (Axtell, Axelrod, Epstein & Cohen 1996): our trajectories against those of two implementations that
// were written apart from ours.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

#include "engine/series.hpp"
#include "scenario/files.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// The reference's own names for our series.
const std::map<std::string, std::string> kNames{
    {"acq", "won"},          {"viral", "virality"},     {"sov", "share_of_voice"},
    {"true", "contributed"}, {"central", "centrality"}, {"nonsub", "non_substitutability"}};

std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> parts;
  std::stringstream stream(line);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

// "firm2.share.sales", "firm0.users", "nonusers".
double recorded(const RowLayout& layout, const std::vector<double>& row, const std::string& column) {
  const std::vector<std::string> parts = split(column, '.');
  if (parts.size() == 1) return row[layout.offsets[layout.index_of(column)]];
  const std::size_t firm = std::stoul(parts[0].substr(4));
  const std::string name = kNames.contains(parts[1]) ? kNames.at(parts[1]) : parts[1];
  const std::size_t s = layout.index_of(name);
  const std::size_t breadth = breadth_of(layout.series[s].extent);
  const std::size_t i = parts.size() > 2 ? static_cast<std::size_t>(*named<Department>(parts[2])) : 0;
  return row[layout.offsets[s] + firm * breadth + i];
}

// psi is a difference that cancels where there is next to no content.
double tolerance(const std::string& column, double expected) {
  const double least = column.ends_with(".psi") ? 1e-14 : 1e-12;
  return std::max(1e-9 * std::abs(expected), least);
}

class Reference : public testing::TestWithParam<const char*> {};

TEST_P(Reference, trajectory_is_matched_to_a_part_in_a_billion) {
  const std::string name = GetParam();
  const Scenario scenario = load_scenario(test::source("tests/reference/" + name + ".toml"));
  std::ifstream file(test::source("tests/reference/" + name + ".csv"));
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> columns = split(line, ',');
  const RowLayout layout(scenario.firms.size(), run_series());
  std::vector<double> row(layout.width());
  Simulation simulation = test::simulation(scenario);
  int rows = 0;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line, ',');
    simulation.run_until(std::stoi(cells[0]) + 1);
    layout.record(simulation.world(), row.data());
    for (std::size_t c = 1; c < columns.size(); ++c) {
      const double expected = std::stod(cells[c]);
      ASSERT_NEAR(recorded(layout, row, columns[c]), expected, tolerance(columns[c], expected))
          << columns[c] << " in week " << cells[0];
    }
    ++rows;
  }
  EXPECT_GE(rows, 60);
}

INSTANTIATE_TEST_SUITE_P(All, Reference,
                         testing::Values("growth_to_stock", "capital_winter", "everything_odd", "measures"));

}  // namespace
}  // namespace orgsim
