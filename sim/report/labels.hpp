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

}  // namespace orgsim
