// Independent jobs on several threads. What a job computes must not depend on which thread runs it or when.
#pragma once

#include <cstddef>

#include "core/executor.hpp"

namespace orgsim {

// Runs job(0) ... job(count - 1), each exactly once, on up to `threads` threads (the caller's is one of
// them). An exception stops the handing out of jobs; the one of the lowest job number is thrown here.
void parallel_for(std::size_t count, int threads, const Job& job);

// That may be asked for.
inline constexpr int kMostThreads = 1024;

// So many threads, to be lent to the engine.
Executor on_threads(int threads);

// Threads that this machine runs at once, at least 1.
int hardware_threads();

}  // namespace orgsim
