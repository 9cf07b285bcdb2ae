// What things of a scenario are called in a page.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario.hpp"
#include "report/phrases.hpp"

namespace orgsim {

inline std::string strategy_label(const Scenario& scenario, std::string_view name, Language language) {
  const Strategy* strategy = scenario.find_strategy(name);
  return translated(strategy == nullptr ? std::string(name) : strategy->title(), language);
}

// Where a variant of an experiment is, at the beginning of a sentence.
inline std::string_view variant_where(std::string_view variant, const Words& words) {
  if (variant == "worlds") return words["window_in_worlds"];
  if (variant == "rivals_same") return words["where_rivals_same"];
  return variant == "rivals_respond" ? words["where_rivals_respond"] : words["where_rivals_static"];
}

}  // namespace orgsim
