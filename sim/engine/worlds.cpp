#include "engine/worlds.hpp"

#include <algorithm>

#include "engine/numbers.hpp"
#include "engine/plausible.hpp"

namespace orgsim {

namespace {

std::string_view strategy_of(Rivals rivals) {
  switch (rivals) {
    case Rivals::same:
      return kSameAsFocal;
    case Rivals::respond:
      return kAnswersFocal;
    case Rivals::stand:
      break;
  }
  return "";
}

// A scenario may have other adopter classes than the defaults: then worlds have nothing to say of them.
bool as_long_by_default(const Scenario& scenario, const std::string& key) {
  static const Scenario by_default;
  const std::optional<NumberKey> here = find_number(scenario, key);
  const std::optional<NumberKey> there = find_number(by_default, key);
  return here && there && here->entries == there->entries;
}

}  // namespace

std::size_t worlds_of(const Scenario& scenario) {
  constexpr std::size_t most_usual = 100;
  const RunParameters& run = scenario.parameters.run;
  if (run.worlds) return static_cast<std::size_t>(*run.worlds);
  if (scenario.parameters.market.kind == MarketKind::network) return 0;
  return std::min(static_cast<std::size_t>(run.replications), most_usual);
}

std::set<std::string> keys_that_stay(const Scenario& scenario) {
  std::set<std::string> kept;
  const std::vector<std::string>& named = scenario.parameters.run.named;
  kept.insert(named.begin(), named.end());
  for (const DrawnKey& drawn : scenario.drawn) kept.insert(number_path(drawn.path).key);
  static const std::vector<PlausibleNumber> numbers = plausible_numbers();
  for (const PlausibleNumber& number : numbers) {
    if (number.share_of.empty()) continue;
    if (kept.contains(number.key)) kept.insert(number.share_of);
    if (kept.contains(number.share_of)) kept.insert(number.key);
  }
  return kept;
}

std::vector<std::size_t> free_columns(const Scenario& scenario, const WorldTable& worlds) {
  const std::set<std::string> kept = keys_that_stay(scenario);
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < worlds.paths.size(); ++c) {
    const std::string key = number_path(worlds.paths[c]).key;
    if (!kept.contains(key) && as_long_by_default(scenario, key)) columns.push_back(c);
  }
  return columns;
}

Scenario in_world(const Scenario& scenario, const WorldTable& worlds, std::size_t row,
                  std::span<const std::size_t> columns) {
  Scenario result = scenario;
  std::vector<std::string> paths;
  std::vector<double> values;
  for (const std::size_t c : columns) {
    paths.push_back(worlds.paths[c]);
    values.push_back(worlds.row(row)[c]);
  }
  set_numbers(result, paths, values);
  return result;
}

Scenario with_rivals(const Scenario& scenario, Rivals rivals) {
  Scenario result = scenario;
  if (scenario.parameters.selection.given()) {
    result.parameters.selection.rivals = rivals;
    return result;
  }
  for (std::size_t f = 1; f < result.firms.size(); ++f) result.firms[f].strategy = strategy_of(rivals);
  return result;
}

bool has_rivals(const Scenario& scenario, Rivals rivals) {
  const Selection& selection = scenario.parameters.selection;
  if (selection.given()) return selection.rivals == rivals;
  return std::all_of(scenario.firms.begin() + 1, scenario.firms.end(),
                     [&](const FirmEntry& firm) { return firm.strategy == strategy_of(rivals); });
}

}  // namespace orgsim
