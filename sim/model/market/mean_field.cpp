#include "model/market/mean_field.hpp"

#include "model/market/well_mixed.hpp"

namespace orgsim {

MeanField MeanField::populated(const MarketParameters& market) {
  MeanField result{Cells(market)};
  Cells& cells = result.cells;
  for (int r = 0; r < cells.rows(); ++r) {
    const double people = market.mass[static_cast<std::size_t>(r / cells.firms)] *
                          static_cast<double>(market.customers) / cells.firms;
    const auto row = cells.row(r);
    for (int f = 0; f < cells.firms; ++f) {
      row[static_cast<std::size_t>(cells.state_of(f, 0))] = people * market.start_penetration;
    }
    row[0] = people * (1 - cells.firms * market.start_penetration);
  }
  return result;
}

void MeanField::admit(const MarketParameters& market, double inflow, int week) {
  const double newcomers = static_cast<double>(market.customers) *
                           (std::exp(inflow * week / 52) - std::exp(inflow * (week - 1) / 52));
  for (int r = 0; r < cells.rows(); ++r) {
    cells.row(r)[0] += market.mass[static_cast<std::size_t>(r / cells.firms)] / cells.firms * newcomers;
  }
}

std::vector<Flow> MeanField::respond(const Hazards& hazards, const Luck& /*luck*/, int /*week*/) {
  return respond_well_mixed(
      cells, hazards, [](int, double count, auto rates, auto moved) { split_expected(count, rates, moved); });
}

}  // namespace orgsim
