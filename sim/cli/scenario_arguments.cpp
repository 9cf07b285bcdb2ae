#include "cli/scenario_arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "cli/output.hpp"
#include "scenario/files.hpp"
#include "scenario/piped.hpp"
#include "scenario/text/notes.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim::cli {

namespace {

constexpr std::size_t kMostPipedBytes = std::size_t{1} << 20U;  // as of a file

[[noreturn]] void refuse_input(const std::string& what, const std::string& cure) {
  throw InputError(Problem{{std::string(kStandardInput)}, "", what, cure});
}

// C's stream: C++'s does not tell an error from the end.
std::string standard_input() {
  std::string text(kMostPipedBytes + 1, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), stdin));
  if (std::ferror(stdin) != 0) {
    refuse_input(fmt::format("it cannot be read to its end: {}", std::generic_category().message(errno)),
                 "name a file instead");
  }
  if (text.size() > kMostPipedBytes) {
    refuse_input(fmt::format("it is larger than {} MB", kMostPipedBytes >> 20U), "is it a scenario?");
  }
  return text;
}

std::optional<std::string> quoted(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  return toml_string(*text);
}

// An option that another would silently outdo.
void expect_no_contradiction(const Overrides& overrides) {
  const auto refuse = [](const std::string& option, const std::string& other, const std::string& what) {
    throw InputError(
        Problem{{option}, "", fmt::format("{}, and {} is given", what, other), "leave out one of the two"});
  };
  const std::string alone = "it is the default world alone, without other rivals";
  const std::string shipped = "it chooses one of the ensembles that come with orgsim";
  if (overrides.quick && overrides.worlds) refuse("--quick", "--worlds", alone);
  if (overrides.quick && overrides.worlds_file) refuse("--quick", "--worlds-file", alone);
  if (overrides.quick && overrides.worlds_replications) refuse("--quick", "--worlds-replications", alone);
  if (overrides.quick && overrides.ranges) refuse("--quick", "--ranges", alone);
  if (overrides.quick && !overrides.rivals.empty()) refuse("--quick", "--rivals", alone);
  if (overrides.worlds_file && overrides.ranges) refuse("--ranges", "--worlds-file", shipped);
}

std::vector<Setting> settings_of(const Overrides& overrides) {
  expect_no_contradiction(overrides);
  std::vector<Setting> settings;
  for (const std::string& set : overrides.sets) settings.push_back({set, "--set " + set});
  const auto option = [&](const std::optional<std::string>& value, const std::string& name,
                          const std::string& key) {
    if (value) settings.push_back({key + "=" + *value, name + " " + *value});
  };
  option(overrides.kind, "--kind", "market.kind");
  option(overrides.seed, "--seed", "run.seed");
  option(overrides.replications, "--replications", "run.replications");
  if (overrides.quick) {
    settings.push_back({"run.worlds=0", "--quick"});
    settings.push_back({"run.rivals=[]", "--quick"});
  }
  option(overrides.worlds, "--worlds", "run.worlds");
  option(quoted(overrides.worlds_file), "--worlds-file", "run.worlds_file");
  option(overrides.worlds_replications, "--worlds-replications", "run.worlds_replications");
  option(overrides.ranges, "--ranges", "run.ranges");
  if (!overrides.rivals.empty()) {
    std::vector<std::string> names;
    for (const std::string& name : overrides.rivals) names.push_back(toml_string(name));
    settings.push_back({fmt::format("run.rivals=[{}]", fmt::join(names, ", ")),
                        fmt::format("--rivals {}", fmt::join(overrides.rivals, ","))});
  }
  return settings;
}

Scenario load_from_pipe(const Overrides& overrides, std::vector<std::filesystem::path>* sources) {
  std::vector<std::string> read;
  Scenario scenario = load_piped(standard_input(), settings_of(overrides), &read);
  if (sources != nullptr) sources->assign(read.begin(), read.end());
  return scenario;
}

}  // namespace

std::string called(const std::string& path) {
  return path == kPipe ? std::string(kStandardInput) : path;
}

void expect_one_pipe(const std::vector<std::string>& paths) {
  if (std::count(paths.begin(), paths.end(), kPipe) <= 1) return;
  throw InputError(Problem{{kPipe}, "", "standard input can be read only once", "name it once"});
}

Scenario load(const std::string& path, const Overrides& overrides,
              std::vector<std::filesystem::path>* sources) {
  const Scenario scenario = path == kPipe ? load_from_pipe(overrides, sources)
                                          : load_named_scenario(path, settings_of(overrides), sources);
  for (const Problem& note : notes_on(scenario)) print_error(fmt::format("note: {}\n", to_string(note)));
  return scenario;
}

Scenario load_defaults(const Overrides& overrides) {
  return orgsim::load_defaults(settings_of(overrides));
}

}  // namespace orgsim::cli
