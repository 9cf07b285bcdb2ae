// The only user of toml++, whose errors are values here, so that they are told where there are no exceptions
// too (web/). A library that was built with exceptions has no such functions; the headers do.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "scenario/text/document.hpp"
#include "scenario/text/syntax.hpp"

namespace orgsim {

namespace {

// Deeper nesting than any scenario's could exhaust the stack.
constexpr int kMostDepth = 64;

Place place_of(const toml::source_region& region, const std::string& name) {
  return {name, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Node converted(const toml::node& node, const std::string& name, int depth);

NodeTable converted_table(const toml::table& table, const std::string& name, int depth) {
  NodeTable entries;
  for (const auto& [key, value] : table) {
    entries.push_back(
        {std::string(key.str()), place_of(key.source(), name), converted(value, name, depth + 1)});
  }
  // toml++ sorts by name; people read in the order of the file.
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return entries;
}

Node converted(const toml::node& node, const std::string& name, int depth) {
  Node result;
  result.place = place_of(node.source(), name);
  if (depth > kMostDepth)
    throw InputError(Problem{result.place, "", "nested too deep", "is it the right file?"});
  if (const auto* table = node.as_table()) {
    result.value = converted_table(*table, name, depth);
  } else if (const auto* array = node.as_array()) {
    NodeList list;
    for (const toml::node& entry : *array) list.push_back(converted(entry, name, depth + 1));
    result.value = std::move(list);
  } else if (const auto* text = node.as_string()) {
    result.value = text->get();
  } else if (const auto* whole = node.as_integer()) {
    result.value = whole->get();
  } else if (const auto* number = node.as_floating_point()) {
    result.value = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    result.value = flag->get();
  } else if (const auto* date = node.as_date()) {
    const toml::date& day = date->get();
    result.value = OtherValue{fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day)};
  }
  return result;
}

}  // namespace

Node parse_document(std::string_view text, const std::string& name) {
  const MaskedText mask = masked(text);
  refuse_deep_keys(mask, name);
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    throw InputError(syntax_problem(
        text, mask,
        {place_of(error.source(), name), "", fmt::format("{}: {}", kNotToml, error.description()),
         "see https://toml.io for the format"}));
  }
  Node document;
  document.place = {name, 1, 1};
  document.value = converted_table(parsed.table(), name, 0);
  return document;
}

}  // namespace orgsim
