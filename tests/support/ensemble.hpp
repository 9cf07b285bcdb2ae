// A few worlds, and a run that is doubted with them.
#pragma once

#include "engine/worlds.hpp"
#include "experiment/run.hpp"

namespace orgsim::test {

// Worlds that differ in two keys, of which the first is what matters.
WorldTable ensemble(std::size_t rows);

RunResult doubted(const Scenario& scenario, const WorldTable& worlds, RunSink* sink = nullptr,
                  int threads = 2);

}  // namespace orgsim::test
