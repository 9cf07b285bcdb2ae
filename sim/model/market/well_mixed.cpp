#include "model/market/well_mixed.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/error.hpp"
#include "core/vectors.hpp"

namespace orgsim {

std::vector<double> event_probabilities(const Hazards& hazards, int favourite, int adopter_class, int state) {
  const int F = hazards.firms;
  std::vector<double> events(event_count(F));
  const std::size_t row =
      hazards.row_of(static_cast<std::size_t>(state), static_cast<std::size_t>(adopter_class)) +
      static_cast<std::size_t>(favourite);
  for (int f = 0; f < F; ++f) {
    const double L = std::min(hazards.reach[static_cast<std::size_t>(f)], kSurely);
    events[static_cast<std::size_t>(f)] = L * hazards.acceptance_of(f, row);
  }
  if (state >= kUserStates) {
    const int g = (state - kUserStates) / hazards.levels;
    const int h = (state - kUserStates) % hazards.levels;
    const double mu = hazards.leaving_of(g, h);
    for (int f = 0; f < F; ++f)
      events[static_cast<std::size_t>(f)] += mu * hazards.taken_up[static_cast<std::size_t>(g * F + f)];
    double* others = &events[static_cast<std::size_t>(F)];
    others[0] = mu * hazards.none[static_cast<std::size_t>(g)];
    others[1] = h + 1 < hazards.levels ? hazards.rising[static_cast<std::size_t>(g)] : 0;
    others[2] = h > 0 ? hazards.falling : 0;
  }
  const double H = std::accumulate(events.begin(), events.end(), 0.0);
  for (double& event : events) event *= H > 0 ? -elementary::expm1(-H) / H : 1;
  return events;
}

namespace {

// Event by event, and their sum per row as one more.
template <class Count>
void gather_hazards(const Hazards& hazards, Count F, Matrix& events) {
  const std::size_t rows = events.width();
  const auto L = static_cast<std::size_t>(hazards.levels);
  std::array<double, kMostFirms> reach;
  for (std::size_t f = 0; f < F; ++f) reach[f] = std::min(hazards.reach[f], kSurely);
  std::size_t row = 0;
  const std::array<double, kMostFirms> nothing{};
  // `taken_up`: the hazards of giving up for each firm.
  const auto gather_until = [&](std::size_t end, const double* taken_up, double leave, double rise,
                                double fall) {
    for (; row < end; row += kVector) {
      Vector total = Vector{} + (leave + rise + fall);
      for (std::size_t f = 0; f < F; ++f) {
        Vector accept;
        load_vector(&hazards.acceptance[f * rows + row], accept);
        accept = accept * reach[f] + taken_up[f];
        store_vector(accept, events[f] + row);
        total += accept;
      }
      store_vector(Vector{} + leave, events[F] + row);
      store_vector(Vector{} + rise, events[F + 1] + row);
      store_vector(Vector{} + fall, events[F + 2] + row);
      store_vector(total, events[F + 3] + row);
    }
  };
  gather_until(hazards.rows_of_nonusers(), nothing.data(), 0, 0, 0);
  std::array<double, kMostFirms> taken_up{};
  for (std::size_t g = 0; g < F; ++g) {
    for (std::size_t h = 0; h < L; ++h) {
      const double mu = hazards.leaving[g * L + h];
      for (std::size_t f = 0; f < F; ++f) taken_up[f] = mu * hazards.taken_up[g * F + f];
      gather_until(row + whole_vectors(F), taken_up.data(), mu * hazards.none[g],
                   h + 1 < L ? hazards.rising[g] : 0, h > 0 ? hazards.falling : 0);
    }
  }
}

}  // namespace

Matrix event_hazards(const Hazards& hazards) {
  const std::size_t rows = hazards.rows();
  const std::size_t count = event_count(hazards.firms);
  Matrix events(count + 1, rows);
  bool are_finite = true;
  for_few_firms(static_cast<std::size_t>(hazards.firms),
                [&](const auto F) { on_widest_vectors([&] { gather_hazards(hazards, F, events); }); });
  on_widest_vectors([&] {
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
    if (hazards.reach[f] > 0) {
      flows[f].won = hazards.contact[f] * (won / hazards.reach[f]);
    } else {
      flows[f].won[Channel::organic] = won;  // of those who gave up another
    }
  }
  return flows;
}

}  // namespace orgsim
