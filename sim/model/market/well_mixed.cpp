#include "model/market/well_mixed.hpp"

#include <algorithm>
#include <array>
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
  for (double* event : {leave, rise, fall, total}) std::fill_n(event, rows, 0.0);
  std::size_t row = hazards.rows_of_nonusers();
  for (std::size_t g = 0; g < F; ++g) {
    for (std::size_t h = 0; h < L; ++h) {
      for (const std::size_t end = row + F; row < end; ++row) {
        leave[row] = hazards.leaving[g * L + h];
        rise[row] = h + 1 < L ? hazards.rising[g] : 0;
        fall[row] = h > 0 ? hazards.falling : 0;
      }
    }
  }
  for (std::size_t f = 0; f < F; ++f) {
    const double reach = hazards.reach[f];
    const double* accept = &hazards.acceptance[f * rows];
    double* event = events[f];
    for (row = 0; row < rows; ++row) {
      event[row] = std::min(reach * accept[row], kSurely);
      total[row] += event[row];
    }
  }
  for (row = 0; row < rows; ++row) total[row] += leave[row] + rise[row] + fall[row];
}

// Moves people from one state to another and returns how many they are. `count` is a whole number of vectors.
double move(double* __restrict from, double* __restrict to, const double* __restrict people,
            std::size_t count) {
  std::array<double, Cells::kVector> all{};
  for (std::size_t i = 0; i < count; i += all.size()) {
    for (std::size_t v = 0; v < all.size(); ++v) {
      const double moved = people[i + v];
      from[i + v] -= moved;
      to[i + v] += moved;
      all[v] += moved;
    }
  }
  return (all[0] + all[1]) + (all[2] + all[3]);
}

void move_all(const Table& met, Cells& cells, std::vector<Flow>& flows) {
  const std::size_t F = flows.size();
  const auto L = static_cast<std::size_t>(cells.levels);
  const std::size_t size =
      F * static_cast<std::size_t>(cells.stride);  // of one state: all favourites, classes
  double* counts = cells.counts.data();
  const auto go = [&](std::size_t event, std::size_t from, std::size_t to) {
    return move(counts + from * size, counts + to * size, met[event] + from * size, size);
  };
  for (std::size_t f = 0; f < F; ++f) flows[f].adopted = go(f, 0, 1 + f * L);
  for (std::size_t g = 0; g < F; ++g) {
    for (std::size_t h = 0; h < L; ++h) {
      const std::size_t here = 1 + g * L + h;
      for (std::size_t f = 0; f < F; ++f) {
        if (f == g) continue;
        const double switched = go(f, here, 1 + f * L);
        flows[f].switched_in += switched;
        flows[g].switched_away += switched;
      }
      flows[g].left += go(F, here, 0);
      if (h + 1 < L) go(F + 1, here, here + 1);
      if (h > 0) go(F + 2, here, here - 1);
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

std::vector<Flow> carry_out(const Table& met, const Hazards& hazards, Cells& cells) {
  std::vector<Flow> flows(static_cast<std::size_t>(hazards.firms));
  on_widest_vectors([&] { move_all(met, cells, flows); });
  for (std::size_t f = 0; f < flows.size(); ++f) {
    const double won = flows[f].adopted + flows[f].switched_in;
    if (hazards.reach[f] > 0) flows[f].won = hazards.contact[f] * (won / hazards.reach[f]);
  }
  return flows;
}

}  // namespace orgsim
