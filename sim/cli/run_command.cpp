#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/loaded.hpp"
#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "cli/terminal.hpp"
#include "core/text.hpp"
#include "experiment/doubting.hpp"
#include "experiment/enough.hpp"
#include "experiment/focal_weeks.hpp"
#include "experiment/run.hpp"
#include "platform/signals.hpp"
#include "report/comparison.hpp"
#include "report/page/page.hpp"
#include "report/summary.hpp"
#include "results/csv.hpp"
#include "results/file_name.hpp"
#include "results/results.hpp"
#include "scenario/worlds_file.hpp"

namespace orgsim::cli {

namespace {

std::unique_ptr<RunSink> writer_to(const std::string& path, bool replace) {
  return names_table(path) ? outcomes_table_writer(path, replace) : results_writer(path, replace);
}

std::string what_was_written(const std::string& path) {
  if (names_table(path)) {
    return fmt::format("Outcomes in '{}', a row per strategy and replication.", path);
  }
  return fmt::format("Results in '{}' ({:.1f} MB); `orgsim show` prints this again.", path,
                     static_cast<double>(std::filesystem::file_size(path)) / 1e6);
}

// Says which of the scenarios it is where they are several.
// With as many replications as --until asks for.
Scenario with_enough(const Scenario& scenario, const RunArguments& arguments, const RunOptions& options) {
  if (!arguments.until) return scenario;
  RunOptions quietly = options;
  quietly.work.progress = {};
  Scenario wanted = scenario;
  wanted.parameters.run.replications =
      enough_replications(scenario, quietly, *arguments.until, arguments.most_replications);
  if (!arguments.quiet) {
    const bool most = wanted.parameters.run.replications >= arguments.most_replications;
    print_error(
        fmt::format("note: {} replications{}\n", grouped(wanted.parameters.run.replications),
                    most ? ", the most that were allowed (--most-replications)"
                         : fmt::format(": every interval is narrower than {} points", *arguments.until)));
  }
  return wanted;
}

RunResult run_one(const Loaded& loaded, RunOptions options, RunSink* sink, bool several) {
  try {
    options.doubts = !several;  // of several scenarios there is a line each
    std::optional<WorldTable> worlds;
    if (options.doubts) worlds = wanted_worlds(loaded.scenario);
    options.worlds = worlds ? &*worlds : nullptr;
    return orgsim::run(loaded.scenario, options, sink);
  } catch (const InputError& error) {
    if (several) throw InputError(placed(error, loaded.name));
    throw;
  }
}

// Where what comes of a run goes: into a file, onto a page, or both.
class Sinks {
 public:
  explicit Sinks(const RunArguments& arguments)
      : writer_(arguments.output ? writer_to(*arguments.output, arguments.force) : nullptr),
        both_({writer_.get(), &weeks_}),
        paged_(arguments.report.has_value()) {}

  RunSink* sink() {
    if (!paged_) return writer_.get();
    return writer_ ? static_cast<RunSink*>(&both_) : &weeks_;
  }
  const FocalWeeksSink& weeks() const { return weeks_; }

 private:
  std::unique_ptr<RunSink> writer_;
  FocalWeeksSink weeks_;
  SeveralSinks both_;
  bool paged_;
};

std::vector<RunResult> run_all(const RunArguments& arguments, const std::vector<Loaded>& scenarios,
                               const std::atomic<bool>& interrupted, Sinks& sinks) {
  ProgressBar bar(!arguments.quiet);
  RunOptions options = options_of(arguments);
  options.work.stop = StopFlag(&interrupted);
  std::vector<RunResult> results;
  for (const Loaded& scenario : scenarios) {
    options.work.progress = [&](double done) {
      bar.show((static_cast<double>(results.size()) + done) / static_cast<double>(scenarios.size()));
    };
    const Loaded wanted{scenario.name, with_enough(scenario.scenario, arguments, options)};
    results.push_back(run_one(wanted, options, sinks.sink(), scenarios.size() > 1));
  }
  return results;
}

void print_answer(const RunArguments& arguments, const RunResult& result) {
  const Summary summary = summarise(result);
  if (arguments.json) {
    print_out(to_json(summary, arguments.language));
  } else if (!arguments.quiet) {
    print_out(to_text(summary, wants_colour(), arguments.language));
  }
}

void print_comparison(const RunArguments& arguments, const std::vector<Loaded>& scenarios,
                      const std::vector<RunResult>& results) {
  std::vector<Compared> compared;
  for (std::size_t i = 0; i < results.size(); ++i) {
    compared.push_back({scenarios[i].name, summarise(results[i])});
  }
  if (arguments.json) {
    print_out(comparison_json(compared, arguments.language));
  } else if (!arguments.quiet) {
    print_out(comparison_text(compared, wants_colour(), arguments.language));
  }
}

}  // namespace

int run(const RunArguments& arguments) {
  const std::vector<Loaded> scenarios = load_all(arguments);
  const bool once = std::any_of(scenarios.begin(), scenarios.end(),
                                [](const Loaded& loaded) { return is_deterministic(loaded.scenario); });
  if (arguments.overrides.replications && once) {
    print_error("note: a mean field without drawn keys draws nothing at random; one replication is run\n");
  }
  // Before there is a file that an interruption could leave behind.
  const std::atomic<bool>& interrupted = watch_interrupts();
  Sinks sinks(arguments);
  const std::vector<RunResult> results = run_all(arguments, scenarios, interrupted, sinks);
  if (arguments.report) {
    const FocalWeeksSink& weeks = sinks.weeks();
    page::write_page(*arguments.report, page::data_of(results.front(), weeks.weeks(), weeks.audited()),
                     arguments.language, arguments.force);
  }
  if (results.size() == 1) {
    print_answer(arguments, results.front());
  } else {
    print_comparison(arguments, scenarios, results);
  }
  if (arguments.output && !arguments.quiet) {
    print_error(fmt::format("\n{}\n", what_was_written(*arguments.output)));
  }
  if (arguments.report && !arguments.quiet) print_error("\n" + page_was_written(*arguments.report) + "\n");
  return 0;
}

}  // namespace orgsim::cli
