#include "cli/parser.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "platform/parallel.hpp"
#include "scenario/text/shipped.hpp"

namespace orgsim::cli {

void list_shipped(CLI::App& app) {
  app.footer(fmt::format("Scenarios that come with orgsim:\n  {}", fmt::join(shipped_names(), "\n  ")));
}

void add_overrides(CLI::App& app, Overrides& overrides) {
  list_shipped(app);
  app.add_option("--set", overrides.sets, "Override a key; may be given again")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  app.add_option("--kind", overrides.kind, "mean_field, pooled or network")->type_name("KIND");
  app.add_option("--seed", overrides.seed, "Seed of every draw")->type_name("S");
  app.add_option("--replications", overrides.replications, "Independent replications")->type_name("N");
}

void add_doubts(CLI::App& app, Overrides& overrides) {
  add_variants(app, overrides);
  app.add_option("--worlds-replications", overrides.worlds_replications,
                 "Replications of each of twenty worlds, for how much worlds differ")
      ->type_name("N");
}

void add_variants(CLI::App& app, Overrides& overrides) {
  app.add_option("--worlds", overrides.worlds,
                 "Worlds that fit the evidence in which the answer is looked at too; 0 for none")
      ->type_name("N");
  app.add_option("--worlds-file", overrides.worlds_file,
                 "CSV file of worlds (default: the ensemble that comes with orgsim)")
      ->type_name("FILE");
  app.add_option("--ranges", overrides.ranges, "Worlds from plausible ranges, or narrow or wide ones")
      ->type_name("RANGES");
  app.add_option("--rivals", overrides.rivals,
                 "What rivals do in further runs: same, respond or static (commas between)")
      ->type_name("RIVALS,..")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--quick", overrides.quick, "The default world alone: no other worlds and rivals");
}

void add_threads(CLI::App& app, int& threads) {
  app.add_option("--threads", threads, "Threads (default: all cores)")
      ->type_name("T")
      ->check(CLI::Range(1, kMostThreads));
}

void add_language(CLI::App& app, Language& language) {
  app.add_option_function<std::string>(
         "--language", [&language](const std::string& name) { language = *named<Language>(name); },
         "Language of the summary: en or zh (default: en)")
      ->type_name("LANGUAGE")
      ->check(CLI::IsMember({"en", "zh"}));
}

}  // namespace orgsim::cli
