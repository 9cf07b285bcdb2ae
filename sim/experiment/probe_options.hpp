// What options that ask for grants have in common.
#pragma once

#include <cstdint>
#include <vector>

#include "core/error.hpp"
#include "engine/scenario.hpp"

namespace orgsim {

void check_probed_firm(std::int64_t firm, const Scenario& scenario, std::vector<Problem>& problems);
void check_grant_factor(double factor, std::vector<Problem>& problems);

}  // namespace orgsim
