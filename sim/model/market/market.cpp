#include "model/market/market.hpp"

#include "core/error.hpp"

namespace orgsim {

namespace {

template <std::size_t I = 0>
Market populated_kind(const MarketParameters& market) {
  static_assert(std::variant_size_v<Market> == count_of<MarketKind>);
  if constexpr (I == std::variant_size_v<Market>) {
    throw Bug("a market kind without an entry in Market");
  } else {
    if (static_cast<std::size_t>(market.kind) == I) {
      return std::variant_alternative_t<I, Market>::populated(market);
    }
    return populated_kind<I + 1>(market);
  }
}

}  // namespace

Market populated_market(const MarketParameters& market) {
  return populated_kind(market);
}

}  // namespace orgsim
