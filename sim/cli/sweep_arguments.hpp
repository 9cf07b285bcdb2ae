// What the command line says of a sweep.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "experiment/sweep/plan.hpp"
#include "experiment/sweep/sweep.hpp"
#include "results/sweep_estimate.hpp"

namespace orgsim::cli {

struct SweepArguments {
  std::string path;  // name of a shipped scenario, or - for standard input
  Overrides overrides;
  std::vector<std::string> vary;  // KEY=A:B
  std::optional<std::string> design;
  std::optional<std::string> points;
  std::optional<std::string> points_file;
  std::vector<std::string> only;
  bool baseline_alone = false;
  std::optional<std::string> keep;
  std::optional<std::string> series;
  bool independent = false;
  std::optional<double> until;
  std::size_t most_replications = SweepOptions().most_replications;
  std::optional<double> point_timeout;  // seconds
  bool retry_failed = false;
  std::string shard = "1/1";
  int slurm = 0;  // shards; 0: run it here
  bool dry_run = false;
  int threads = 0;
  std::optional<std::string> output;
  bool force = false;
  bool quiet = false;
};

struct MergeArguments {
  std::string output;
  std::vector<std::string> shards;
  bool force = false;
  bool quiet = false;
};

int sweep(const SweepArguments& arguments);
int merge(const MergeArguments& arguments);

// The scenario with its sweep as the command line has it, planned. Throws InputError.
SweepPlan plan_of(const SweepArguments& arguments);
Shard shard_of(const std::string& text);

// The words of the command line that say what is swept, without the program's name.
std::vector<std::string> words_of(const SweepArguments& arguments);

// A script for Slurm: an array job of a task for every shard, and their merge; `shard` is what one costs.
std::string slurm_script(const SweepArguments& arguments, const SweepEstimate& shard);

// The plan and what it costs, for a person.
std::string plan_text(const SweepArguments& arguments, const SweepPlan& plan, int threads);

}  // namespace orgsim::cli
