#include "scenario/sweep_schema.hpp"

#include "engine/sweep_table.hpp"
#include "scenario/text/sweep.hpp"

namespace orgsim {

namespace {

using Json = nlohmann::ordered_json;

Json numbers(std::size_t least, std::optional<std::size_t> most) {
  Json schema{{"type", "array"}, {"items", {{"type", "number"}}}, {"minItems", least}};
  if (most) schema["maxItems"] = *most;
  return schema;
}

Json pair_schema() {
  return numbers(2, 2);
}

// A table that must have `word`, and may have `keys` and what `others` lists.
Json form(const std::string& word, const Json& value, const Json& others = Json::object()) {
  Json schema{{"type", "object"}, {"additionalProperties", false}, {"required", Json::array({word})}};
  schema["properties"][word] = value;
  schema["properties"].update(others);
  schema["properties"]["keys"] = {{"type", "array"},
                                  {"items", {{"type", "string"}}},
                                  {"minItems", 1},
                                  {"description", "Keys that take it"}};
  return schema;
}

Json range_form() {
  Json others;
  others["step"] = {{"type", "number"}, {"exclusiveMinimum", 0}};
  others["levels"] = {{"type", "integer"}, {"minimum", 1}};
  others["scale"] = {{"enum", Names<Scale>::value}};
  others["share_of"] = {{"type", "string"}, {"description", "The key of which the range is a share"}};
  Json schema = form("range", pair_schema(), others);
  schema["not"] = {{"required", {"step", "levels"}}};
  return schema;
}

// [sweep.vary] market.taste = [1, 5] without quotes: `market` is a table on the way to the key.
Json on_the_way() {
  Json words(vary_words());
  return {{"type", "object"},
          {"minProperties", 1},
          {"propertyNames", {{"not", {{"enum", words}}}}},
          {"additionalProperties", {{"$ref", "#/$defs/varied"}}}};
}

}  // namespace

Json varied_schema() {
  Json forms = Json::array({pair_schema(), form("values", numbers(1, {})), range_form()});
  for (const DistributionKind kind : every<DistributionKind>()) {
    const std::size_t count = argument_count(kind);
    forms.push_back(form(std::string(name_of(kind)), numbers(count, count)));
  }
  forms.push_back(on_the_way());
  return {{"description", std::string(kVaryForms)}, {"oneOf", forms}};
}

}  // namespace orgsim
