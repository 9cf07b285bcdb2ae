#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "core/text.hpp"
#include "experiment/drawn.hpp"
#include "experiment/units/all.hpp"
#include "report/describe.hpp"
#include "report/summary.hpp"
#include "report/sweep_summary.hpp"
#include "report/units_report.hpp"
#include "results/results.hpp"
#include "results/units_file.hpp"
#include "scenario/schema.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim::cli {

namespace {

Overrides overrides_of(const std::vector<std::string>& sets) {
  Overrides overrides;
  overrides.sets = sets;
  return overrides;
}

}  // namespace

int check(const std::vector<std::string>& paths, const std::vector<std::string>& sets) {
  expect_one_pipe(paths);
  int code = 0;
  for (const std::string& path : paths) {
    try {
      const Scenario scenario = load(path, overrides_of(sets));
      check_draws(scenario);
      print_out(fmt::format("{}: fine ({}, {}, {})\n", called(path),
                            how_many(scenario.firms.size(), "firm", "firms"),
                            how_many(scenario.strategies.size(), "strategy", "strategies"),
                            how_many(scenario.drawn.size(), "drawn key", "drawn keys")));
    } catch (const InputError& error) {
      print_error(fmt::format("{}\n", error.what()));
      code = 2;
    }
  }
  return code;
}

int resolve(const std::string& path, const Overrides& overrides) {
  print_out(to_toml(load(path, overrides)));
  return 0;
}

int describe(const std::string& key, bool markdown) {
  print_out(markdown ? describe_markdown() : key.empty() ? describe_all_text() : describe_text(key));
  return 0;
}

int schema() {
  print_out(scenario_schema());
  return 0;
}

int show(const std::string& path, bool json, Language language) {
  results::CheckedFile file = results::open_checked(path, {});
  const std::string experiment = results::experiment_in(file);
  if (units_experiment(experiment) != nullptr) {
    const UnitsResult result = read_units(std::move(file));
    print_out(json ? to_json(result, language) : to_text(result, wants_colour(), language));
    return 0;
  }
  if (experiment == kSweep) {
    const SweepFile swept(std::move(file));
    const SweepSummary summary = summarise(swept);
    print_out(json ? to_json(summary, language) : to_text(summary, wants_colour(), language));
    return 0;
  }
  const RunResult result = results::opened(std::move(file)).result;
  const Summary summary = summarise(result);
  print_out(json ? to_json(summary, language) : to_text(summary, wants_colour(), language));
  return 0;
}

}  // namespace orgsim::cli
