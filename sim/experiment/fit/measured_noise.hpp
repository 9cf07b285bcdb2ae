// Measures the noise of pooled runs, source by source (docs/how_to/own_company.md).
#pragma once

#include <Eigen/Core>

#include "core/stop_flag.hpp"
#include "experiment/fit/history.hpp"
#include "experiment/fit/noise.hpp"

namespace orgsim {

// Of the plan's unknown numbers at `points`, one world and two runs or more for each column. No run is
// without the people's noise; a source's own is therefore the difference that it makes to the run of the same
// random numbers without it. Worlds whose numbers overflow are left out; throws InputError if fewer than two
// are left, and Interrupted.
NoiseBySource measured_noise(const FitPlan& plan, const Grid& grid, const Eigen::MatrixXd& points,
                             int threads, const StopFlag& stop);

// The logarithms of the grid's figures in a world whose market is of that kind and begins at that age.
Eigen::VectorXd log_history_as(const Scenario& world, MarketKind kind, const StreamKey& key, Grid grid,
                               int age, const StopFlag& stop);

}  // namespace orgsim
