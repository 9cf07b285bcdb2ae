// The figures by what they are about, each part in a file of its own.
#pragma once

#include <span>
#include <vector>

#include "experiment/worlds/runs.hpp"

namespace orgsim::figure {

std::span<const Figure> of_bass();
std::span<const Figure> of_market();
std::span<const Figure> of_money();
std::span<const Figure> of_customers();
std::span<const Figure> of_spending();
std::span<const Figure> of_politics();
std::span<const Figure> of_winter();
std::span<const Figure> of_the_long_run();

// What several parts have.
double switchers(WatchedRun& run, int week);
// The first week of the stock phase; the end of ten years if there is none.
int stock_phase(WatchedRun& run);
double line_week(WatchedRun& run, Line line);
std::vector<double> moved_by_year(WatchedRun& run);

}  // namespace orgsim::figure
