// What `orgsim sweep --dry-run` and `--slurm` print.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "cli/sweep_arguments.hpp"
#include "core/text.hpp"
#include "experiment/sweep/estimate.hpp"
#include "results/sweep_to_file.hpp"

namespace orgsim::cli {

namespace {

constexpr double kTimingBudget = 0.4;  // seconds
constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kDay = 86400;

std::string duration(double seconds) {
  if (seconds < 1) return "less than a second";
  if (seconds < 2 * kMinute) return fmt::format("{:.0f} s", seconds);
  if (seconds < 2 * kHour) return fmt::format("{:.0f} min", seconds / kMinute);
  if (seconds < 2 * kDay) return fmt::format("{:.1f} h", seconds / kHour);
  return fmt::format("{:.1f} days", seconds / kDay);
}

std::string bytes(double size) {
  if (size < 1e6) return fmt::format("{:.0f} kB", std::max(1.0, size / 1e3));
  if (size < 1e9) return fmt::format("{:.0f} MB", size / 1e6);
  return fmt::format("{:.1f} GB", size / 1e9);
}

std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && word.find_first_not_of(
                                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                          "0123456789_-+./:=,@%") == std::string::npos;
  if (plain) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

std::string stem_of(const std::string& output) {
  return output.substr(0, output.rfind('.'));
}

std::string ending_of(const std::string& output) {
  return output.substr(output.rfind('.'));
}

}  // namespace

std::string plan_text(const SweepArguments& arguments, const SweepPlan& plan, int threads) {
  const Shard shard = shard_of(arguments.shard);
  const SweepEstimate estimate = estimate_sweep(plan, shard, threads, kTimingBudget);
  std::string text;
  const auto line = [&](const char* name, const std::string& value) {
    text += fmt::format("{:<9}{}\n", name, value);
  };
  std::string points = grouped(estimate.points);
  if (shard.count > 1) points += fmt::format(" of {} (shard {})", grouped(plan.points()), arguments.shard);
  line("points", fmt::format("{}: {} over {} {}", points, name_of(plan.sweep().design), plan.axes.size(),
                             plan.axes.size() == 1 ? "key" : "keys"));
  line("runs", fmt::format("{}: {} points x {} replications x {} arms",
                           grouped(static_cast<std::uint64_t>(estimate.runs)), grouped(estimate.points),
                           grouped(plan.replications), plan.arms.size()));
  std::string time = fmt::format("about {} on {} {}", duration(estimate.seconds), threads,
                                 threads == 1 ? "thread" : "threads");
  if (estimate.timed == 0) {
    time = fmt::format("more than {} on {} threads: one replication takes longer than {} s",
                       duration(estimate.seconds), threads, kTimingBudget);
  } else {
    time += fmt::format(" (from {} timed {})", estimate.timed,
                        estimate.timed == 1 ? "replication" : "replications");
  }
  if (arguments.until) time += fmt::format("; more, until intervals are below {} points", *arguments.until);
  line("time", time);
  line("memory", "about " + bytes(estimate.memory));
  line("file", fmt::format("at most {}, and a journal of that size meanwhile", bytes(estimate.file)));
  return text;
}

// The tasks run the script itself with the number of a task; run by hand it submits them, and the merge.
std::string slurm_script(const SweepArguments& arguments, double seconds_of_shard) {
  const std::string& output = arguments.output.value();
  std::vector<std::string> command;
  for (const std::string& word : words_of(arguments)) command.push_back(quoted(word));
  const std::string shards = quoted(stem_of(output)) + ".shard-";
  const std::string ending = quoted(ending_of(output));
  constexpr double reserve = 3;
  const double minutes = std::ceil(reserve * seconds_of_shard / kMinute) + 10;
  return fmt::format(R"(#!/bin/sh
#SBATCH --job-name=orgsim-sweep
#SBATCH --array=1-{n}
#SBATCH --cpus-per-task=1
#SBATCH --time={minutes:.0f}
#SBATCH --requeue
#SBATCH --open-mode=append
# A sweep in {n} shards, and their merge. `sh job.sh` submits both; a task that is requeued, or a second `sh job.sh`,
# goes on where the first was stopped. Set ORGSIM if orgsim is not in the PATH of the nodes.
set -eu
orgsim=${{ORGSIM:-orgsim}}

if [ -n "${{SLURM_ARRAY_TASK_ID:-}}" ]; then
  # Exit code 3: there are points that failed or are not final. They are in the file, and the merge counts them.
  code=0
  "$orgsim" {command} \
    --shard "$SLURM_ARRAY_TASK_ID/{n}" --threads "${{SLURM_CPUS_PER_TASK:-1}}" \
    -o {shards}"$SLURM_ARRAY_TASK_ID"{ending} || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || exit "$code"
  exit 0
fi

if [ "${{1:-}}" = merge ]; then
  set --
  task=1
  while [ "$task" -le {n} ]; do
    if [ -e {shards}"$task"{ending} ]; then set -- "$@" {shards}"$task"{ending}; fi
    task=$((task + 1))
  done
  exec "$orgsim" merge {output} "$@" --force
fi

job=$(sbatch --parsable "$0")
sbatch --dependency="afterany:${{job%%;*}}" --array=1-1 --job-name=orgsim-merge --export=ALL \
  --wrap "env -u SLURM_ARRAY_TASK_ID sh '$0' merge"
)",
                     fmt::arg("n", arguments.slurm), fmt::arg("minutes", minutes),
                     fmt::arg("command", fmt::format("{}", fmt::join(command, " "))),
                     fmt::arg("shards", shards), fmt::arg("ending", ending),
                     fmt::arg("output", quoted(output)));
}

}  // namespace orgsim::cli
