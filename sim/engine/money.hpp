// Amounts in the currency of the scenario, where it has one (run.currency, run.money); in the model's unit
// otherwise.
#pragma once

#include <string>
#include <string_view>

#include "engine/scenario.hpp"

namespace orgsim {

// What one unit of money is.
inline double money_of(const Scenario& scenario) {
  return scenario.parameters.run.money.value_or(1);
}

inline bool has_currency(const Scenario& scenario) {
  return !scenario.parameters.run.currency.empty();
}

// Whether what has this unit is an amount: "money", "money per week".
inline bool is_amount(std::string_view unit) {
  return unit.starts_with("money");
}

// The unit of an amount as it is exported: "RMB m per week".
inline std::string unit_of_amount(std::string_view unit, const Scenario& scenario) {
  if (!has_currency(scenario)) return std::string(unit);
  return scenario.parameters.run.currency + std::string(unit.substr(std::string_view("money").size()));
}

}  // namespace orgsim
