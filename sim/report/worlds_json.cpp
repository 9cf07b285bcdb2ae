// The summary of an ensemble of worlds for programs (docs/worlds.md).
#include <nlohmann/json.hpp>

#include "report/json_page.hpp"
#include "report/worlds_summary.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json of_waves(const std::vector<worlds::Wave>& waves) {
  constexpr const char* kinds[] = {"prior", "mixture", "moves"};
  Json json = Json::array();
  for (const worlds::Wave& wave : waves) {
    json.push_back({{"kind", kinds[static_cast<std::size_t>(wave.kind)]},
                    {"threshold", wave.level},
                    {"evaluations", wave.evaluations},
                    {"drawn", wave.drawn},
                    {"survivors", wave.survivors},
                    {"effective_sample_size", wave.effective},
                    {"log_share_of_prior", wave.log_share},
                    {"steps", wave.sweeps},
                    {"acceptance", wave.acceptance},
                    {"distinct", wave.distinct}});
  }
  return json;
}

Json of_targets(const WorldsSummary& summary) {
  const WorldsPlan& plan = summary.worlds->plan;
  Json json = Json::array();
  for (const TargetSummary& target : summary.targets) {
    const Target& used = plan.used[target.number];
    json.push_back({{"name", used.name},
                    {"figure", title_of(used.figure)},
                    {"band", {used.low, used.high}},
                    {"discrepancy", used.discrepancy},
                    {"source", used.source},
                    {"excluded", target.excluded},
                    {"met_by_all_others", target.others},
                    {"of_those_excluded", target.alone},
                    {"worlds_5_50_95", target.figure},
                    {"scenario", summary.worlds->own_figures[target.number]}});
  }
  return json;
}

Json of_numbers(const WorldsSummary& summary) {
  const WorldsPlan& plan = summary.worlds->plan;
  Json json = Json::array();
  for (const NumberSummary& number : summary.numbers) {
    json.push_back({{"key", plan.paths[number.number]},
                    {"prior_5_50_95", number.prior},
                    {"worlds_5_50_95", number.ensemble},
                    {"width", number.width()},
                    {"scenario", number.own},
                    {"quantile_of_scenario", number.quantile},
                    {"on_scale",
                     {{"prior_5_50_95", number.prior_units},
                      {"worlds_5_50_95", number.ensemble_units},
                      {"scenario", number.own_unit}}},
                    {"source", plan.numbers[number.number].source}});
  }
  return json;
}

Json of_fights(const WorldsSummary& summary) {
  const std::vector<Target>& used = summary.worlds->plan.used;
  Json json = Json::array();
  for (const Fight& fight : summary.fights) {
    json.push_back({{"targets", {used[fight.first].name, used[fight.second].name}},
                    {"together", fight.together},
                    {"by_chance", fight.by_chance}});
  }
  return json;
}

Json of_unused(const Evidence& evidence) {
  Json json = Json::object();
  for (const Target& target : evidence.targets) {
    if (!target.used) json[target.name] = target.reason;
  }
  return json;
}

}  // namespace

std::string to_json(const WorldsSummary& summary, Language language) {
  const Worlds& worlds = *summary.worlds;
  Json json = begun_json(kWorlds);
  json["seed"] = worlds.plan.seed;
  json["ranges"] = name_of(worlds.plan.ranges);
  json["fit"] = worlds.fit;
  json["starved"] = worlds.starved;
  json["worlds"] = worlds.fit ? worlds.values.size() : 0;
  json["distinct"] = worlds.fit ? worlds.distinct : 0;
  json["evaluations"] = worlds.evaluations;
  json["log_share_of_prior"] = worlds.fit ? Json(summary.log_share) : Json();
  json["waves"] = of_waves(worlds.waves);
  json["targets"] = of_targets(summary);
  json["keys"] = of_numbers(summary);
  json["kept"] = worlds.plan.kept;
  json["fights"] = of_fights(summary);
  json["unused"] = of_unused(worlds.plan.evidence);
  json["scenario_implausibility"] = summary.own.implausibility;
  json["distance"] = summary.distance ? Json{{"scenario", summary.distance->own},
                                             {"quantile_75", summary.distance->of_quarters}}
                                      : Json();
  json["conclusion"] = conclusion(summary, language);
  return printed(json);
}

}  // namespace orgsim
