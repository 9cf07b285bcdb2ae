#include "experiment/block.hpp"

#include <algorithm>

namespace orgsim {

WeekBlock::WeekBlock(std::size_t arms, std::size_t replications, std::size_t weeks_at_most,
                     Recording recording)
    : arms_(arms),
      replications_(replications),
      weeks_at_most_(weeks_at_most),
      recording_(std::move(recording)),
      numbers_(std::make_unique_for_overwrite<double[]>(arms * replications * weeks_at_most *
                                                        recording_.width())) {}

void WeekBlock::copy_baseline(std::size_t arm, std::size_t replication, int until) {
  const auto end = std::clamp(static_cast<std::int64_t>(until) - static_cast<std::int64_t>(first_week),
                              std::int64_t{0}, static_cast<std::int64_t>(weeks));
  std::copy_n(row(0, replication, 0), static_cast<std::size_t>(end) * recording_.width(),
              row(arm, replication, 0));
}

WeekBlock WeekBlock::of_first(std::size_t replications) const {
  WeekBlock copy(arms_, replications, weeks, recording_);
  copy.first_week = first_week;
  copy.weeks = weeks;
  for (std::size_t r = 0; r < replications; ++r) {
    for (std::size_t a = 0; a < arms_; ++a) {
      std::copy_n(row(a, r, 0), weeks * recording_.width(), copy.row(a, r, 0));
    }
  }
  return copy;
}

RunResult as_result(const RunResult& result, const VariantRuns& runs) {
  RunResult variant;
  variant.scenario = result.scenario;
  variant.arms = result.arms;
  variant.replications = runs.drawn.size();
  variant.outcomes = runs.outcomes;
  variant.drawn = runs.drawn;
  return variant;
}

std::size_t recorded_replications(const Plan& plan) {
  return std::min(plan.replications, static_cast<std::size_t>(plan.scenario.parameters.record.trajectories));
}

}  // namespace orgsim
