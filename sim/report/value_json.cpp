// What a department is worth, for programs (docs/value.md).
#include "engine/money.hpp"
#include "report/units_reports.hpp"
#include "report/value_summary.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json with_interval(const Estimate& estimate, double unit = 1) {
  return {{"mean", json_number(unit * estimate.mean)},
          {"low", json_number(unit * estimate.interval.low)},
          {"high", json_number(unit * estimate.interval.high)}};
}

Json of_valued_week(const ValuedWeek& week, double money) {
  Json targets = Json::array();
  for (const ValuedTarget& target : week.targets) {
    targets.push_back({{"target", name_of(target.target)},
                       {"causal_return", with_interval(target.causal)},
                       {"credited_return", json_number(target.credited)},
                       {"contributed_return", json_number(target.contributed)}});
  }
  Json knocked_out = Json::object();
  Json knocked_out_part = Json::object();
  for (const Department d : every<Department>()) {
    knocked_out[std::string(name_of(d))] =
        with_interval(week.knocked_out[static_cast<std::size_t>(d)], money);
    knocked_out_part[std::string(name_of(d))] =
        with_interval(week.knocked_out_part[static_cast<std::size_t>(d)]);
  }
  return {{"week", week.week},
          {"npv_from_then_on", week.npv * money},
          {"targets", targets},
          {"best", name_of(week.best)},
          {"second", name_of(week.second)},
          {"best_less_second", with_interval(week.lead)},
          {"knock_out_npv_change", knocked_out},
          {"knock_out_part_of_npv", knocked_out_part},
          {"going_by_experiments_npv_change", with_interval(week.shown, money)},
          {"going_by_experiments_part_of_npv", with_interval(week.shown_part)}};
}

Json of_valuation(std::string_view variant, const Valuation& valuation, double money) {
  Json weeks = Json::array();
  for (const ValuedWeek& week : valuation.weeks) weeks.push_back(of_valued_week(week, money));
  return {{"variant", variant},
          {"replications", valuation.replications},
          {"rank_correlation_credited", with_interval(valuation.agreement.credited)},
          {"rank_correlation_contributed", with_interval(valuation.agreement.contributed)},
          {"weeks", weeks}};
}

}  // namespace

Json value_json(const UnitsResult& result, Language language) {
  const double money = money_of(result.shape.scenario);
  Json json;
  json["valuations"] = Json::array();
  for (const UnitVariant& variant : result.shape.variants)
    json["valuations"].push_back(of_valuation(variant.name, valuation_of(result, variant), money));
  json["conclusion"] =
      value_conclusion(result.shape, valuation_of(result, result.shape.variants.front()), language);
  return json;
}

}  // namespace orgsim
