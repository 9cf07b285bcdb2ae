// The only user of toml++.
#define TOML_EXCEPTIONS 1
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "io/document.hpp"

namespace orgsim {

namespace {

// Keys nested deeper than any scenario's could exhaust the stack of a recursive parser.
constexpr int kMostDots = 200;

Place place_of(const toml::source_region& region, const std::string& name) {
  return {name, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Node converted(const toml::node& node, const std::string& name);

NodeTable converted_table(const toml::table& table, const std::string& name) {
  NodeTable entries;
  for (const auto& [key, value] : table) {
    entries.push_back({std::string(key.str()), place_of(key.source(), name), converted(value, name)});
  }
  // toml++ sorts by name; people read in the order of the file.
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return entries;
}

Node converted(const toml::node& node, const std::string& name) {
  Node result;
  result.place = place_of(node.source(), name);
  if (const auto* table = node.as_table()) {
    result.value = converted_table(*table, name);
  } else if (const auto* array = node.as_array()) {
    NodeList list;
    for (const toml::node& entry : *array) list.push_back(converted(entry, name));
    result.value = std::move(list);
  } else if (const auto* text = node.as_string()) {
    result.value = text->get();
  } else if (const auto* whole = node.as_integer()) {
    result.value = whole->get();
  } else if (const auto* number = node.as_floating_point()) {
    result.value = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    result.value = flag->get();
  }
  return result;
}

void refuse_deep_keys(std::string_view text, const std::string& name) {
  int dots = 0;
  int line = 1;
  for (const char c : text) {
    if (c == '\n') ++line;
    if (c == ',' || c == '=' || c == '\n') dots = 0;
    if (c == '.' && ++dots > kMostDots) {
      throw InputError(Problem{{name, line, 1}, "", "a key with hundreds of parts", "is it the right file?"});
    }
  }
}

}  // namespace

Node parse_document(std::string_view text, const std::string& name) {
  refuse_deep_keys(text, name);
  try {
    const toml::table table = toml::parse(text);
    Node document;
    document.place = {name, 1, 1};
    document.value = converted_table(table, name);
    return document;
  } catch (const toml::parse_error& error) {
    throw InputError(Problem{place_of(error.source(), name), "",
                             fmt::format("not valid TOML: {}", error.description()),
                             "see https://toml.io for the format"});
  }
}

}  // namespace orgsim
