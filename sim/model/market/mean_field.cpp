#include "model/market/mean_field.hpp"

#include <numeric>

#include "core/elementary.hpp"
#include "core/matrix.hpp"
#include "core/vectors.hpp"
#include "model/market/well_mixed.hpp"

namespace orgsim {

MeanField MeanField::populated(const MarketParameters& market, std::span<const double> start) {
  MeanField result{Cells(market)};
  Cells& cells = result.cells;
  for (int k = 0; k < cells.firms; ++k) {
    for (int s = 0; s < cells.classes; ++s) {
      const double people =
          market.mass[static_cast<std::size_t>(s)] * static_cast<double>(market.customers) / cells.firms;
      for (int f = 0; f < cells.firms; ++f)
        cells.at(k, s, cells.state_of(f, 0)) = people * start[static_cast<std::size_t>(f)];
      cells.at(k, s, 0) = people * (1 - std::accumulate(start.begin(), start.end(), 0.0));
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

// A hazard times this is the expected number of those who meet the event: people, times the factor that makes
// hazards probabilities.
struct TakeExpected {
  const Matrix& events;
  const double* factors;
  Vector at_risk{};

  [[gnu::always_inline]] void from(std::size_t row, const Vector& people) {
    load_vector(factors + row, at_risk);
    at_risk *= people;
  }
  [[gnu::always_inline]] void operator()(std::size_t event, std::size_t row, std::size_t /*cell*/,
                                         Vector& moved) const {
    load_vector(events[event] + row, moved);
    moved *= at_risk;
  }
};

}  // namespace

Flows MeanField::respond(const Hazards& hazards, const Response& /*response*/) {
  const Matrix events = event_hazards(hazards);
  return move_people(hazards, cells, TakeExpected{events, events[event_count(cells.firms)]});
}

}  // namespace orgsim
