// A simulation as bytes, to be kept and gone on with later.
#pragma once

#include <string>
#include <string_view>

#include "engine/simulation.hpp"

namespace orgsim {

// Everything the simulation is, parameters included: what is restored from it is equal to the original and
// goes on exactly like it.
std::string save(const Simulation& simulation);

// Throws InputError if the bytes are damaged, or were not saved by this version of orgsim on this kind of
// machine.
Simulation restore(std::string_view bytes);

}  // namespace orgsim
