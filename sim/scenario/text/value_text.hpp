// A value as TOML text that reads back to the same value: one overload per type of the field lists.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

// In quotes, with what TOML wants escaped.
std::string toml_string(std::string_view text);
// A key, in quotes where it needs them.
std::string key_text(const std::string& name);
std::string to_text(const Distribution& distribution);

std::string value_text(double value);
std::string value_text(std::int64_t value);
std::string value_text(bool value);
std::string value_text(const std::string& value);
std::string value_text(const Schedule& value);
std::string value_text(const FirmNumber& value);
std::string value_text(const WeekSpan& value);

template <class Value>
concept ListOfNumbers =
    std::same_as<Value, ExceptMarketing> ||
    (std::same_as<typename Value::value_type, double> && requires(const Value& value) { value.size(); });

// Lists entry by entry: `entry(i, number)` gives the text of each.
template <ListOfNumbers Values, class Entry>
std::string list_text(const Values& values, Entry entry) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < static_cast<std::size_t>(values.size()); ++i) {
    texts.push_back(entry(i, *(values.begin() + static_cast<std::ptrdiff_t>(i))));
  }
  return fmt::format("[{}]", fmt::join(texts, ", "));
}
template <class Entry>
std::string list_text(const ExceptMarketing& values, Entry entry) {
  return list_text(values.value, [&](std::size_t d, double value) {
    return static_cast<Department>(d) == Department::marketing ? toml_string(kDash) : entry(d, value);
  });
}

template <ListOfNumbers Values>
std::string value_text(const Values& values) {
  return list_text(values, [](std::size_t, double value) { return value_text(value); });
}
template <class Enum>
  requires std::is_enum_v<Enum>
std::string value_text(Enum value) {
  return toml_string(name_of(value));
}
template <class Word>
  requires std::is_enum_v<Word> || std::same_as<Word, std::string>
std::string value_text(const std::vector<Word>& words) {
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back(value_text(word));
  return fmt::format("[{}]", fmt::join(texts, ", "));
}
// Nothing is empty text.
template <class T>
std::string value_text(const std::optional<T>& value) {
  return value ? value_text(*value) : "";
}

// What holds where nothing is said; empty where nothing does.
template <class Value>
std::string default_text(const Field& field, const Value& value) {
  const std::string text = field.has(Trait::required) ? "" : value_text(value);
  return text == toml_string("") ? "" : text;
}

}  // namespace orgsim
