// A window for programs (docs/window.md).
#include "engine/money.hpp"
#include "experiment/window/map.hpp"
#include "report/units_reports.hpp"
#include "report/window_summary.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json of_week(const std::optional<double>& week) {
  return week ? Json(*week) : Json();
}

Json of_point(const PointOfNoReturn& point) {
  const bool has_week = point.kind != NoReturn::nothing_to_save && point.kind != NoReturn::none;
  return {{"kind", name_of(point.kind)},   {"week", has_week ? Json(point.week) : Json()},
          {"low", json_number(point.low)}, {"high", json_number(point.high)},
          {"falls", of_week(point.falls)}, {"crosses_again", of_week(point.crosses_again)}};
}

Json of_cell(const WindowCell& cell, double money) {
  const StartCounts& counts = cell.counts;
  const bool known = counts.to_save > 0;
  return {{"start", cell.start},
          {"replications", counts.replications},
          {"to_save", counts.to_save},
          {"nothing_to_save", !counts.has_something()},
          {"saved", counts.saved},
          {"share_saved", known ? Json(counts.share_saved()) : Json()},
          {"share_saved_95", known ? Json{cell.saved.low, cell.saved.high} : Json()},
          {"falling_fit", json_number(cell.fit)},
          {"npv_change", cell.npv * money},
          {"npv_change_95", {cell.npv_interval.low * money, cell.npv_interval.high * money}},
          {"real_share", json_number(cell.standing.real_share)},
          {"non_substitutability", json_number(cell.standing.non_substitutability)},
          {"centrality", json_number(cell.standing.centrality)}};
}

Json of_map(const WindowMap& map, const UnitsResult& result, Language language) {
  const double money = money_of(result.shape.scenario);
  Json curves = Json::array();
  for (const WindowCurve& curve : map.curves) {
    Json cells = Json::array();
    for (const WindowCell& cell : curve.cells) cells.push_back(of_cell(cell, money));
    curves.push_back({{"strategy", curve.strategy},
                      {"label", curve_label(result, curve, language)},
                      {"setting", curve.setting},
                      {"point_of_no_return", of_point(curve.point)},
                      {"cells", cells}});
  }
  return {{"variant", map.variant}, {"curves", curves}};
}

}  // namespace

Json window_json(const UnitsResult& result, Language language) {
  const std::vector<WindowMap> maps = maps_of(result);
  Json json;
  json["judged_over"] = result.shape.scenario.parameters.lines.judge + 1;
  json["share_of_weeks"] = share_of_weeks(result);
  json["maps"] = Json::array();
  for (const WindowMap& map : maps) json["maps"].push_back(of_map(map, result, language));
  json["conclusion"] = window_conclusion(result, maps, language);
  return json;
}

}  // namespace orgsim
