#include "model/market/mean_field.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "model/market/well_mixed.hpp"

namespace orgsim {

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
                           (elementary::exp(inflow * week / 52) - elementary::exp(inflow * (week - 1) / 52));
  for (int k = 0; k < cells.firms; ++k) {
    const auto people = cells.at(k, 0);
    for (std::size_t s = 0; s < people.size(); ++s) people[s] += market.mass[s] / cells.firms * newcomers;
  }
}

std::vector<Flow> MeanField::respond(const Hazards& hazards, const Luck& /*luck*/, int /*week*/) {
  const Table probabilities = event_probabilities(hazards);
  const std::size_t size = hazards.rows_of_nonusers();  // of a state
  Table before(1, cells.counts.size());
  std::copy(cells.counts.begin(), cells.counts.end(), before[0]);
  // The expected number of those who meet an event is a share of the people there were at the week's start.
  return move_people(
      hazards, cells,
      [&](std::size_t event, std::size_t state, std::size_t favourite, std::size_t i, Vector& moved) {
        Vector people;
        load_vector(before[0] + state * size + i, people);
        if (state == 0) {
          load_vector(probabilities[event] + i, moved);
          moved *= people;
        } else {
          moved = people * probabilities[event][hazards.row_of_state(state, favourite)];
        }
      });
}

}  // namespace orgsim
