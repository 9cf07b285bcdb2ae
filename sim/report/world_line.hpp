// What was run, in one line: "3 firms, 1,000,000 people, 520 weeks, 100 replications (pooled), seed 1".
#pragma once

#include <string>

#include "engine/scenario.hpp"
#include "report/phrases.hpp"

namespace orgsim {

std::string world_line(const Scenario& scenario, std::size_t replications, const Words& words);

}  // namespace orgsim
