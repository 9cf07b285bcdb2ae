#include "model/market/mean_field.hpp"

#include "core/elementary.hpp"
#include "core/matrix.hpp"
#include "core/vectors.hpp"
#include "model/market/well_mixed.hpp"

namespace orgsim {

MeanField MeanField::populated(const MarketParameters& market) {
  MeanField result{Cells(market)};
  Cells& cells = result.cells;
  for (int k = 0; k < cells.firms; ++k) {
    for (int s = 0; s < cells.classes; ++s) {
      const double people =
          market.mass[static_cast<std::size_t>(s)] * static_cast<double>(market.customers) / cells.firms;
      for (int f = 0; f < cells.firms; ++f) {
        cells.at(k, s, cells.state_of(f, 0)) = people * market.start_penetration;
      }
      cells.at(k, s, 0) = people * (1 - cells.firms * market.start_penetration);
    }
  }
  return result;
}

void MeanField::admit(const MarketParameters& market, double inflow, int week) {
  const double newcomers = static_cast<double>(market.customers) *
                           (elementary::exp(inflow * week / 52) - elementary::exp(inflow * (week - 1) / 52));
  for (int s = 0; s < cells.classes; ++s) {
    const double of_a_cell = market.mass[static_cast<std::size_t>(s)] / cells.firms * newcomers;
    for (int k = 0; k < cells.firms; ++k) cells.at(k, s, 0) += of_a_cell;
  }
}

namespace {

// The people of each cell at the week's start, times the factor that makes hazards probabilities. A hazard
// times that is the expected number of those who meet the event.
Matrix people_at_risk(const Cells& cells, const Hazards& hazards, const double* factors) {
  Matrix at_risk(1, cells.counts.size());
  on_widest_vectors([&] {
    for_each_vector(hazards, [&](std::size_t cell, std::size_t row) {
      Vector people;
      Vector factor;
      load_vector(&cells.counts[cell], people);
      load_vector(factors + row, factor);
      store_vector(people * factor, at_risk[0] + cell);
    });
  });
  return at_risk;
}

}  // namespace

Flows MeanField::respond(const Hazards& hazards, const Response& /*response*/) {
  const Matrix events = event_hazards(hazards);
  const Matrix at_risk = people_at_risk(cells, hazards, events[event_count(cells.firms)]);
  return move_people(hazards, cells,
                     [&](std::size_t event, std::size_t row, std::size_t cell, Vector& moved) {
                       Vector hazard;
                       load_vector(events[event] + row, hazard);
                       load_vector(at_risk[0] + cell, moved);
                       moved *= hazard;
                     });
}

}  // namespace orgsim
