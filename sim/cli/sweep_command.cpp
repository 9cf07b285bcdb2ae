#include <fmt/format.h>

#include <chrono>
#include <filesystem>

#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/sweep_arguments.hpp"
#include "cli/terminal.hpp"
#include "core/text.hpp"
#include "platform/parallel.hpp"
#include "platform/signals.hpp"
#include "report/sweep_summary.hpp"
#include "results/sweep_estimate.hpp"
#include "results/sweep_to_file.hpp"

namespace orgsim::cli {

namespace {

constexpr int kIncomplete = 3;
constexpr double kSlurmTiming = 20;  // seconds, of which small worlds take a part

// Where a sweep stands while it runs: points, failures, how fast, how long still.
class SweepTicker {
 public:
  explicit SweepTicker(bool wanted) : lines_(wanted) {}

  void show(const SweepProgress& progress) {
    last_ = progress;
    const double spent = std::chrono::duration<double>(Clock::now() - start_).count();
    const double rate = spent > 0 ? static_cast<double>(progress.ran) / spent : 0;
    std::string text =
        fmt::format("{} of {}", grouped(progress.finished), how_many(progress.points, "point", "points"));
    if (progress.failed > 0) text += fmt::format(", {} failed", grouped(progress.failed));
    if (progress.ran > 0) {
      text += rate >= 1 ? fmt::format(", {:.0f}/s", rate) : fmt::format(", {:.1f}/min", 60 * rate);
      text += ", " + time_left(static_cast<double>(progress.to_run - progress.ran) / rate);
    }
    lines_.show(text);
  }

  void end() { lines_.end(); }
  const SweepProgress& last() const { return last_; }

 private:
  using Clock = std::chrono::steady_clock;
  ProgressLine lines_;
  Clock::time_point start_ = Clock::now();
  SweepProgress last_;
};

SweepOptions options_of(const SweepArguments& arguments) {
  SweepOptions options;
  options.threads = arguments.threads > 0 ? arguments.threads : hardware_threads();
  options.stop = StopFlag(&watch_interrupts());
  options.shard = shard_of(arguments.shard);
  options.until = arguments.until;
  options.most_replications = arguments.most_replications;
  options.retry_failed = arguments.retry_failed;
  if (const std::optional<double>& seconds = arguments.point_timeout) {
    if (!(*seconds > 0)) {
      throw InputError(Problem{{"--point-timeout"},
                               "",
                               fmt::format("{} is out of range", *seconds),
                               "a number of seconds above 0"});
    }
    options.point_timeout = std::chrono::duration<double>(*seconds);
  }
  return options;
}

int interrupted(const SweepArguments& arguments, const SweepProgress& at) {
  print_error(fmt::format("interrupted: {} of {} are kept in '{}'; the same command again goes on\n",
                          grouped(at.finished), how_many(at.points, "point", "points"),
                          journal_of(*arguments.output).string()));
  return kSignalled + interrupting_signal();
}

// What a user is told at the end, and the exit code.
int finish(const std::string& path, const SweepReport& report, const std::optional<double>& until,
           bool quiet) {
  const SweepProgress& progress = report.progress;
  std::string text;
  if (!report.written) {
    text = fmt::format("Nothing to run: '{}' has all of it.\n", path);
  } else {
    text = fmt::format("{} in '{}' ({:.1f} MB).\n", how_many(progress.points, "point", "points"), path,
                       static_cast<double>(std::filesystem::file_size(path)) / 1e6);
  }
  if (until && report.width.points > 0) {
    text += fmt::format(
        "Intervals of {} are still wider than {} points, up to {:.1f}: raise --most-replications.\n",
        how_many(report.width.points, "point", "points"), *until, report.width.widest);
  }
  if (!quiet) print_error(text);
  if (progress.failed > 0) {
    print_error(
        fmt::format("{} failed; the group failures of the file says why, and --retry-failed runs {} again\n",
                    how_many(progress.failed, "point", "points"), progress.failed == 1 ? "it" : "them"));
  }
  if (progress.timed_out > 0) {
    print_error(fmt::format("{} took longer than --point-timeout; the same command again tries {} again\n",
                            how_many(progress.timed_out, "point", "points"),
                            progress.timed_out == 1 ? "it" : "them"));
  }
  if (progress.points > progress.finished) {
    print_error(fmt::format("incomplete: {} missing\n",
                            how_many(progress.points - progress.finished, "point is", "points are")));
  }
  return progress.failed > 0 || !report.complete ? kIncomplete : 0;
}

void expect_output(const SweepArguments& arguments) {
  if (!arguments.output) {
    throw InputError(Problem{{"-o"}, "", "no file for the results", "name one, such as -o sweep.h5"});
  }
  // The sweep itself looks at what stands there.
  const std::vector<Problem> problems = problems_of_place(*arguments.output, true, "sweep.h5");
  if (!problems.empty()) throw InputError(problems);
}

void print_slurm_script(const SweepArguments& arguments, const SweepPlan& plan) {
  const Shard one{1, static_cast<std::size_t>(arguments.slurm)};
  const int threads = std::max(arguments.threads, 1);
  print_out(slurm_script(arguments, estimate_sweep(plan, one, threads, kSlurmTiming)));
}

void expect_readable_by_tasks(const SweepArguments& arguments) {
  if (arguments.slurm == 0 || arguments.path != kPipe) return;
  throw InputError(Problem{
      {"--slurm"}, "", "the tasks of a job have no standard input", "write the scenario into a file"});
}

}  // namespace

int sweep(const SweepArguments& arguments) {
  expect_readable_by_tasks(arguments);
  const SweepPlan plan = plan_of(arguments);
  SweepOptions options = options_of(arguments);
  if (arguments.dry_run) {
    print_out(plan_text(arguments, plan, options.threads));
    return 0;
  }
  expect_output(arguments);
  if (arguments.slurm > 0) {
    print_slurm_script(arguments, plan);
    return 0;
  }
  SweepTicker ticker(!arguments.quiet);
  options.tell = [&](const SweepProgress& progress) { ticker.show(progress); };
  try {
    const SweepReport report =
        sweep_to_file(plan, *arguments.output, options, arguments.force,
                      [](const std::string& note) { print_error(fmt::format("note: {}\n", note)); });
    ticker.end();
    if (!arguments.quiet) print_out(to_text(summarise(SweepFile(*arguments.output)), wants_colour()));
    return finish(*arguments.output, report, arguments.until, arguments.quiet);
  } catch (const Interrupted&) {
    ticker.end();
    return interrupted(arguments, ticker.last());
  } catch (const SystemError& error) {
    ticker.end();
    throw with_journal(error, *arguments.output, "command");
  }
}

int merge(const MergeArguments& arguments) {
  const std::vector<Problem> problems = problems_of_place(arguments.output, arguments.force, "sweep.h5");
  if (!problems.empty()) throw InputError(problems);
  const SweepReport report = merge_sweeps({arguments.shards.begin(), arguments.shards.end()},
                                          arguments.output, arguments.force, StopFlag(&watch_interrupts()));
  return finish(arguments.output, report, {}, arguments.quiet);
}

}  // namespace orgsim::cli
