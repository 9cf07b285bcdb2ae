#include "model/market/mean_field.hpp"

#include <Eigen/Core>

#include "model/market/well_mixed.hpp"

namespace orgsim {

namespace {

struct ExpectedSplit {
  std::span<const double> probabilities;

  void expect(std::span<const double> events) { probabilities = events; }
  void operator()(int /*cell*/, std::span<const double> people, Met& met) const {
    const Eigen::Map<const Eigen::ArrayXd> all(people.data(), static_cast<Eigen::Index>(people.size()));
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
      Eigen::Map<Eigen::ArrayXd>(met[i].data(), all.size()) = all * probabilities[i];
    }
  }
};

}  // namespace

MeanField MeanField::populated(const MarketParameters& market) {
  MeanField result{Cells(market)};
  Cells& cells = result.cells;
  for (int k = 0; k < cells.firms; ++k) {
    for (int s = 0; s < cells.classes; ++s) {
      const auto i = static_cast<std::size_t>(s);
      const double people = market.mass[i] * static_cast<double>(market.customers) / cells.firms;
      for (int f = 0; f < cells.firms; ++f) {
        cells.at(k, cells.state_of(f, 0))[i] = people * market.start_penetration;
      }
      cells.at(k, 0)[i] = people * (1 - cells.firms * market.start_penetration);
    }
  }
  return result;
}

void MeanField::admit(const MarketParameters& market, double inflow, int week) {
  const double newcomers = static_cast<double>(market.customers) *
                           (std::exp(inflow * week / 52) - std::exp(inflow * (week - 1) / 52));
  for (int k = 0; k < cells.firms; ++k) {
    const auto people = cells.at(k, 0);
    for (std::size_t s = 0; s < people.size(); ++s) people[s] += market.mass[s] / cells.firms * newcomers;
  }
}

std::vector<Flow> MeanField::respond(const Hazards& hazards, const Luck& /*luck*/, int /*week*/) {
  return respond_well_mixed(cells, hazards, ExpectedSplit{});
}

}  // namespace orgsim
