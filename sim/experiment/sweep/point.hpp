// One point of a sweep, run.
#pragma once

#include <chrono>
#include <optional>

#include "core/stop_flag.hpp"
#include "experiment/sweep/record.hpp"

namespace orgsim {

// So many further replications of a point, from `first` on. What goes wrong in it is its record: draws that
// contradict each other, numbers that overflow, a time limit that is over. Throws Interrupted.
PointRecord run_point(const SweepPlan& plan, std::size_t point, std::size_t first, std::size_t replications,
                      const StopFlag& stop = {}, std::optional<std::chrono::duration<double>> limit = {});

// The widest 95 % interval (Wilson) of the share of replications in which a strategy saves marketing, in
// percentage points.
double widest_interval(const PointRecord& record, std::size_t arms);

}  // namespace orgsim
