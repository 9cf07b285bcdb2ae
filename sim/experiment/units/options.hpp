// The options of an experiment: a struct with a field list, like the keys of a scenario. The program's
// options and Python's arguments are made from it; a results file holds them as TOML.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/walk.hpp"
#include "scenario/text/suggest.hpp"
#include "scenario/text/value_text.hpp"
#include "scenario/text/values.hpp"

namespace orgsim {

// For a command line.
struct OptionShape {
  enum class Kind { flag, number, text, numbers, texts };
  std::string name;
  Kind kind = Kind::text;
  std::string unit;
  std::string meaning;
  std::string by_default;  // as TOML; empty where nothing is
};

// As the program has it: grant_weeks as --grant-weeks.
inline std::string flag_of(const std::string& name) {
  std::string flag = "--" + name;
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

namespace options {

template <class Value>
struct Inner {
  using type = Value;
};
template <class Value>
struct Inner<std::optional<Value>> {
  using type = Value;
};

template <class Value>
constexpr OptionShape::Kind kind_of() {
  using Type = typename Inner<Value>::type;
  if constexpr (std::is_same_v<Type, bool>) return OptionShape::Kind::flag;
  if constexpr (std::is_same_v<Type, double> || std::is_same_v<Type, std::int64_t>)
    return OptionShape::Kind::number;
  if constexpr (std::is_same_v<Type, std::vector<double>>) return OptionShape::Kind::numbers;
  if constexpr (std::is_same_v<Type, std::vector<std::string>>) return OptionShape::Kind::texts;
  return OptionShape::Kind::text;
}

// Says what is out of the field's range.
void check(const Node& node, const Field& field, double value, bool whole, std::vector<Problem>& problems);
template <class Value>
void check(const Node& node, const Field& field, const Value& value, std::vector<Problem>& problems) {
  if constexpr (std::is_same_v<Value, double> || std::is_same_v<Value, std::int64_t>) {
    check(node, field, static_cast<double>(value), std::is_same_v<Value, std::int64_t>, problems);
  } else if constexpr (std::is_same_v<Value, std::vector<double>>) {
    for (const double one : value) check(node, field, one, false, problems);
  } else if constexpr (requires { value.has_value(); }) {
    if (value) check(node, field, *value, problems);
  }
}

Problem unknown(const Entry& entry, const std::vector<std::string>& names);

}  // namespace options

template <class Options>
std::vector<OptionShape> option_shapes() {
  std::vector<OptionShape> shapes;
  const Options by_default;
  walk(by_default, "", [&](const std::string& name, const Field& field, const auto& value) {
    using Value = std::decay_t<decltype(value)>;
    shapes.push_back({name, options::kind_of<Value>(), std::string(field.unit), std::string(field.meaning),
                      value_text(value)});
  });
  return shapes;
}

// All of them, with what stands by default.
template <class Options>
std::string options_text(const Options& chosen) {
  std::string text;
  walk(chosen, "", [&](const std::string& name, const Field&, const auto& value) {
    const std::string written = value_text(value);
    if (!written.empty()) text += fmt::format("{} = {}\n", name, written);
  });
  return text;
}

// Throws InputError with all that is wrong with them.
template <class Options>
Options read_options(const Node& table) {
  Options chosen;
  std::vector<Problem> problems;
  std::vector<DrawnKey> drawn;
  KeyIndex keys(table);
  const Files none;
  ValueReader reader(problems, drawn, keys, none);
  std::vector<std::string> names;
  walk(chosen, "", [&](const std::string& name, const Field& field, auto& value) {
    names.push_back(name);
    const Node* node = table.find(name);
    if (node == nullptr) return;
    const std::size_t before = problems.size();
    reader.read(*node, name, field, value);
    if (problems.size() == before) options::check(*node, field, value, problems);
  });
  for (const Entry& entry : *table.as<NodeTable>()) {
    if (std::find(names.begin(), names.end(), entry.key) == names.end())
      problems.push_back(options::unknown(entry, names));
  }
  if (!problems.empty()) throw InputError(problems);
  return chosen;
}
template <class Options>
Options read_options(const std::string& text) {
  return read_options<Options>(parse_document(text, "options"));
}

}  // namespace orgsim
