// A scenario as TOML text with every default spelled out.
#pragma once

#include <string>

#include "engine/scenario.hpp"

namespace orgsim {

// The text reads back to the same scenario; schedules from CSV files become knots.
std::string to_toml(const Scenario& scenario);

}  // namespace orgsim
