// The market kinds behind one face. A new kind is a struct with the same members (copy pooled.hpp), one name
// in Names<MarketKind> and one entry here.
#pragma once

#include <variant>

#include "model/market/mean_field.hpp"
#include "model/market/network/network.hpp"
#include "model/market/pooled.hpp"
#include "model/parameters/parameters.hpp"

namespace orgsim {

using Market = std::variant<MeanField, Pooled, Network>;  // in the order of MarketKind

// The people at week 0 and, in a network, all who arrive within the run. Throws Interrupted.
Market populated_market(const Parameters& parameters, const Luck& luck, const StopFlag& stop = {});

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
