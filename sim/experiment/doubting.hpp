// Runs what the answer is doubted with (experiment/doubt.hpp).
#pragma once

#include "engine/worlds.hpp"
#include "experiment/run.hpp"

namespace orgsim {

// The rivals of further runs: those of run.rivals that the scenario does not have already.
std::vector<Rivals> rivals_of(const Scenario& scenario);

// How many runs of all arms that is, about: what a progress bar counts.
std::size_t doubt_parts(const Scenario& scenario, const std::vector<Arm>& arms, const WorldTable* worlds);

// What `worlds` may be nothing for: a scenario that asks for none. Throws InputError if there are fewer
// worlds than asked for, and as run().
Doubt doubts_of(const Scenario& scenario, const std::vector<Arm>& arms, const WorldTable* worlds,
                const WorkOptions& options);

}  // namespace orgsim
