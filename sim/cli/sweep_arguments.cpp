#include "cli/sweep_arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/scenario_arguments.hpp"
#include "scenario/files.hpp"
#include "scenario/text/sweep.hpp"

namespace orgsim::cli {

namespace {

// TOML as it stands behind an option.
Node value_of(const std::string& toml, const std::string& option, const std::string& cure) {
  const Place place{option};
  try {
    Node document = parse_document("value = " + toml, option);
    const NodeTable& table = *document.as<NodeTable>();
    if (table.size() == 1) {
      Node value = table.front().node;
      place_all(value, place);
      return value;
    }
  } catch (const InputError&) {
  }
  throw InputError(Problem{place, "", fmt::format("'{}' cannot be read", toml), cure});
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t end = text.find(at); end != std::string::npos; end = text.find(at, from)) {
    parts.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

// A:B, A:B:STEP, A,B,C or TOML.
Entry varied_of(const std::string& text) {
  const std::string option = "--vary " + text;
  constexpr const char* cure =
      "--vary market.taste=1:5 (a range), 1:5:0.5 (with a step), 1,2,5 (values), TOML in quotes, or "
      "plausible";
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw InputError(Problem{{option}, "", "no key and values", cure});
  const std::string value = text.substr(equals + 1);
  std::string toml = value;
  if (value[0] != '{' && value[0] != '[') {
    const std::vector<std::string> ends = split(value, ':');
    if (ends.size() == 2) toml = fmt::format("[{}, {}]", ends[0], ends[1]);
    if (ends.size() == 3) toml = fmt::format("{{ range = [{}, {}], step = {} }}", ends[0], ends[1], ends[2]);
    if (ends.size() == 1) toml = fmt::format("{{ values = [{}] }}", value);
  }
  // Not within the braces below: GCC 12 frees what stands there twice if this throws.
  Node node = value_of(toml, option, cure);
  return {text.substr(0, equals), {option}, std::move(node)};
}

Node names(const std::vector<std::string>& all, const std::string& option) {
  NodeList list;
  for (const std::string& name : all) list.push_back(Node{{option}, name});
  return {{option}, list};
}

Node table_of(const SweepArguments& arguments) {
  NodeTable table;
  const auto add = [&](const std::string& key, const std::string& option, Node node) {
    table.push_back({key, {option}, std::move(node)});
  };
  const auto add_number = [&](const std::string& key, const std::string& option,
                              const std::optional<std::string>& text) {
    if (text) add(key, option, value_of(*text, option + " " + *text, "a whole number"));
  };
  if (arguments.points_file) {
    add("file", "--points-file", Node{{"--points-file " + *arguments.points_file}, *arguments.points_file});
    add("design", "--points-file", Node{{"--points-file"}, std::string(name_of(DesignKind::file))});
  } else if (arguments.design) {
    add("design", "--design", Node{{"--design " + *arguments.design}, *arguments.design});
  }
  add_number("points", "--points", arguments.points);
  add_number("replications", "--replications", arguments.overrides.replications);
  if (!arguments.only.empty()) add("strategies", "--only", names(arguments.only, "--only"));
  if (arguments.baseline_alone) add("strategies", "--baseline-alone", names({}, "--baseline-alone"));
  if (arguments.keep) add("keep", "--keep", names(split(*arguments.keep, ','), "--keep"));
  if (arguments.series) add("series", "--series", names(split(*arguments.series, ','), "--series"));
  if (arguments.independent) add("independent", "--independent", Node{{"--independent"}, true});
  NodeTable vary;
  for (const std::string& text : arguments.vary) {
    if (text != kVaryPlausible) vary.push_back(varied_of(text));
  }
  if (!vary.empty()) add("vary", "--vary", Node{{"--vary"}, vary});
  return {{"orgsim sweep"}, table};
}

// What varies over its plausible range is all that nothing else says of.
void lay_over_plausible(Scenario& scenario, const SweepArguments& arguments) {
  const std::vector<std::string>& vary = arguments.vary;
  if (std::find(vary.begin(), vary.end(), kVaryPlausible) == vary.end()) return;
  NodeTable table;
  table.push_back({"vary", {"--vary"}, Node{{"--vary"}, std::string(kVaryPlausible)}});
  lay_over_sweep(scenario, Node{{"orgsim sweep"}, table}, disk());
}

}  // namespace

SweepPlan plan_of(const SweepArguments& arguments) {
  Overrides overrides = arguments.overrides;
  overrides.replications.reset();
  Scenario scenario = load(arguments.path, overrides);
  const Node table = table_of(arguments);
  if (arguments.points_file && !scenario.sweep.file.empty()) scenario.sweep.file.clear();
  lay_over_sweep(scenario, table, disk());
  lay_over_plausible(scenario, arguments);
  return plan_sweep(scenario);
}

Shard shard_of(const std::string& text) {
  Shard shard;
  const char* end = text.data() + text.size();
  const auto [slash, wrong] = std::from_chars(text.data(), end, shard.index);
  const bool has_slash = wrong == std::errc() && slash != end && *slash == '/';
  if (has_slash) {
    const auto [rest, also_wrong] = std::from_chars(slash + 1, end, shard.count);
    constexpr std::size_t most = 1000000;
    if (also_wrong == std::errc() && rest == end && shard.index >= 1 && shard.index <= shard.count &&
        shard.count <= most)
      return shard;
  }
  throw InputError(Problem{
      {"--shard " + text}, "", "there is no such shard", "--shard 2/5: the second of five, numbered from 1"});
}

std::vector<std::string> words_of(const SweepArguments& arguments) {
  std::vector<std::string> words{"sweep", arguments.path};
  const auto add = [&](const std::string& option, const std::optional<std::string>& value) {
    if (!value) return;
    words.push_back(option);
    words.push_back(*value);
  };
  const auto add_flag = [&](const std::string& option, bool given) {
    if (given) words.push_back(option);
  };
  for (const std::string& set : arguments.overrides.sets) add("--set", set);
  add("--kind", arguments.overrides.kind);
  add("--seed", arguments.overrides.seed);
  add("--replications", arguments.overrides.replications);
  for (const std::string& vary : arguments.vary) add("--vary", vary);
  add("--design", arguments.design);
  add("--points", arguments.points);
  add("--points-file", arguments.points_file);
  if (!arguments.only.empty()) add("--only", fmt::format("{}", fmt::join(arguments.only, ",")));
  add_flag("--baseline-alone", arguments.baseline_alone);
  add("--keep", arguments.keep);
  add("--series", arguments.series);
  add_flag("--independent", arguments.independent);
  if (arguments.until) {
    add("--until", fmt::format("{}", *arguments.until));
    add("--most-replications", fmt::format("{}", arguments.most_replications));
  }
  if (arguments.point_timeout) add("--point-timeout", fmt::format("{}", *arguments.point_timeout));
  add_flag("--retry-failed", arguments.retry_failed);
  return words;
}

}  // namespace orgsim::cli
