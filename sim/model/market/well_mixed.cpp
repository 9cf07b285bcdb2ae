#include "model/market/well_mixed.hpp"

#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/error.hpp"
#include "core/vectors.hpp"

namespace orgsim {

namespace {

// Event by event, and their sum per row as one more.
void gather_hazards(const Hazards& hazards, Matrix& events) {
  const std::size_t rows = events.width();
  const auto F = static_cast<std::size_t>(hazards.firms);
  const auto L = static_cast<std::size_t>(hazards.levels);
  std::array<double, kMostFirms> reach;
  for (std::size_t f = 0; f < F; ++f) reach[f] = std::min(hazards.reach[f], kSurely);
  std::size_t row = 0;
  const auto gather_until = [&](std::size_t end, double leave, double rise, double fall) {
    for (; row < end; row += kVector) {
      Vector total = Vector{} + (leave + rise + fall);
      for (std::size_t f = 0; f < F; ++f) {
        Vector accept;
        load_vector(&hazards.acceptance[f * rows + row], accept);
        accept *= reach[f];
        store_vector(accept, events[f] + row);
        total += accept;
      }
      store_vector(Vector{} + leave, events[F] + row);
      store_vector(Vector{} + rise, events[F + 1] + row);
      store_vector(Vector{} + fall, events[F + 2] + row);
      store_vector(total, events[F + 3] + row);
    }
  };
  gather_until(hazards.rows_of_nonusers(), 0, 0, 0);
  for (std::size_t g = 0; g < F; ++g) {
    for (std::size_t h = 0; h < L; ++h) {
      gather_until(row + hazards.stride(), hazards.leaving[g * L + h], h + 1 < L ? hazards.rising[g] : 0,
                   h > 0 ? hazards.falling : 0);
    }
  }
}

}  // namespace

Matrix event_hazards(const Hazards& hazards) {
  const std::size_t rows = hazards.rows();
  const std::size_t count = event_count(hazards.firms);
  Matrix events(count + 1, rows);
  bool are_finite = true;
  on_widest_vectors([&] {
    gather_hazards(hazards, events);
    double* total = events[count];
    // As a rule little happens in a week, and then the factors need no division.
    const auto is_small = [&](std::size_t row) { return total[row] <= elementary::kSmallExponent; };
    if (sum_of(rows, [&](std::size_t row) { return is_small(row) ? 0.0 : 1.0; }) == 0) {
      for (std::size_t row = 0; row < rows; ++row) total[row] = elementary::exprel_of_small(-total[row]);
    } else {
      are_finite = std::isfinite(sum_of(rows, [&](std::size_t row) { return total[row]; }));
      for (std::size_t row = 0; row < rows; ++row) total[row] = elementary::exprel(-total[row]);
    }
  });
  if (!are_finite) throw InputError(overflow("the hazards of customers"));
  return events;
}

Flows flows_of(std::span<const VectorFlow> sums, const Hazards& hazards) {
  Flows flows(sums.size());
  for (std::size_t f = 0; f < flows.size(); ++f) {
    const VectorFlow& sum = sums[f];
    flows[f] = {sum_of_entries(sum.adopted),
                sum_of_entries(sum.switched_in),
                sum_of_entries(sum.left),
                sum_of_entries(sum.switched_away),
                {}};
    const double won = flows[f].adopted + flows[f].switched_in;
    if (hazards.reach[f] > 0) flows[f].won = hazards.contact[f] * (won / hazards.reach[f]);
  }
  return flows;
}

}  // namespace orgsim
