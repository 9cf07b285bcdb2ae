// What options that ask for grants have in common.
#pragma once

#include <string>
#include <vector>

#include "core/error.hpp"
#include "engine/scenario.hpp"

namespace orgsim {

// The number of the firm of that name or number.
int probed_firm(const std::string& firm, const Scenario& scenario, std::vector<Problem>& problems);
void check_grant_factor(double factor, std::vector<Problem>& problems);

}  // namespace orgsim
