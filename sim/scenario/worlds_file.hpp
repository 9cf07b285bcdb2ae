// The ensemble of worlds that a scenario asks for: a CSV file, or one that comes with orgsim.
#pragma once

#include <optional>

#include "engine/worlds.hpp"

namespace orgsim {

// Reads run.worlds_file, from the folder of the scenario's own file on; the ensemble of run.ranges that comes
// with orgsim if none is named. Throws InputError with what is wrong with the file: columns that are no
// numbers of the scenario, cells that are out of range, another checksum than run.worlds_checksum.
WorldTable load_worlds(const Scenario& scenario);

// The same where the scenario asks for worlds (worlds_of()); nothing where it does not.
std::optional<WorldTable> wanted_worlds(const Scenario& scenario);

}  // namespace orgsim
