#include "model/market/market.hpp"

#include "core/error.hpp"

namespace orgsim {

namespace {

template <std::size_t I = 0>
Market populated_kind(const Parameters& parameters, const Luck& luck, const StopFlag& stop) {
  static_assert(std::variant_size_v<Market> == count_of<MarketKind>);
  if constexpr (I == std::variant_size_v<Market>) {
    throw Bug("a market kind without an entry in Market");
  } else {
    using Kind = std::variant_alternative_t<I, Market>;
    if (static_cast<std::size_t>(parameters.market.kind) != I)
      return populated_kind<I + 1>(parameters, luck, stop);
    if constexpr (requires { Kind::populated(parameters, luck, stop); }) {
      return Kind::populated(parameters, luck, stop);
    } else {
      return Kind::populated(parameters.market);
    }
  }
}

}  // namespace

Market populated_market(const Parameters& parameters, const Luck& luck, const StopFlag& stop) {
  return populated_kind(parameters, luck, stop);
}

}  // namespace orgsim
