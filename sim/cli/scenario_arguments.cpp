#include "cli/scenario_arguments.hpp"

#include <fmt/format.h>

#include "cli/output.hpp"
#include "scenario/files.hpp"
#include "scenario/text/notes.hpp"

namespace orgsim::cli {

Scenario load(const ScenarioArguments& arguments, std::vector<std::filesystem::path>* sources) {
  std::vector<Setting> settings;
  for (const std::string& set : arguments.sets) settings.push_back({set, "--set " + set});
  const auto option = [&](const std::optional<std::string>& value, const std::string& name,
                          const std::string& key) {
    if (value) settings.push_back({key + "=" + *value, name + " " + *value});
  };
  option(arguments.kind, "--kind", "market.kind");
  option(arguments.seed, "--seed", "run.seed");
  option(arguments.replications, "--replications", "run.replications");
  Scenario scenario = load_named_scenario(arguments.path, settings, sources);
  for (const Problem& note : notes_on(scenario)) print_error(fmt::format("note: {}\n", to_string(note)));
  return scenario;
}

}  // namespace orgsim::cli
