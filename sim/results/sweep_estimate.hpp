// What a sweep will cost, before it is run.
#pragma once

#include <optional>

#include "experiment/sweep/plan.hpp"

namespace orgsim {

struct SweepEstimate {
  std::size_t points = 0;  // of the shard
  double runs = 0;         // arms of all replications of all points
  std::size_t timed = 0;   // replications that were timed
  double seconds = 0;      // for all, on `threads` threads; at least, if none could be timed to its end
  double memory = 0;       // bytes
  double file = 0;         // bytes, before compression
};

// Times single replications of a few points, for no longer than `budget` seconds, or a single one.
SweepEstimate estimate_sweep(const SweepPlan& plan, const Shard& shard, int threads, double budget);

}  // namespace orgsim
