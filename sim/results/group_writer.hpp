// What files of different experiments are written with.
#pragma once

#include "engine/scenario.hpp"
#include "results/hdf5.hpp"
#include "results/layout.hpp"

namespace orgsim::results {

// What every results file says of itself: format, program, experiment, seed and scenario.
void write_identity(hid_t root, std::string_view experiment, const Scenario& scenario);

// A group with its dimensions and arrays; the group around it is made if it is not there.
void write_group(hid_t file, const Group& group);

}  // namespace orgsim::results
