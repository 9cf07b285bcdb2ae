#include "model/market/mean_field.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "core/vectors.hpp"
#include "model/market/well_mixed.hpp"

namespace orgsim {

namespace {

// `count` is a whole number of vectors.
void multiply(const double* __restrict people, double p, double* __restrict met, std::size_t count) {
  for (std::size_t i = 0; i < count; i += Cells::kVector) {
    for (std::size_t v = i; v < i + Cells::kVector; ++v) met[v] = people[v] * p;
  }
}

// The share of each cell that the probabilities give.
void expect(const Table& probabilities, const Cells& cells, const Hazards& hazards, Table& met) {
  const auto stride = static_cast<std::size_t>(cells.stride);
  const auto firms = static_cast<std::size_t>(cells.firms);
  const auto classes = static_cast<std::size_t>(cells.classes);
  const std::size_t first_user = hazards.rows_of_nonusers();
  const double* nonusers = cells.counts.data();
  const double* users = nonusers + firms * stride;
  for (std::size_t e = 0; e < met.rows(); ++e) {
    const double* p = probabilities[e];
    double* of_nonusers = met[e];
    if (e < firms) {
      std::fill_n(of_nonusers, firms * stride, 0.0);
      for (std::size_t s = 0; s < classes; ++s) {
        for (std::size_t k = 0; k < firms; ++k) {
          of_nonusers[k * stride + s] = nonusers[k * stride + s] * p[s * firms + k];
        }
      }
    }
    double* of_users = met[e] + firms * stride;
    for (std::size_t row = first_user; row < first_user + hazards.rows_of_users(); ++row) {
      const std::size_t cell = (row - first_user) * stride;
      multiply(users + cell, p[row], of_users + cell, stride);
    }
  }
}

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
  if (inflow == 0) return;  // a closed market
  const double newcomers = static_cast<double>(market.customers) *
                           (elementary::exp(inflow * week / 52) - elementary::exp(inflow * (week - 1) / 52));
  for (int k = 0; k < cells.firms; ++k) {
    const auto people = cells.at(k, 0);
    for (std::size_t s = 0; s < people.size(); ++s) people[s] += market.mass[s] / cells.firms * newcomers;
  }
}

std::vector<Flow> MeanField::respond(const Hazards& hazards, const Luck& /*luck*/, int /*week*/) {
  const Table probabilities = event_probabilities(hazards);
  Table met(event_count(cells.firms), cells.counts.size());
  on_widest_vectors([&] { expect(probabilities, cells, hazards, met); });
  return carry_out(met, hazards, cells);
}

}  // namespace orgsim
