// Runs: of a mean field at once, and of those with luck one by one, so that several workers share them.
#include "core/archive.hpp"
#include "engine/worlds.hpp"
#include "experiment/drawn.hpp"
#include "experiment/replication.hpp"
#include "experiment/run.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/summary.hpp"
#include "report/summary_json.hpp"
#include "scenario/text/shipped.hpp"
#include "web/engine/pages.hpp"
#include "web/engine/request.hpp"

namespace orgsim::web {

namespace {

constexpr const char* kUnit = "a unit of the page";

// One run of all arms.
struct UnitRun {
  std::vector<Outcome> outcomes;  // by arm
  std::vector<double> drawn;      // values of scenario.drawn
  Rows weeks;                     // of a replication of the scenario itself

  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(outcomes);
    visit(drawn);
    visit(weeks);
  }
};

UnitRun ran(const Scenario& scenario, const std::vector<Arm>& arms, std::size_t replication, bool weekly) {
  Drawn drawn = drawn_for(scenario, replication);
  expect_sound(drawn.scenario);
  Replication runs(drawn.scenario, arms, drawn.stream_key);
  const auto weeks = static_cast<std::size_t>(scenario.parameters.run.weeks);
  const RowLayout layout = layout_of(scenario);
  UnitRun unit;
  if (weekly) unit.weeks.resize(arms.size() * weeks * layout.width());
  const auto row = [&](std::size_t arm, std::size_t week) {
    return unit.weeks.data() + (arm * weeks + week) * layout.width();
  };
  runs.run_until(static_cast<int>(weeks), in_turn, [&](std::size_t arm, const Simulation& simulation) {
    if (weekly)
      layout.record(simulation.world(), row(arm, static_cast<std::size_t>(simulation.world().week)));
  });
  for (std::size_t arm = 0; arm < arms.size(); ++arm) {
    unit.outcomes.push_back(runs.outcome(arm));
    const std::size_t own = static_cast<std::size_t>(runs.first_week(arm)) * layout.width();
    if (weekly && arm > 0) std::copy_n(row(0, 0), own, row(arm, 0));
  }
  unit.drawn = std::move(drawn.values);
  return unit;
}

RunResult prepared(const Scenario& scenario, const std::vector<Arm>& arms, std::size_t replications) {
  RunResult result;
  result.scenario = scenario;
  result.arms = titles_of(arms);
  result.replications = replications;
  result.outcomes.resize(arms.size());
  return result;
}

template <class Runs>
void add(const UnitRun& unit, Runs& runs) {
  for (std::size_t arm = 0; arm < unit.outcomes.size(); ++arm)
    runs.outcomes[arm].push_back(unit.outcomes[arm]);
  runs.drawn.push_back(unit.drawn);
}

// What is drawn while somebody drags: no more than changes with it.
Json drawn_page(const RunResult& result, const std::vector<FocalWeeks>& weeks) {
  const Summary summary = summarise(result);
  Json json{{"title", page::in_both(result.scenario.title)}, {"arms", Json::array()}};
  for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
    json["arms"].push_back(
        {{"name", result.arms[arm].name},
         {"label", arm == 0 ? page::both_words("baseline") : page::in_both(result.arms[arm].label)}});
  }
  json["answer"] = page::answer_of(summary);
  json["weekly"] = page::weekly_of(summary, weeks);
  json["lines"] = page::lines_of(summary);
  if (!summary.strategies.empty()) json["strategies"] = page::strategies_of(summary);
  Json elsewhere = page::elsewhere_of(summary);
  if (!elsewhere.is_null()) json["elsewhere"] = std::move(elsewhere);
  return json;
}

// With the numbers of `orgsim run --json` where they are asked for.
Answer page_of(const Request& request, const RunResult& result, const std::vector<FocalWeeks>& weeks) {
  Json json{{"page", drawn_page(result, weeks)}};
  if (request.json.value("numbers", false)) json["summary"] = facts_of(summarise(result), Language::english);
  return {std::move(json), {}};
}

// Bytes of units one behind the other, each with its length before it.
std::vector<UnitRun> units_of(std::string_view bytes) {
  std::vector<UnitRun> units;
  while (!bytes.empty()) {
    std::uint32_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    units.push_back(from_bytes<UnitRun>(kUnit, bytes.substr(sizeof size, size)));
    bytes.remove_prefix(sizeof size + size);
  }
  return units;
}

Scenario in_world_of(const Scenario& scenario, std::size_t row) {
  const WorldTable& worlds = some_worlds();
  return in_world(scenario, worlds, row, free_columns(scenario, worlds));
}

InWorlds worlds_from(const Scenario& scenario, std::size_t arms, std::span<const UnitRun> units) {
  const WorldTable& table = some_worlds();
  const std::vector<std::size_t> columns = free_columns(scenario, table);
  InWorlds worlds;
  worlds.file = table.name;
  for (const std::size_t c : columns) worlds.keys.push_back(table.paths[c]);
  worlds.runs.outcomes.resize(arms);
  for (std::size_t w = 0; w < units.size(); ++w) {
    for (const std::size_t c : columns) worlds.values.push_back(table.row(w)[c]);
    add(units[w], worlds.runs);
  }
  return worlds;
}

}  // namespace

Answer run(const Request& request) {
  Scenario scenario = scenario_of(request);
  scenario.parameters.market.kind = MarketKind::mean_field;
  expect_sound(scenario);
  const std::vector<Arm> arms = arms_of(request, scenario);
  UnitRun unit = ran(scenario, arms, 0, true);
  RunResult result = prepared(scenario, arms, 1);
  add(unit, result);
  const std::vector<FocalWeeks> weeks = weeks_of(result, std::span(&unit.weeks, 1));
  return page_of(request, result, weeks);
}

Answer unit(const Request& request) {
  const Scenario scenario = scenario_of(request);
  expect_sound(scenario);
  const std::vector<Arm> arms = arms_of(request, scenario);
  const auto index = request.json.at("index").get<std::size_t>();
  const bool own = request.json.at("variant") == "own";
  const UnitRun unit = ran(own ? scenario : in_world_of(scenario, index), arms, index, own);
  return {Json::object(), to_bytes(kUnit, unit)};
}

Answer together(const Request& request) {
  const Scenario scenario = scenario_of(request);
  const std::vector<Arm> arms = arms_of(request, scenario);
  std::vector<UnitRun> units = units_of(request.bytes);
  const auto own = request.json.at("own").get<std::size_t>();
  RunResult result = prepared(scenario, arms, own);
  std::vector<Rows> rows;
  for (UnitRun& unit : std::span(units).first(own)) {
    add(unit, result);
    rows.push_back(std::move(unit.weeks));
  }
  const std::vector<FocalWeeks> weeks = weeks_of(result, rows);
  if (units.size() > own)
    result.doubt.worlds = worlds_from(scenario, arms.size(), std::span(units).subspan(own));
  return page_of(request, result, weeks);
}

Answer summary(const Request& request) {
  std::vector<Setting> settings;
  for (const auto& setting : request.json.at("settings"))
    settings.push_back({setting.get<std::string>(), "--set " + setting.get<std::string>()});
  const Scenario scenario = load_shipped(request.json.at("name").get<std::string>(), settings, Files());
  const RunResult result = orgsim::run(scenario, {});
  return {facts_of(summarise(result), Language::english), {}};
}

}  // namespace orgsim::web
