// Who the individuals of a network are and who listens to whom.
#pragma once

#include <variant>
#include <vector>

#include "core/shared.hpp"
#include "keys/market.hpp"
#include "model/market/network/graph.hpp"
#include "platform/large_vector.hpp"

namespace orgsim {

// A graph that is made once per replication, one that was read from a file and is shared by all of them, or
// one that is not stored.
using Graph = std::variant<StoredGraph, Shared<StoredGraph>, ImplicitGraph, MixingGraph>;

// The individuals of a network, apart from what they use: what never changes in a replication. Nobody, in the
// other market kinds.
struct Society {
  Graph graph;
  LargeVector<std::uint8_t> type;  // favourite and adopter class in one byte, to fetch both at once
  // Who arrives in which order: at favourite * classes + class, the people absent at week 0.
  std::vector<std::vector<PersonId>> arrivals;

  static_assert(kMostFirms <= 16 && kMostClasses <= 16);
  static std::uint8_t type_of(std::size_t favourite, std::size_t adopter_class) {
    return static_cast<std::uint8_t>(favourite << 4U | adopter_class);
  }
  int favourite(PersonId person) const { return type[person] >> 4; }
  int adopter_class(PersonId person) const { return type[person] & 15; }

  bool operator==(const Society&) const = default;
};

}  // namespace orgsim
