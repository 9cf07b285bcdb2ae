#include "experiment/sweep/estimate.hpp"

#include <algorithm>
#include <chrono>

#include "experiment/sweep/point.hpp"

namespace orgsim {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double numbers_of_point(const SweepPlan& plan) {
  const auto firms = static_cast<double>(plan.scenario.firms.size());
  const auto arms = static_cast<double>(plan.arms.size());
  const auto replications = static_cast<double>(plan.replications);
  constexpr double of_run = 3;                                               // verdict, first weeks
  constexpr double of_firm = 3 + count_of<Line> + 2 * count_of<Department>;  // as results/layout.cpp
  double numbers = static_cast<double>(plan.axes.size()) + 2;
  if (plan.sweep().keeps(Keep::outcomes)) {
    numbers += arms * replications * (of_run + firms * of_firm) +
               replications * static_cast<double>(plan.scenario.drawn.size());
  }
  const double row = arms * static_cast<double>(plan.scenario.parameters.run.weeks) *
                     static_cast<double>(plan.series.width()) / 2;  // in 32 bits
  if (plan.sweep().keeps(Keep::bands)) numbers += row * kQuantiles.size();
  if (plan.sweep().keeps(Keep::means)) numbers += row;
  if (plan.sweep().keeps(Keep::trajectories)) numbers += row * replications;
  return numbers;
}

}  // namespace

SweepEstimate estimate_sweep(const SweepPlan& plan, const Shard& shard, int threads, double budget) {
  SweepEstimate estimate;
  estimate.points = (plan.points() + shard.count - shard.index) / shard.count;
  const auto points = static_cast<double>(estimate.points);
  const auto replications = static_cast<double>(plan.replications);
  estimate.runs = points * replications * static_cast<double>(plan.arms.size());

  constexpr std::size_t most_timed = 7;
  const Clock::time_point start = Clock::now();
  double slowest = 0;
  for (std::size_t i = 0; i < std::min(most_timed, estimate.points) && seconds_since(start) < budget; ++i) {
    const std::size_t point =
        shard.index - 1 + i * (estimate.points / most_timed + 1) % estimate.points * shard.count;
    const Clock::time_point begun = Clock::now();
    const PointRecord record =
        run_point(plan, point, 0, 1, {}, std::chrono::duration<double>(budget - seconds_since(start)));
    slowest = std::max(slowest, seconds_since(begun));
    if (record.status == PointStatus::timed_out) break;
    ++estimate.timed;
  }
  const double one =
      estimate.timed > 0 ? seconds_since(start) / static_cast<double>(estimate.timed) : slowest;
  const double at_once = std::min(static_cast<double>(threads), std::max(points, 1.0));
  estimate.seconds = points * replications * one / at_once;

  const double of_point = 8 * numbers_of_point(plan);
  constexpr double program = 30e6;
  constexpr double index = 64;  // bytes to find a point again
  constexpr double slab = 64e6;
  const double order = plan.sweep().design == DesignKind::lhs ? 4 * static_cast<double>(plan.axes.size()) : 0;
  estimate.memory =
      program + points * (index + order) + (at_once + 1) * 2 * of_point + std::min(slab, points * of_point);
  estimate.file = points * of_point;
  return estimate;
}

}  // namespace orgsim
