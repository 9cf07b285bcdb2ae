#include "report/page/data/run_data.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "core/version.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/world_line.hpp"

namespace orgsim::page {

Json begun_data(const Scenario& scenario, std::size_t replications) {
  return {
      {"program", "orgsim"},
      {"version", program_version()},
      {"commit", program_commit()},
      {"words", all_words()},
      {"title", in_both(scenario.title)},
      {"size", both([&](Language language) { return world_line(scenario, replications, Words(language)); })}};
}

namespace {

std::string command_of(const RunResult& result) {
  std::string command = "orgsim run scenario.toml --report page.html";
  if (result.arms.size() > result.scenario.strategies.size()) return command;
  std::vector<std::string> names;
  for (const ArmTitle& arm : result.arms) names.push_back(arm.name);
  return command + fmt::format(" --only {}", fmt::join(names, ","));
}

// When a strategy begins; nothing of the baseline, or where it never does.
Json begins(const Summary& summary, const ArmTitle& arm) {
  const auto strategy = std::ranges::find(summary.strategies, arm, &StrategySummary::arm);
  if (strategy == summary.strategies.end() || strategy->beginning.count == 0) return nullptr;
  return both([&](Language language) {
    return say(word("detail_begins", language), fmt::arg("week", strategy->beginning.median));
  });
}

}  // namespace

Json run_data(const Summary& summary, const std::vector<FocalWeeks>& weeks) {
  const RunResult& result = *summary.result;
  Json json = begun_data(result.scenario, result.replications);
  json["firm"] = in_both(result.scenario.firms.front().name);
  json["deterministic"] = is_deterministic(result.scenario);
  json["arms"] = Json::array();
  for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
    json["arms"].push_back({{"name", result.arms[arm].name},
                            {"label", arm == 0 ? both_words("baseline") : in_both(result.arms[arm].label)},
                            {"begins", begins(summary, result.arms[arm])}});
  }
  json["answer"] = answer_of(summary);
  if (!weeks.empty()) json["weekly"] = weekly_of(summary, weeks);
  json["lines"] = lines_of(summary);
  if (!summary.strategies.empty()) json["strategies"] = strategies_of(summary);
  Json elsewhere = elsewhere_of(summary);
  if (!elsewhere.is_null()) json["elsewhere"] = std::move(elsewhere);
  json["assumptions"] = assumptions_of(result.scenario);
  json["reproduction"] = reproduction_of(result.scenario, result.replications, command_of(result));
  return json;
}

}  // namespace orgsim::page
