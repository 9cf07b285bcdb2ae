#include "scenario/schema.hpp"

#include <fmt/format.h>

#include "core/walk.hpp"
#include "scenario/key_type.hpp"
#include "scenario/plausible_text.hpp"
#include "scenario/sweep_schema.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json closed_object() {
  return {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
}

template <class Value>
Json property(const std::string& path, const Field& field, const Value& value) {
  Json schema = key_type(value, field).schema;
  std::string text(field.meaning);
  if (!field.unit.empty()) text += fmt::format(" [{}]", field.unit);
  const std::string by_default = default_text(field, value);
  if (!by_default.empty()) text += fmt::format(". Default: {}", by_default);
  if (field.scale == Scale::log) text += ". A sweep takes ranges of it on a logarithmic scale";
  const std::string plausible = plausible_text(path, field);
  if (!plausible.empty()) text += fmt::format(". Plausible: {} ({})", plausible, field.plausible.source);
  schema["description"] = text;
  return schema;
}

// The object that holds a dotted path's last name, made on the way.
Json& object_at(Json& root, const std::string& path) {
  Json* object = &root;
  std::size_t from = 0;
  while (from <= path.size() && !path.empty()) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    Json& properties = (*object)["properties"];
    const std::string name = path.substr(from, dot - from);
    if (!properties.contains(name)) properties[name] = closed_object();
    object = &properties[name];
    from = dot + 1;
  }
  return *object;
}

template <class Root>
void add_fields(Json& root, const Root& defaults) {
  walk(
      defaults, "",
      [&](const std::string& path, const Field& field, const auto& value) {
        const std::size_t dot = path.rfind('.');
        const std::string parent = dot == std::string::npos ? "" : path.substr(0, dot);
        object_at(root, parent)["properties"][std::string(field.name)] = property(path, field, value);
      },
      [&](const std::string& path, const Section& section) {
        object_at(root, path)["description"] = section.meaning;
      });
}

Json distribution_schema() {
  Json forms = Json::array();
  for (const DistributionKind kind : every<DistributionKind>()) {
    const std::string name(name_of(kind));
    Json arguments{{"type", "array"}, {"items", {{"type", "number"}}}};
    arguments["minItems"] = arguments["maxItems"] = argument_count(kind);
    Json form = closed_object();
    form["description"] = std::string(argument_text(kind));
    form["properties"][name] = arguments;
    form["required"] = {name};
    forms.push_back(form);
  }
  return {{"description", "Drawn once per replication"}, {"oneOf", forms}};
}

Json firm_schema() {
  Json firm = closed_object();
  firm["description"] = "One firm; the first is the focal one. Any firm-level key may be overridden";
  add_fields(firm, FirmEntry());
  add_fields(firm, FirmParameters());
  return firm;
}

Json grant_schema() {
  Json grant = closed_object();
  grant["description"] = "An experiment's probe: multiplies a department's budget, paid from outside";
  const Grant blank;
  add_fields(grant, blank);
  walk(blank, "", [&](const std::string& name, const Field& field, const auto&) {
    if (field.has(Trait::required)) grant["required"].push_back(name);
  });
  return grant;
}

Json sweep_schema() {
  Json sweep = closed_object();
  sweep["description"] = "The same scenario at many points of its keys";
  add_fields(sweep, SweepTable());
  Json& vary = sweep["properties"][std::string(kVary.name)];
  const Json table{{"type", "object"}, {"additionalProperties", {{"$ref", "#/$defs/varied"}}}};
  vary["anyOf"] = Json::array({{{"const", kVaryPlausible}}, table});
  vary["description"] = std::string(kVary.meaning);
  return sweep;
}

}  // namespace

std::string scenario_schema() {
  Json schema = closed_object();
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "orgsim scenario";
  schema["$defs"]["distribution"] = distribution_schema();
  add_fields(schema, Scenario());
  schema["properties"]["extends"] = property(std::string(kExtends.name), kExtends, std::string());
  add_fields(schema, Parameters());
  schema["properties"]["firms"] = {
      {"type", "array"}, {"items", firm_schema()}, {"minItems", 1}, {"maxItems", kMostFirms}};
  Json strategy = closed_object();
  add_fields(strategy, Strategy());
  schema["properties"]["strategies"] = {{"type", "object"}, {"additionalProperties", strategy}};
  schema["properties"]["grants"] = {{"type", "array"}, {"items", grant_schema()}};
  schema["$defs"]["varied"] = varied_schema();
  schema["properties"][std::string(kSweepTable)] = sweep_schema();
  return schema.dump(2) + "\n";
}

}  // namespace orgsim
