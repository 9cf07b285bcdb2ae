// The market kinds behind one face. A new kind is a struct with the same members (copy pooled.hpp), one name
// in Names<MarketKind> and one entry here.
#pragma once

#include <variant>

#include "model/market/mean_field.hpp"
#include "model/market/pooled.hpp"

namespace orgsim {

using Market = std::variant<MeanField, Pooled>;  // in the order of MarketKind

Market populated_market(const MarketParameters& market);

inline bool is_random(const Market& market) {
  return std::visit([](const auto& kind) { return kind.random; }, market);
}

inline Census census_of(const Market& market) {
  return std::visit([](const auto& kind) { return census_of(kind.cells); }, market);
}

}  // namespace orgsim
