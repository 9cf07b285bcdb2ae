// The command lines of the verbs of a sweep.
#include <fmt/format.h>

#include "cli/parser.hpp"
#include "cli/sweep_arguments.hpp"
#include "core/field.hpp"

namespace orgsim::cli {

void add_sweep(CLI::App& app, Action& action) {
  auto* verb = app.add_subcommand("sweep", "Run a scenario at many points of its keys");
  auto arguments = std::make_shared<SweepArguments>();
  verb->add_option("scenario", arguments->path, kScenarioHelp)->required()->type_name("SCENARIO");
  add_overrides(*verb, arguments->overrides);
  verb->add_option("--vary", arguments->vary,
                   "Vary a key: A:B (a range), A:B:STEP, A,B,C (values), or TOML; may be given again; "
                   "\"plausible\": all other keys that have a plausible range")
      ->type_name("KEY=A:B")
      ->allow_extra_args(false);
  verb->add_option("--design", arguments->design, "sobol (default), lhs, random, grid or zip")
      ->type_name("DESIGN");
  verb->add_option("--points", arguments->points, "Number of points")->type_name("N");
  verb->add_option("--points-file", arguments->points_file, "CSV file of points, a column per key")
      ->type_name("FILE.csv");
  CLI::Option* only = verb->add_option("--only", arguments->only, "Only these strategies (commas between)");
  only->type_name("NAME,..")->delimiter(',')->allow_extra_args(false);
  verb->add_flag("--baseline-alone", arguments->baseline_alone, "No strategy")->excludes(only);
  verb->add_option("--keep", arguments->keep, "outcomes, bands, means, trajectories (commas between)")
      ->type_name("WHAT,..");
  verb->add_option("--series", arguments->series, "Weekly series that are kept (default: share)")
      ->type_name("NAME,..");
  verb->add_flag("--independent", arguments->independent, "Random numbers of its own for every point");
  verb->add_option(
          "--until", arguments->until,
          "Go on with replications until every interval of 'saved' is narrower, in percentage points")
      ->type_name("WIDTH")
      ->check(CLI::Range(0.01, 100.0));
  verb->add_option("--most-replications", arguments->most_replications,
                   fmt::format("With --until: of a point (default: {})", arguments->most_replications))
      ->type_name("N")
      ->check(CLI::Range(1, static_cast<int>(range::replications.high)));
  verb->add_option("--point-timeout", arguments->point_timeout,
                   "Give a point up for now after so many seconds")
      ->type_name("SECONDS");
  verb->add_flag("--retry-failed", arguments->retry_failed, "Run failed points again");
  auto* shard = verb->add_option("--shard", arguments->shard,
                                 "Only the i-th of n parts; `orgsim merge` puts them together")
                    ->type_name("i/n");
  verb->add_option("--slurm", arguments->slurm, "Print a job script for Slurm with n shards")
      ->type_name("n")
      ->check(CLI::Range(1, 10000))
      ->excludes(shard);
  verb->add_flag("--dry-run", arguments->dry_run, "Print the plan and what it costs");
  add_threads(*verb, arguments->threads);
  verb->add_option("-o,--output", arguments->output, "File of the sweep (HDF5: .h5, .hdf5, .nc)")
      ->type_name("FILE");
  verb->add_flag("--force", arguments->force, "Start anew; an old journal is kept under another name");
  verb->add_flag("--quiet", arguments->quiet, "No progress");
  verb->callback([&action, arguments] { action = [arguments] { return sweep(*arguments); }; });
}

void add_merge(CLI::App& app, Action& action) {
  auto* verb = app.add_subcommand("merge", "Put the shards of a sweep together");
  auto arguments = std::make_shared<MergeArguments>();
  verb->add_option("output", arguments->output, "File to write")->required()->type_name("OUT.h5");
  verb->add_option("shards", arguments->shards, "Files of `orgsim sweep --shard`")
      ->required()
      ->type_name("SHARD ...");
  verb->add_flag("--force", arguments->force, "Replace an existing file");
  verb->add_flag("--quiet", arguments->quiet, "Say nothing if all went well");
  verb->callback([&action, arguments] { action = [arguments] { return merge(*arguments); }; });
}

}  // namespace orgsim::cli
