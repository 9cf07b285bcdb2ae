#include "report/units_reports.hpp"

#include <algorithm>
#include <cmath>

#include "report/json_page.hpp"
#include "scenario/text/document.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

constexpr UnitsReport kUnitsReports[] = {
    {"explain", &explain_text, &explain_json}, {"window", &window_text, &window_json},
    {"audit", &audit_text, &audit_json},       {"value", &value_text, &value_json},
    {"select", &select_text, &select_json},
};

const UnitsReport& report_of(const UnitsResult& result) {
  const auto found = std::ranges::find(kUnitsReports, result.shape.experiment, &UnitsReport::name);
  require(found != std::end(kUnitsReports), "every experiment that runs units has a report");
  return *found;
}

Json plain(const Node& node) {
  if (const auto* flag = node.as<bool>()) return *flag;
  if (const auto* whole = node.as<std::int64_t>()) return *whole;
  if (const auto* number = node.as<double>()) return json_number(*number);
  if (const auto* text = node.as<std::string>()) return *text;
  Json json = Json::array();
  if (const auto* list = node.as<NodeList>()) {
    for (const Node& entry : *list) json.push_back(plain(entry));
  }
  return json;
}

Json options_of(const UnitsShape& shape) {
  const Node table = parse_document(shape.options, "options");
  Json json = Json::object();
  for (const Entry& entry : *table.as<NodeTable>()) json[entry.key] = plain(entry.node);
  return json;
}

Json variants_of(const UnitsShape& shape) {
  Json json = Json::array();
  for (const UnitVariant& variant : shape.variants)
    json.push_back({{"name", variant.name}, {"units", variant.units}});
  return json;
}

}  // namespace

Json json_number(double number) {
  return std::isfinite(number) ? Json(number) : Json();
}

std::span<const UnitsReport> units_reports() {
  return kUnitsReports;
}

std::string to_text(const UnitsResult& result, bool colour, Language language) {
  return report_of(result).text(result, colour, language);
}

Json units_json(const UnitsResult& result, Language language) {
  const UnitsShape& shape = result.shape;
  Json json = begun_json(shape.experiment);
  json["title"] = shape.scenario.title;
  json["seed"] = shape.scenario.parameters.run.seed;
  json["options"] = options_of(shape);
  json["variants"] = variants_of(shape);
  json.update(report_of(result).json(result, language));
  return json;
}

std::string to_json(const UnitsResult& result, Language language) {
  return printed(units_json(result, language));
}

}  // namespace orgsim
