#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "experiment/run.hpp"
#include "platform/parallel.hpp"
#include "platform/signals.hpp"
#include "report/summary.hpp"
#include "results/csv.hpp"
#include "results/file_name.hpp"
#include "results/results.hpp"

namespace orgsim::cli {

namespace {

namespace fs = std::filesystem;

std::vector<Problem> problems_of_output(const RunArguments& arguments) {
  if (!arguments.output) return {};
  const std::vector<Problem> problems = problems_of_place(*arguments.output, arguments.force, "results.h5");
  if (!problems.empty()) return problems;
  if (const std::optional<Problem> wrong = problem_of_results_name(*arguments.output, true)) return {*wrong};
  return {};
}

// The scenario, with everything that is wrong with it or with the output in one pass.
Scenario load_for(const RunArguments& arguments) {
  std::vector<Problem> problems = problems_of_output(arguments);
  std::vector<fs::path> sources;
  try {
    Scenario scenario = load(arguments.scenario, &sources);
    for (const fs::path& source : sources) {
      std::error_code error;
      if (arguments.output && fs::equivalent(*arguments.output, source, error)) {
        problems = {{{*arguments.output},
                     "",
                     "the scenario is read from this file, and nothing was run",
                     "name another file for the results"}};
      }
    }
    if (problems.empty()) return scenario;
  } catch (const InputError& error) {
    problems.insert(problems.end(), error.problems().begin(), error.problems().end());
  }
  throw InputError(problems);
}

std::unique_ptr<RunSink> writer_to(const std::string& path, bool replace) {
  return names_table(path) ? outcomes_table_writer(path, replace) : results_writer(path, replace);
}

std::string what_was_written(const std::string& path) {
  if (names_table(path)) {
    return fmt::format("Outcomes in '{}', a row per strategy and replication.", path);
  }
  return fmt::format("Results in '{}' ({:.1f} MB); `orgsim show` prints this again.", path,
                     static_cast<double>(fs::file_size(path)) / 1e6);
}

}  // namespace

int run(const RunArguments& arguments) {
  const Scenario scenario = load_for(arguments);
  if (arguments.scenario.replications && is_deterministic(scenario)) {
    print_error("note: a mean field without drawn keys draws nothing at random; one replication is run\n");
  }
  RunOptions options;
  options.work.threads = arguments.threads > 0 ? arguments.threads : hardware_threads();
  options.only = arguments.only;
  options.only_place = "--only";
  options.work.stop = StopFlag(&watch_interrupts());

  RunResult result;
  {
    const std::unique_ptr<RunSink> writer =
        arguments.output ? writer_to(*arguments.output, arguments.force) : nullptr;
    ProgressBar bar(!arguments.quiet);
    options.work.progress = [&bar](double done) { bar.show(done); };
    result = orgsim::run(scenario, options, writer.get());
  }
  const Summary summary = summarise(result);
  if (arguments.json) {
    print_out(to_json(summary, arguments.language));
  } else if (!arguments.quiet) {
    print_out(to_text(summary, wants_colour(), arguments.language));
  }
  if (arguments.output && !arguments.quiet) {
    print_error(fmt::format("\n{}\n", what_was_written(*arguments.output)));
  }
  return 0;
}

}  // namespace orgsim::cli
