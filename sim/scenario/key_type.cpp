#include "scenario/key_type.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "executive/all.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json number_schema(const Field& field, const char* type) {
  Json schema{{"type", type}};
  if (std::isfinite(field.range.low))
    schema[field.range.open_low ? "exclusiveMinimum" : "minimum"] = field.range.low;
  if (std::isfinite(field.range.high)) schema["maximum"] = field.range.high;
  return schema;
}

// A number, or where that is allowed a distribution of it.
Json entry_schema(const Field& field, const char* type) {
  Json number = number_schema(field, type);
  if (!field.drawable()) return number;
  return {{"anyOf", Json::array({number, {{"$ref", "#/$defs/distribution"}}})}};
}

Json list_schema(const Json& entries) {
  return {{"type", "array"}, {"items", entries}};
}

}  // namespace

KeyType key_type(const double&, const Field& field) {
  KeyType type{field.range.text(), entry_schema(field, "number"), field.drawable()};
  if (!field.has(Trait::per_firm)) return type;
  type.words += ", or a list of them, one per firm";
  type.schema["anyOf"].push_back(list_schema(entry_schema(field, "number")));
  return type;
}

KeyType key_type(const std::int64_t&, const Field& field) {
  return {field.range.text(true), entry_schema(field, "integer"), field.drawable()};
}

KeyType key_type(const bool&, const Field&) {
  return {"true or false", {{"type", "boolean"}}, false};
}

KeyType key_type(const std::string&, const Field& field) {
  if (field.has(Trait::executive)) return choice_type({kExecutiveKinds.begin(), kExecutiveKinds.end()});
  return {"a string", {{"type", "string"}}, false};
}

KeyType key_type(const std::vector<double>&, const Field& field) {
  Json schema = list_schema(entry_schema(field, "number"));
  if (field.has(Trait::per_strategy))
    return {fmt::format("a list, one entry per strategy: {}", field.range.text()), schema, false};
  const std::string words = fmt::format("a list, one entry per adopter class: {}", field.range.text());
  schema["minItems"] = 1;
  schema["maxItems"] = kMostClasses;
  return {words, schema, field.drawable()};
}

KeyType key_type(const std::vector<std::string>&, const Field&) {
  return {"a list of names", list_schema({{"type", "string"}}), false};
}

KeyType named_list_type(const std::vector<std::string>& names, const Field& field) {
  Json schema = list_schema(entry_schema(field, "number"));
  schema["minItems"] = schema["maxItems"] = names.size();
  return {fmt::format("a list of {}: {}", fmt::join(names, ", "), field.range.text()), schema,
          field.drawable()};
}

KeyType key_type(const ExceptMarketing&, const Field& field) {
  Json schema{{"type", "array"}, {"prefixItems", Json::array()}};
  for (const Department d : every<Department>())
    schema["prefixItems"].push_back(d == Department::marketing ? Json{{"const", kDash}}
                                                               : entry_schema(field, "number"));
  schema["minItems"] = schema["maxItems"] = count_of<Department>;
  return {fmt::format("a list of {}: {}", fmt::join(ExceptMarketing::places(), ", "), field.range.text()),
          schema, field.drawable()};
}

KeyType key_type(const Schedule&, const Field& field) {
  Json knot{{"type", "array"},
            {"prefixItems", Json::array({{{"type", "number"}}, number_schema(field, "number")})}};
  knot["minItems"] = knot["maxItems"] = 2;
  Json knots = list_schema(knot);
  knots["minItems"] = 1;
  const Json text{{"type", "string"}};
  Json file{{"type", "object"}, {"properties", {{"file", text}, {"week", text}, {"value", text}}}};
  file["required"] = {"file", "week", "value"};
  file["additionalProperties"] = false;
  return {"[week, value] pairs, or { file = \"x.csv\", week = \"COLUMN\", value = \"COLUMN\" }",
          {{"anyOf", Json::array({knots, file})}},
          false};
}

KeyType key_type(const FirmNumber&, const Field&) {
  return {"a number or a name", {{"type", {"integer", "string"}}}, false};
}

KeyType key_type(const WeekSpan&, const Field&) {
  Json schema = list_schema({{"type", "integer"}, {"minimum", 0}});
  schema["minItems"] = schema["maxItems"] = 2;
  return {"[first, last]", schema, false};
}

KeyType choice_type(const std::vector<std::string>& choices) {
  return {fmt::format("one of: {}", fmt::join(choices, ", ")), {{"enum", choices}}, false};
}

KeyType choices_type(const std::vector<std::string>& choices) {
  return {fmt::format("a list of some of: {}", fmt::join(choices, ", ")), list_schema({{"enum", choices}}),
          false};
}

}  // namespace orgsim
