// In which keys two scenarios differ, and scenarios between them.
#pragma once

#include <string>
#include <vector>

#include "experiment/explain/shapley.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

// Keys that are changed together: one, or several that a check binds to each other.
struct KeyGroup {
  std::vector<std::string> paths;

  std::string name() const;
};

// In the order of the keys. Throws InputError if a key that shapes the run differs, or no key does.
std::vector<KeyGroup> groups_of_differences(const Scenario& here, const Scenario& there);

// `there` with those groups as they are here.
Scenario with_groups(const Scenario& here, const Scenario& there, const std::vector<KeyGroup>& groups,
                     Coalition in);

// Worlds do not set what the scenarios differ in.
void leave_alone(UnitsShape& shape, const std::vector<KeyGroup>& groups);

}  // namespace orgsim
