// Benchmarks of the market of individuals.
#pragma once

#include "engine/scenario.hpp"

namespace orgsim {

// Ten years without strategies.
Scenario ten_years(MarketKind kind, int firms, double customers);

void register_networks();

}  // namespace orgsim
