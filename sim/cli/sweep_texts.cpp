// What `orgsim sweep --dry-run` and `--slurm` print.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "cli/sweep_arguments.hpp"
#include "core/shell_word.hpp"
#include "core/text.hpp"
#include "results/sweep_estimate.hpp"
#include "results/sweep_to_file.hpp"

namespace orgsim::cli {

namespace {

constexpr double kPlanTiming = 0.4;  // seconds
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

std::string plural(std::size_t count, const char* what) {
  return fmt::format("{} {}{}", grouped(count), what, count == 1 ? "" : "s");
}

std::string stem_of(const std::string& output) {
  return output.substr(0, output.rfind('.'));
}

std::string ending_of(const std::string& output) {
  return output.substr(output.rfind('.'));
}

std::string limit_text(const SweepEstimate& shard) {
  if (shard.timed == 0) {
    constexpr int day = 1440;
    return fmt::format(
        "#SBATCH --time={}\n# A single replication took too long to be timed: look at this limit.\n", day);
  }
  constexpr double reserve = 3;
  const double minutes = std::ceil(reserve * shard.seconds / kMinute) + 10;
  return fmt::format(
      "#SBATCH --time={:.0f}\n# A task takes {} or so on a processor like the one that printed this.\n",
      minutes, duration(shard.seconds));
}

}  // namespace

std::string plan_text(const SweepArguments& arguments, const SweepPlan& plan, int threads) {
  const Shard shard = shard_of(arguments.shard);
  const SweepEstimate estimate = estimate_sweep(plan, shard, threads, kPlanTiming);
  std::string text;
  const auto line = [&](const char* name, const std::string& value) {
    text += fmt::format("{:<9}{}\n", name, value);
  };
  std::string points = grouped(estimate.points);
  if (shard.count > 1) points += fmt::format(" of {} (shard {})", grouped(plan.points()), arguments.shard);
  line("points",
       fmt::format("{}: {} over {}", points, name_of(plan.sweep().design), plural(plan.axes.size(), "key")));
  line("runs", fmt::format("{}: points x {} x {}", grouped(static_cast<std::uint64_t>(estimate.runs)),
                           plural(plan.replications, "replication"), plural(plan.arms.size(), "arm")));
  std::string time = fmt::format("{} on {}", duration(estimate.seconds),
                                 plural(static_cast<std::size_t>(threads), "thread"));
  if (estimate.timed == 0) {
    time = fmt::format("more than {}: one replication takes longer than {} s", time, kPlanTiming);
  } else {
    time = fmt::format("{}{} (from {} timed)", estimate.seconds < 1 ? "" : "about ", time,
                       plural(estimate.timed, "replication"));
  }
  if (arguments.until) time += fmt::format("; more, until intervals are below {} points", *arguments.until);
  line("time", time);
  line("memory", "about " + bytes(estimate.memory));
  line("file", fmt::format("at most {}, and a journal of that size meanwhile", bytes(estimate.file)));
  return text;
}

// Slurm runs a copy of the script, in the folder in which it was submitted, so that the script may name files
// as the user did but never itself: whatever is submitted is submitted from there. The shell takes no part in
// signals, and waits until orgsim has put on the disk what it ran.
std::string slurm_script(const SweepArguments& arguments, const SweepEstimate& shard) {
  const std::string& output = arguments.output.value();
  std::vector<std::string> command;
  for (const std::string& word : words_of(arguments)) command.push_back(shell_word(word));
  return fmt::format(
      R"(#!/bin/sh
#SBATCH --job-name=orgsim-sweep
#SBATCH --array=1-{n}
#SBATCH --cpus-per-task={threads}
#SBATCH --requeue
#SBATCH --open-mode=append
{limit}# A sweep in {n} shards. `sh job.sh`, in the folder in which this was printed, submits them and their merge; a task
# that is requeued, or a second `sh job.sh`, goes on where the first was stopped. ORGSIM is the program, if it is not
# in the PATH of the nodes. `sh job.sh merge` puts together what there is.
set -eu
orgsim=${{ORGSIM:-orgsim}}

merge() {{
  set --
  shard=1
  while [ "$shard" -le {n} ]; do
    file={shards}"$shard"{ending}
    if [ -e "$file" ]; then set -- "$@" "$file"; fi
    shard=$((shard + 1))
  done
  "$orgsim" merge {output} "$@" --force
}}

# Exit code 3: some points failed or are not final. They are in the file, and the merge counts them.
run_shard() {{
  trap : TERM INT
  code=0
  "$orgsim" {command} \
    --shard "$1/{n}" --threads "${{SLURM_CPUS_PER_TASK:-{threads}}}" \
    -o {shards}"$1"{ending} || code=$?
  [ "$code" -eq 3 ] || return "$code"
}}

submit() {{
  job=$(sbatch --parsable "$1")
  sbatch --parsable --dependency="afterany:${{job%%;*}}" --array=0 --cpus-per-task=1 --job-name=orgsim-merge "$1" merge
}}

if [ "${{1:-}}" = merge ]; then
  merge
elif [ -n "${{SLURM_ARRAY_TASK_ID:-}}" ]; then
  run_shard "$SLURM_ARRAY_TASK_ID"
else
  submit "$0"
fi
)",
      fmt::arg("n", arguments.slurm), fmt::arg("threads", std::max(arguments.threads, 1)),
      fmt::arg("limit", limit_text(shard)), fmt::arg("command", fmt::format("{}", fmt::join(command, " "))),
      fmt::arg("shards", shell_word(stem_of(output)) + ".shard-"),
      fmt::arg("ending", shell_word(ending_of(output))), fmt::arg("output", shell_word(output)));
}

}  // namespace orgsim::cli
