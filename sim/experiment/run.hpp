// The main experiment: the baseline and every strategy of a scenario, on common random numbers.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/stop_flag.hpp"
#include "engine/worlds.hpp"
#include "experiment/block.hpp"
#include "experiment/drawn.hpp"

namespace orgsim {

inline constexpr std::string_view kRun = "run";  // in results files, and the program's verb

// How work is done, whatever the experiment. What comes out does not depend on it.
struct WorkOptions {
  int threads = 1;
  std::function<void(double)> progress;  // told the share of the work that is done; may be empty
  StopFlag stop;                         // raised by somebody else to ask for an end
};

// Looks at a run after a week of it. Runs of several replications are looked at side by side.
using Observer = std::function<void(const Simulation&, std::size_t arm, std::size_t replication)>;

struct RunOptions {
  WorkOptions work;
  std::vector<std::string> only;    // strategies to run besides the baseline; empty for all
  std::string only_place = "only";  // what errors call it
  Observer observe;                 // of arms, once they have begun; may be empty
  bool doubts = false;              // whether other worlds and rivals are run too, as the scenario asks for
  const WorldTable* worlds = nullptr;  // of them; may be nothing if it asks for none
};

// The baseline and the strategies that are to be run. Throws InputError for an unknown one.
std::vector<Arm> arms_of(const Scenario& scenario, const RunOptions& options);

// Runs the scenario: all replications side by side, some weeks at a time, which are handed to `sink` (may be
// nothing) and forgotten; then what it is doubted with. Throws InputError (problems_of the scenario; an
// unknown strategy in `only`; draws that contradict each other; more replications than memory; keys so
// extreme that numbers overflow) and Interrupted.
RunResult run(const Scenario& scenario, const RunOptions& options, RunSink* sink = nullptr);

// The outcomes alone, replication by replication: of each no more is held than a thread is at work on. Throws
// as run().
RunResult run_outcomes(const Scenario& scenario, const std::vector<Arm>& arms, const WorkOptions& options);

}  // namespace orgsim
