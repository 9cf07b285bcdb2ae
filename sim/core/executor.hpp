// Who does independent jobs. The engine has no threads of its own: it is lent some (platform/parallel.hpp),
// or does one job after the other.
#pragma once

#include <cstddef>
#include <functional>

namespace orgsim {

using Job = std::function<void(std::size_t)>;

// Does job(0) ... job(count - 1), each exactly once, in any order or at once. What a job computes must not
// depend on that.
using Executor = std::function<void(std::size_t count, const Job& job)>;

inline void in_turn(std::size_t count, const Job& job) {
  for (std::size_t i = 0; i < count; ++i) job(i);
}

}  // namespace orgsim
