// The command line of `orgsim worlds`.
#include <fmt/format.h>

#include "cli/parser.hpp"
#include "cli/worlds_arguments.hpp"
#include "experiment/worlds/plan.hpp"

namespace orgsim::cli {

void add_worlds(CLI::App& app, Action& action) {
  auto* verb = app.add_subcommand("worlds", "Draw worlds from the plausible ranges that fit the evidence");
  auto arguments = std::make_shared<WorldsArguments>();
  verb->add_option("scenario", arguments->path,
                   std::string(kScenarioHelp) + "; what it says stays (default: all defaults)")
      ->type_name("SCENARIO");
  verb->add_option("--set", arguments->overrides.sets, "Override a key, which then stays; may be given again")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  list_shipped(*verb);
  verb->add_option("--evidence", arguments->evidence,
                   "Table of targets (docs/evidence.md; default: the one that comes with orgsim)")
      ->type_name("FILE.toml");
  verb->add_option("--points", arguments->points,
                   fmt::format("Number of worlds (default: {})", arguments->points))
      ->type_name("N")
      ->check(CLI::Range(kLeastWorlds, kMostWorlds));
  verb->add_option("--seed", arguments->seed, "Seed of the draws (default: 1)")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber);
  verb->add_option_function<std::string>(
          "--ranges", [arguments](const std::string& name) { arguments->ranges = *named<Ranges>(name); },
          "plausible (default), or narrow and wide: half and twice as wide")
      ->type_name("RANGES")
      ->check(CLI::IsMember({"plausible", "narrow", "wide"}));
  verb->add_option("--most-evaluations", arguments->most_evaluations,
                   fmt::format("About so many worlds are tried (default: {})", arguments->most_evaluations))
      ->type_name("N")
      ->check(CLI::Range(kLeastAsked, kMostAsked));
  add_threads(*verb, arguments->threads);
  verb->add_option("-o,--output", arguments->output, "File of the worlds (CSV)")->type_name("FILE.csv");
  verb->add_flag("--force", arguments->force,
                 "Replace an existing file; a journal of other worlds is kept under another name");
  verb->add_flag("--quiet", arguments->quiet, "No progress and no summary");
  verb->add_flag("--json", arguments->json, "Print the summary as JSON");
  add_language(*verb, arguments->language);
  verb->callback([&action, arguments] { action = [arguments] { return worlds(*arguments); }; });
}

}  // namespace orgsim::cli
