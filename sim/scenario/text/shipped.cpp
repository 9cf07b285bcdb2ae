#include "scenario/text/shipped.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "scenario/text/reader.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

constexpr std::string_view kSuffix = ".toml";

}  // namespace

std::vector<std::string> shipped_names() {
  std::vector<std::string> names;
  for (const ShippedScenario& shipped : shipped_scenarios()) names.emplace_back(shipped.name);
  return names;
}

const ShippedScenario* find_shipped(std::string_view name) {
  const std::span<const ShippedScenario> all = shipped_scenarios();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const ShippedScenario& shipped) { return shipped.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Problem no_shipped(std::string_view name) {
  const std::vector<std::string> names = shipped_names();
  const std::optional<std::string> meant = nearest(name, names);
  return {{},
          "",
          fmt::format("no scenario that comes with orgsim is called '{}'", name),
          meant ? fmt::format("did you mean '{}'?", *meant)
                : fmt::format("there are: {}", fmt::join(names, ", "))};
}

Problem no_file_nor_shipped(std::string_view name) {
  Problem problem = no_shipped(name);
  problem.what = "there is no such file, and " + problem.what;
  return problem;
}

std::string ShippedFiles::scenario(const std::string& path, const Place& asked_at) const {
  std::string_view name = path;
  if (name.ends_with(kSuffix)) name.remove_suffix(kSuffix.size());
  if (const ShippedScenario* shipped = find_shipped(name)) return std::string(shipped->text);
  Problem problem = no_shipped(name);
  problem.place = asked_at;
  throw InputError(problem);
}

Scenario load_shipped(const std::string& name, const std::vector<Setting>& settings, const Files& others) {
  if (find_shipped(name) == nullptr) throw InputError(no_shipped(name));
  Scenario scenario = load_scenario(name + std::string(kSuffix), settings, ShippedFiles(others));
  if (scenario.title.empty()) scenario.title = name;
  return scenario;
}

}  // namespace orgsim
