// What is not wrong with a scenario, but should be said.
#pragma once

#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

// What its reader noted (what an edge list's reader left out, people without a tie), and doubts about values:
// a number that looks like a rate a year in a key that is a rate a week, a schedule of knots outside the run.
std::vector<Problem> notes_on(const Scenario& scenario);

}  // namespace orgsim
