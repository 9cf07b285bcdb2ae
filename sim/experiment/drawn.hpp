// One replication's own scenario, with the values that it draws.
#pragma once

#include "core/stop_flag.hpp"
#include "engine/scenario.hpp"
#include "engine/simulation.hpp"

namespace orgsim {

struct Drawn {
  StreamKey stream_key;
  std::vector<double> values;  // of scenario.drawn, in their order
  Scenario scenario;           // without distributions
};

// Throws InputError if what is drawn contradicts itself where single keys are fine.
Drawn drawn_for(const Scenario& scenario, std::size_t replication);

// Draws the drawn keys of the first thousand replications. Throws as drawn_for().
void check_draws(const Scenario& scenario);

// Whether every replication would be the same run.
bool is_deterministic(const Scenario& scenario);

// So many replications make a difference.
std::size_t replications_of(const Scenario& scenario);

// Throws InputError with problems_of(scenario).
void expect_sound(const Scenario& scenario);

// The baseline of one replication before week 0, with the strategies as they are drawn for it. Throws
// InputError as a run of it would, and Interrupted.
struct Start {
  Scenario scenario;  // without distributions
  Simulation simulation;
};
Start start_of(const Scenario& scenario, std::size_t replication, const StopFlag& stop = {});

}  // namespace orgsim
