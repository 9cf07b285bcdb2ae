// The mechanisms of docs/model.md, 5, each of which can be switched off to a reference.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

struct Mechanism {
  std::string_view name;
  std::string_view reference;              // what it is when it is off
  bool (*used)(const Scenario& scenario);  // whether switching it off would change anything
  void (*switch_off)(Scenario& scenario);  // of a scenario without distributions
};

std::span<const Mechanism> mechanisms();

}  // namespace orgsim
