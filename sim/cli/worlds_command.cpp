#include <fmt/format.h>

#include <chrono>
#include <filesystem>

#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "cli/worlds_arguments.hpp"
#include "core/text.hpp"
#include "experiment/worlds/file.hpp"
#include "platform/parallel.hpp"
#include "platform/signals.hpp"
#include "report/worlds_summary.hpp"
#include "results/file_name.hpp"
#include "scenario/text/shipped_tables.hpp"
#include "scenario/text_file.hpp"

namespace orgsim::cli {

namespace {

Evidence evidence_of(const WorldsArguments& arguments) {
  if (!arguments.evidence)
    return read_evidence(shipped_text("evidence.toml"), "the evidence that comes with orgsim");
  return read_evidence(read_text(*arguments.evidence, kMostEvidence, {{"--evidence"}, ""}),
                       *arguments.evidence);
}

Scenario scenario_of(const WorldsArguments& arguments) {
  return arguments.path ? load(*arguments.path, arguments.overrides) : load_defaults(arguments.overrides);
}

// How far the work is: how many evaluations so far, how fast, and at which threshold.
class WorldsTicker {
 public:
  explicit WorldsTicker(bool wanted) : lines_(wanted) {}

  void show(const WorldsProgress& progress) {
    last_ = progress;
    const double spent = std::chrono::duration<double>(Clock::now() - start_).count();
    std::string text = fmt::format("{} worlds tried", grouped(progress.evaluations));
    if (progress.ran > 0 && spent > 0)
      text += fmt::format(", {:.0f}/s", static_cast<double>(progress.ran) / spent);
    if (progress.waves > 0)
      text += fmt::format(", wave {}, threshold {:.3g}", progress.waves + 1, progress.threshold);
    lines_.show(text);
  }

  void end() { lines_.end(); }
  const WorldsProgress& last() const { return last_; }

 private:
  using Clock = std::chrono::steady_clock;
  ProgressLine lines_;
  Clock::time_point start_ = Clock::now();
  WorldsProgress last_;
};

int interrupted(const std::string& path, const WorldsProgress& at) {
  print_error(fmt::format("interrupted: {} are kept in '{}'; the same command again goes on\n",
                          how_many(at.evaluations, "evaluation", "evaluations"), journal_of(path).string()));
  return kSignalled + interrupting_signal();
}

void expect_output(const WorldsArguments& arguments) {
  if (!arguments.output) {
    throw InputError(Problem{{"-o"}, "", "no file for the worlds", "name one, such as -o worlds.csv"});
  }
  std::vector<Problem> problems = problems_of_place(*arguments.output, arguments.force, "worlds.csv");
  if (problems.empty() && names_results(*arguments.output))
    problems.push_back({{*arguments.output}, "", "worlds are a table", "a name that ends in .csv"});
  if (!problems.empty()) throw InputError(problems);
}

int finish(const WorldsArguments& arguments, const Worlds& worlds) {
  const WorldsSummary summary = summarise(worlds);
  if (arguments.json) {
    print_out(to_json(summary, arguments.language));
  } else if (!arguments.quiet || !worlds.fit) {
    print_out(to_text(summary, wants_colour(), arguments.language));
  }
  if (!worlds.fit) {
    print_error("no world that fits the evidence was found: nothing was written\n");
    return kNoneFits;
  }
  if (!arguments.quiet) {
    print_error(fmt::format("{}, {} of them distinct, in '{}'.\n",
                            how_many(worlds.values.size(), "world", "worlds"), grouped(worlds.distinct),
                            *arguments.output));
  }
  return 0;
}

}  // namespace

int worlds(const WorldsArguments& arguments) {
  expect_output(arguments);
  const WorldsPlan plan = plan_worlds(scenario_of(arguments), evidence_of(arguments), arguments.ranges,
                                      arguments.points, arguments.seed);
  WorldsTicker ticker(!arguments.quiet);
  WorldsOptions options;
  options.threads = arguments.threads > 0 ? arguments.threads : hardware_threads();
  options.stop = StopFlag(&watch_interrupts());
  options.most_evaluations = arguments.most_evaluations;
  options.tell = [&](const WorldsProgress& progress) { ticker.show(progress); };
  try {
    const Worlds worlds =
        worlds_to_file(plan, *arguments.output, options, arguments.force,
                       [](const std::string& note) { print_error(fmt::format("note: {}\n", note)); });
    ticker.end();
    return finish(arguments, worlds);
  } catch (const Interrupted&) {
    ticker.end();
    return interrupted(*arguments.output, ticker.last());
  }
}

}  // namespace orgsim::cli
