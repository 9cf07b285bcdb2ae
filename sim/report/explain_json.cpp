// An explanation for programs (docs/explain.md).
#include "engine/money.hpp"
#include "experiment/explain/mechanisms.hpp"
#include "report/explain_summary.hpp"
#include "report/units_reports.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json of_effect(const Effect& effect, double money) {
  return {
      {"mean", json_number(effect.mean * money)},
      {"interval_95", {json_number(effect.interval.low * money), json_number(effect.interval.high * money)}}};
}

Json with_names(Json names, const Effect& effect, double money) {
  names.update(of_effect(effect, money));
  return names;
}

Json of_value(const ExplainedValue& value, const Explanation& explanation, const Scenario& scenario,
              Language language) {
  const double money = value.name == "npv" ? money_of(scenario) : 1;
  Json json{{"value", value.name},
            {"label", value_label(value.name, language)},
            {"none", of_effect(value.none, money)},
            {"all", of_effect(value.all, money)},
            {"whole", of_effect(value.whole, money)},
            {"effects", Json::array()}};
  for (std::size_t p = 0; p < explanation.players.size(); ++p)
    json["effects"].push_back(with_names({{"player", explanation.players[p]}}, value.effects[p], money));
  if (!explanation.exact) json["sampling_error"] = json_number(value.sampling_error * money);
  if (value.pairs.empty()) return json;
  json["first_order"] = Json::array();
  for (std::size_t p = 0; p < explanation.players.size(); ++p)
    json["first_order"].push_back(with_names({{"player", explanation.players[p]}}, value.first[p], money));
  json["pairs"] = Json::array();
  for (const PairEffect& pair : value.pairs)
    json["pairs"].push_back(with_names(
        {{"players", {explanation.players[pair.one], explanation.players[pair.other]}}}, pair.effect, money));
  return json;
}

}  // namespace

Json explain_json(const UnitsResult& result, Language language) {
  const Explanation explanation = explanation_of(result);
  Json json;
  json["players"] = explanation.players;
  json["exact"] = explanation.exact;
  if (result.shape.against) json["against"] = result.shape.against->title;
  json["references"] = Json::object();
  for (const Mechanism& mechanism : mechanisms())
    json["references"][std::string(mechanism.name)] = std::string(mechanism.reference);
  json["explained"] = Json::array();
  for (const ExplainedVariant& variant : explanation.variants) {
    Json values = Json::array();
    for (const ExplainedValue& value : variant.values)
      values.push_back(of_value(value, explanation, result.shape.scenario, language));
    json["explained"].push_back({{"variant", variant.variant}, {"values", values}});
  }
  json["conclusion"] = explain_conclusion(result, explanation, language);
  return json;
}

}  // namespace orgsim
