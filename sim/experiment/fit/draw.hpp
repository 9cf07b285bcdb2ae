// Where the random numbers of a fit come from, besides the sampler's.
#pragma once

#include <Eigen/Core>
#include <cstdint>

#include "core/random.hpp"
#include "experiment/fit/plan.hpp"

namespace orgsim {

// Each is one `week` of a stream's key, behind those of worlds::Draw.
enum class FitDraw : std::uint32_t { noise_of_prior = 100, prior, foreseen, reports, silence, silent };

inline Stream stream_of(std::uint64_t seed, FitDraw draw, std::size_t point) {
  return StreamKey{seed, 0}.stream(Purpose::worlds, static_cast<std::uint32_t>(draw),
                                   static_cast<std::uint32_t>(point));
}

// Independent points of the plan's ranges.
Eigen::MatrixXd uniform_points(const FitPlan& plan, std::size_t count, FitDraw draw);

}  // namespace orgsim
