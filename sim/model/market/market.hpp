// The market kinds behind one face. A new kind is a struct with the same members (copy pooled.hpp), one name
// in Names<MarketKind> and one entry here.
#pragma once

#include <variant>

#include "keys/parameters.hpp"
#include "model/market/mean_field.hpp"
#include "model/market/network/network.hpp"
#include "model/market/pooled.hpp"

namespace orgsim {

using Market = std::variant<MeanField, Pooled, Network>;  // in the order of MarketKind

// The people at week 0, of whom a share `start` uses each firm, and, in a network, who they are and all who
// arrive within the run. Throws Interrupted.
struct Populated {
  Market market;
  Society society;
};
Populated populated_market(const Parameters& parameters, std::span<const double> start,
                           const Shared<StoredGraph>& ties, const StreamKey& stream_key,
                           const StopFlag& stop = {});

// Lets the newcomers of `week` (1 or later), who arrive at `inflow` a year, in as non-users.
void admit(Market& market, const MarketParameters& parameters, double inflow, int week,
           const Society& society);

inline bool is_random(const Market& market) {
  return std::visit([](const auto& kind) { return kind.random; }, market);
}

inline void take_census(const Market& market, Census& census) {
  std::visit([&](const auto& kind) { take_census(kind.cells, census); }, market);
}
inline Census census_of(const Market& market) {
  Census census;
  take_census(market, census);
  return census;
}

}  // namespace orgsim
