// A scenario as TOML text with every default spelled out.
#pragma once

#include <algorithm>
#include <string>

#include "engine/scenario.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim {

// The text reads back to the same scenario; schedules from CSV files become knots.
std::string to_toml(const Scenario& scenario);

// The key as it is drawn, or nothing if it is a number.
inline const DrawnKey* drawn_key(const Scenario& scenario, const std::string& path) {
  const auto found = std::find_if(scenario.drawn.begin(), scenario.drawn.end(),
                                  [&](const DrawnKey& key) { return key.path == path; });
  return found == scenario.drawn.end() ? nullptr : &*found;
}

// The text of one value, or of the distributions that stand for it or for entries of it; empty for none.
template <class Value>
std::string text_of(const Scenario& scenario, const std::string& path, const Value& value) {
  if (const DrawnKey* key = drawn_key(scenario, path)) return to_text(key->distribution);
  if constexpr (requires { value.has_value(); }) {
    return value ? text_of(scenario, path, *value) : "";
  } else if constexpr (ListOfNumbers<Value>) {
    return list_text(value, [&](std::size_t i, double number) {
      const DrawnKey* entry = drawn_key(scenario, fmt::format("{}[{}]", path, i));
      return entry != nullptr ? to_text(entry->distribution) : value_text(number);
    });
  } else {
    return value_text(value);
  }
}

}  // namespace orgsim
