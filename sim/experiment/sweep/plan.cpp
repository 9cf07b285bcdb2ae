#include "experiment/sweep/plan.hpp"

#include <algorithm>
#include <map>

#include "core/text.hpp"
#include "engine/numbers.hpp"
#include "experiment/drawn.hpp"
#include "experiment/run.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/sweep.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

std::vector<Arm> arms_of_sweep(const Scenario& scenario) {
  const std::optional<std::vector<std::string>>& strategies = scenario.sweep.strategies;
  if (!strategies) return arms_of(scenario, {});
  if (strategies->empty()) return {baseline_arm()};
  return arms_of(scenario, {{}, *strategies, "sweep.strategies", {}});
}

// Every leaf of a document by its path, as text.
void flatten(const Node& node, const std::string& path, std::map<std::string, std::string>& leaves) {
  if (const NodeTable* table = node.as<NodeTable>()) {
    for (const Entry& entry : *table) flatten(entry.node, joined_path(path, entry.key), leaves);
  } else if (const NodeList* list = node.as<NodeList>()) {
    if (list->empty()) leaves[path] = "[]";
    for (std::size_t i = 0; i < list->size(); ++i)
      flatten((*list)[i], fmt::format("{}[{}]", path, i), leaves);
  } else if (const auto* text = node.as<std::string>()) {
    leaves[path] = "'" + *text + "'";
  } else if (const bool* flag = node.as<bool>()) {
    leaves[path] = *flag ? "true" : "false";
  } else if (const auto* whole = node.as<std::int64_t>()) {
    leaves[path] = fmt::format("{}", *whole);
  } else if (const auto* number = node.as<double>()) {
    leaves[path] = fmt::format("{}", *number);
  }
}

std::map<std::string, std::string> leaves_of(const std::string& text) {
  std::map<std::string, std::string> leaves;
  flatten(parse_document(text, "the plan"), "", leaves);
  return leaves;
}

}  // namespace

RowLayout series_of_sweep(const Scenario& scenario) {
  const SweepTable& sweep = scenario.sweep;
  std::vector<Quantity> chosen;
  for (const Quantity& series : run_series()) {
    const auto& names = sweep.series;
    const bool named = std::find(names.begin(), names.end(), series.name) != names.end();
    if (named && sweep.keeps_weeks()) chosen.push_back(series);
  }
  return {scenario.firms.size(), chosen};
}

Scenario SweepPlan::scenario_of(std::size_t point, std::span<const double> of_axes) const {
  Scenario result = without_sweep;
  std::vector<std::string> paths;
  std::vector<double> values;
  for (std::size_t a = 0; a < axes.size(); ++a) {
    for (const std::string& path : axes[a].paths) {
      paths.push_back(path);
      values.push_back(of_axes[a]);
    }
  }
  set_numbers(result, paths, values);
  if (sweep().independent) {
    const StreamKey key{static_cast<std::uint64_t>(scenario.parameters.run.seed),
                        static_cast<std::uint32_t>(point)};
    constexpr std::uint32_t seeds = 1U << 16U;  // a week that designs do not draw in
    result.parameters.run.seed = static_cast<std::int64_t>(key.stream(Purpose::design, seeds, 0)());
  }
  expect_sound(result);
  return result;
}

SweepPlan plan_sweep(const Scenario& scenario) {
  expect_sound(scenario);
  std::vector<Problem> problems = problems_of_sweep(scenario);
  if (!scenario.sweep.given()) {
    problems.push_back(
        {{}, "sweep.vary", "no key varies", "[sweep.vary] in the scenario, or --vary market.taste=1:5"});
  }
  if (!problems.empty()) throw InputError(problems);
  std::vector<Axis> axes = axes_of(scenario);
  Design design(scenario, axes);
  const std::int64_t asked = scenario.sweep.replications.value_or(scenario.parameters.run.replications);
  std::vector<Arm> arms = arms_of_sweep(scenario);
  expect_sound(arms, scenario);
  Scenario for_one = scenario;
  for (const Axis& axis : axes) {
    for (const std::string& path : axis.paths) stop_drawing(for_one, path);
  }
  const bool deterministic = is_deterministic(for_one);
  const auto replications = deterministic ? 1 : static_cast<std::size_t>(asked);
  Scenario without_sweep = scenario;
  without_sweep.sweep = {};
  return {scenario,      std::move(axes),           std::move(design),        std::move(arms), replications,
          deterministic, series_of_sweep(scenario), std::move(without_sweep), for_one.drawn};
}

std::string text_of(const SweepPlan& plan) {
  Scenario scenario = plan.scenario;
  const SweepTable blank;
  scenario.sweep.replications = blank.replications;
  scenario.parameters.run.replications = RunParameters().replications;
  const DesignKind design = plan.sweep().design;
  if (can_grow(design) || design == DesignKind::grid) scenario.sweep.points = blank.points;
  if (!scenario.sweep.keeps_weeks()) scenario.sweep.series = blank.series;
  return to_toml(scenario);
}

std::vector<std::string> differences(const std::string& here, const std::string& there) {
  const std::map<std::string, std::string> ours = leaves_of(here);
  std::map<std::string, std::string> theirs = leaves_of(there);
  std::vector<std::string> found;
  const auto note = [&](const std::string& path, const std::string& now, const std::string& then) {
    found.push_back(fmt::format("{}: {} now, {} then", path, now, then));
  };
  for (const auto& [path, value] : ours) {
    const auto other = theirs.find(path);
    if (other == theirs.end()) {
      note(path, value, "not there");
      continue;
    }
    if (other->second != value) note(path, value, other->second);
    theirs.erase(other);
  }
  for (const auto& [path, value] : theirs) note(path, "not there", value);
  return found;
}

std::string what_differs(const MadeOf& now, const MadeOf& then, std::vector<std::string> found) {
  constexpr std::size_t most = 5;
  if (now.version != then.version || now.commit != then.commit) {
    found.push_back(fmt::format("the program: {} (commit {}) now, {} (commit {}) then", now.version,
                                now.commit, then.version, then.commit));
  }
  if (now.plan != then.plan) {
    for (std::string& one : differences(now.plan, then.plan)) found.push_back(std::move(one));
    if (found.empty()) found.emplace_back("the way in which the scenario is written");
  }
  const std::size_t more = found.size() - std::min(found.size(), most);
  found.resize(found.size() - more);
  for (std::string& one : found) one = printable(one);
  if (more > 0) found.push_back(fmt::format("and {} more", more));
  return fmt::format("{}", fmt::join(found, "; "));
}

}  // namespace orgsim
