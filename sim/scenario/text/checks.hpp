// What is wrong with a scenario beyond the types of its values.
#pragma once

#include <string_view>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

// Ranges, sums, lengths, order, references. Places are left empty. Empty if all is well.
std::vector<Problem> problems_of(const Scenario& scenario);

// Of those, what concerns one key alone: ranges, and shares that do not sum to 1.
std::vector<Problem> problems_of_keys(const Scenario& scenario);

// That the scenario has no strategy of that name, and which there are.
Problem no_strategy(const Scenario& scenario, std::string_view name);

}  // namespace orgsim
