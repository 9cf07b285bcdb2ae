#include "engine/snapshot.hpp"

#include "core/archive.hpp"

namespace orgsim {

std::string save(const Simulation& simulation) {
  return to_bytes("simulation", simulation);
}

Simulation restore(std::string_view bytes) {
  return from_bytes<Simulation>("simulation", bytes);
}

}  // namespace orgsim
