#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "experiment/run.hpp"
#include "platform/parallel.hpp"
#include "platform/part_file.hpp"
#include "platform/signals.hpp"
#include "report/summary.hpp"
#include "results/results.hpp"

namespace orgsim::cli {

namespace {

namespace fs = std::filesystem;

// Whether the results may go where they are to go. Reads nothing but the folder.
std::vector<Problem> problems_of_output(const RunArguments& arguments) {
  const fs::path path = arguments.output.value_or("results");
  const auto problem = [&](const std::string& what, const std::string& cure) {
    return std::vector<Problem>{{{path.string()}, "", what, cure}};
  };
  if (!arguments.output) return {};
  if (path.empty())
    return {{{"-o"}, "", "the name of the results file is empty", "give one, such as results.h5"}};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (const std::optional<Problem> wrong = problem_of_target(path)) return {*wrong};
  if (fs::exists(status) && !arguments.force) {
    return problem("the file exists, and nothing was run", "add --force to replace it, or name another file");
  }
  const fs::path folder = path.parent_path();
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    return problem(fmt::format("there is no folder '{}'", folder.string()), "make it first");
  }
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

std::string file_size(const fs::path& path) {
  return fmt::format("{:.1f} MB", static_cast<double>(fs::file_size(path)) / 1e6);
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
        arguments.output ? results_writer(*arguments.output, arguments.force) : nullptr;
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
    print_error(fmt::format("\nResults in '{}' ({}); `orgsim show` prints this again.\n", *arguments.output,
                            file_size(*arguments.output)));
  }
  return 0;
}

}  // namespace orgsim::cli
