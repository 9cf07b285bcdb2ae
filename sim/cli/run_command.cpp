#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "core/parallel.hpp"
#include "experiment/run.hpp"
#include "io/results.hpp"
#include "report/summary.hpp"

namespace orgsim::cli {

namespace {

namespace fs = std::filesystem;

void check_output(const RunArguments& arguments) {
  const fs::path path = arguments.output;
  if (path.empty()) return;
  const auto refuse = [&](const std::string& what, const std::string& cure) {
    throw InputError(Problem{{path.string()}, "", what, cure});
  };
  std::error_code error;
  if (fs::is_directory(path, error)) refuse("this is a folder", "name a file, such as results.h5");
  if (fs::equivalent(path, arguments.scenario.path, error)) {
    refuse("this is the scenario itself", "name another file for the results");
  }
  if (fs::exists(path, error) && !arguments.force) {
    refuse("the file exists, and nothing was run", "add --force to replace it, or name another file");
  }
  const fs::path folder = path.parent_path();
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    refuse(fmt::format("there is no folder '{}'", folder.string()), "make it first");
  }
}

std::string file_size(const fs::path& path) {
  return fmt::format("{:.1f} MB", static_cast<double>(fs::file_size(path)) / 1e6);
}

}  // namespace

int run(const RunArguments& arguments) {
  check_output(arguments);
  const Scenario scenario = load(arguments.scenario);
  if (arguments.scenario.replications && is_deterministic(scenario)) {
    fmt::print(stderr, "note: a mean field without drawn keys has no chance in it; one replication is run\n");
  }
  RunOptions options;
  options.threads = arguments.threads > 0 ? arguments.threads : hardware_threads();
  options.only = arguments.only;
  options.stop = &watch_interrupts();

  RunResult result;
  {
    const std::unique_ptr<RunSink> writer =
        arguments.output.empty() ? nullptr : results_writer(arguments.output);
    ProgressBar bar(!arguments.quiet);
    options.progress = [&bar](double done) { bar.show(done); };
    result = orgsim::run(scenario, options, writer.get());
  }
  const Summary summary = summarise(result);
  if (arguments.json) {
    fmt::print("{}", to_json(summary));
  } else if (!arguments.quiet) {
    fmt::print("{}", to_text(summary, wants_colour()));
  }
  if (!arguments.output.empty() && !arguments.quiet) {
    fmt::print(stderr, "\nResults in {} ({}); `orgsim show {}` prints this again.\n", arguments.output,
               file_size(arguments.output), arguments.output);
  }
  return 0;
}

}  // namespace orgsim::cli
