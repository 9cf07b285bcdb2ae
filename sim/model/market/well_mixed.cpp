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
void gather_hazards(const Hazards& hazards, Table& events) {
  const std::size_t rows = events.width();
  const auto F = static_cast<std::size_t>(hazards.firms);
  const auto L = static_cast<std::size_t>(hazards.levels);
  double* leave = events[F];
  double* rise = events[F + 1];
  double* fall = events[F + 2];
  double* total = events[F + 3];
  std::size_t row = hazards.rows_of_nonusers();
  const std::size_t end_of_users = row + hazards.rows_of_users();
  for (double* event : {leave, rise, fall}) {
    std::fill_n(event, row, 0.0);
    std::fill(event + end_of_users, event + rows, 0.0);
  }
  for (std::size_t g = 0; g < F; ++g) {
    for (std::size_t h = 0; h < L; ++h) {
      for (const std::size_t end = row + F; row < end; ++row) {
        leave[row] = hazards.leaving[g * L + h];
        rise[row] = h + 1 < L ? hazards.rising[g] : 0;
        fall[row] = h > 0 ? hazards.falling : 0;
      }
    }
  }
  for (row = 0; row < rows; ++row) total[row] = leave[row] + rise[row] + fall[row];
  for (std::size_t f = 0; f < F; ++f) {
    const double reach = hazards.reach[f];
    const double* accept = &hazards.acceptance[f * rows];
    double* event = events[f];
    for (row = 0; row < rows; ++row) {
      event[row] = std::min(reach * accept[row], kSurely);
      total[row] += event[row];
    }
  }
}

}  // namespace

Table event_probabilities(const Hazards& hazards) {
  const std::size_t rows = hazards.rows();
  const std::size_t count = event_count(hazards.firms);
  Table events(count + 1, rows);
  double check = 0;
  on_widest_vectors([&] {
    gather_hazards(hazards, events);
    double* total = events[count];
    check = sum_of(rows, [&](std::size_t row) { return total[row]; });
    for (std::size_t row = 0; row < rows; ++row) {
      const double H = total[row];
      total[row] = -elementary::expm1(-H) / (H > 0 ? H : 1);
    }
    for (std::size_t e = 0; e < count; ++e) {
      double* event = events[e];
      for (std::size_t row = 0; row < rows; ++row) event[row] *= total[row];
    }
  });
  if (std::isnan(check)) throw InputError(overflow("the hazards of customers"));
  return events;
}

std::vector<Flow> flows_of(std::span<const VectorFlow> sums, const Hazards& hazards) {
  std::vector<Flow> flows(sums.size());
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
