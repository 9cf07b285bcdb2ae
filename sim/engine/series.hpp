// What is recorded of a run, week by week.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/state/quantities.hpp"

namespace orgsim {

// Trajectories and bands.
std::span<const Quantity> run_series();

// The decision audit: per firm and department the five terms of the week's change of log share.
std::span<const Quantity> audit_series();

// Where each series stands in a row of recorded numbers: firm by firm, then department by department.
struct RowLayout {
  std::size_t firms = 0;
  std::vector<Quantity> series;
  std::vector<std::size_t> offsets;  // one more than series: the last is the row's width

  RowLayout(std::size_t firms, std::span<const Quantity> series);
  std::size_t width() const { return offsets.back(); }
  std::size_t count(std::size_t s) const { return offsets[s + 1] - offsets[s]; }
  // The series of a name; throws Bug if there is none.
  std::size_t index_of(std::string_view name) const;

  // Writes the week that was simulated last into `row`, `width()` numbers.
  void record(const World& world, double* row) const;
};

}  // namespace orgsim
