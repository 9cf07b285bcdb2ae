// What can be recorded of a run, week by week: one list, from which come the results file and its
// documentation.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/world.hpp"

namespace orgsim {

// Over what a series extends, apart from time.
enum class Extent { market, firm, firm_department, firm_mode, firm_channel };

struct Series {
  std::string_view name;
  std::string_view unit;
  std::string_view meaning;
  Extent extent;
  // The value in the week that was simulated last, of a firm and of entry i of the extent's second dimension.
  double (*value)(const World& world, std::size_t firm, std::size_t i);
};

// Trajectories and bands.
std::span<const Series> run_series();

// The decision audit: per firm and department the five terms of the week's change of log share.
std::span<const Series> audit_series();

// Entries along the second dimension of an extent: 1, or the number of departments, modes or channels.
std::size_t breadth_of(Extent extent);

// Where each series stands in a row of recorded numbers: firm by firm, then department by department.
struct RowLayout {
  std::size_t firms = 0;
  std::vector<Series> series;
  std::vector<std::size_t> offsets;  // one more than series: the last is the row's width

  RowLayout(std::size_t firms, std::span<const Series> series);
  std::size_t width() const { return offsets.back(); }
  std::size_t count(std::size_t s) const { return offsets[s + 1] - offsets[s]; }
  // The series of a name; throws Bug if there is none.
  std::size_t index_of(std::string_view name) const;

  // Writes the week that was simulated last into `row`, `width()` numbers.
  void record(const World& world, double* row) const;
};

}  // namespace orgsim
