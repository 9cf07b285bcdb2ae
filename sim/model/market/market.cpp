#include "model/market/market.hpp"

#include "core/error.hpp"

namespace orgsim {

static_assert(std::variant_size_v<Market> == count_of<MarketKind>);

Populated populated_market(const Parameters& parameters, std::span<const double> start,
                           const Shared<StoredGraph>& ties, const StreamKey& stream_key,
                           const StopFlag& stop) {
  switch (parameters.market.kind) {
    case MarketKind::mean_field:
      return {MeanField::populated(parameters.market, start), {}};
    case MarketKind::pooled:
      return {Pooled::populated(parameters.market, start), {}};
    case MarketKind::network: {
      Settled people = settled(parameters, start, ties, stream_key, stop);
      return {std::move(people.network), std::move(people.society)};
    }
  }
  throw Bug("a market kind without people");
}

void admit(Market& market, const MarketParameters& parameters, double inflow, int week,
           const Society& society) {
  std::visit(
      [&](auto& kind) {
        if constexpr (requires { kind.admit(parameters, inflow, week, society); }) {
          kind.admit(parameters, inflow, week, society);
        } else {
          kind.admit(parameters, inflow, week);
        }
      },
      market);
}

}  // namespace orgsim
