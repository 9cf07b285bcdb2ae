// The values that are explained, measured of one run.
#pragma once

#include <string>
#include <vector>

#include "experiment/units/plan.hpp"
#include "model/state/quantities.hpp"

namespace orgsim {

// A series of the focal firm in a week: "share@200" of marketing, "credited.sales@519", "users@100".
struct SeriesAt {
  std::string name;  // as it was asked for
  Quantity series;
  std::size_t entry = 0;
  int week = 0;
};
// Throws InputError if there is no such series, entry or week.
SeriesAt series_at(const std::string& text, std::int64_t weeks);

// Runs a scenario without distributions to its end: the values of kExplained, then of the series.
std::vector<double> measured(const Scenario& scenario, const Unit& unit, const std::vector<SeriesAt>& series);

}  // namespace orgsim
