// Where the sampler's random numbers come from.
#pragma once

#include <cstdint>

#include "core/random.hpp"

namespace orgsim::worlds {

// What they are for; each is one `week` of a stream's key.
enum class Draw : std::uint32_t { prior, mixture, resampling, step, order };

// The stream of one point in one turn of its kind.
inline Stream stream_of(std::uint64_t seed, Draw draw, std::uint32_t turn, std::size_t point = 0) {
  return StreamKey{seed, turn}.stream(Purpose::worlds, static_cast<std::uint32_t>(draw),
                                      static_cast<std::uint32_t>(point));
}

}  // namespace orgsim::worlds
