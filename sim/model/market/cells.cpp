#include "model/market/cells.hpp"

#include <numeric>

namespace orgsim {

void take_census(const Cells& cells, Census& census) {
  const auto firms = static_cast<std::size_t>(cells.firms);
  const auto levels = static_cast<std::size_t>(cells.levels);
  census.users = OfFirms(firms);
  census.by_habit = ByHabit(levels, firms);
  const auto of_a_state = static_cast<std::size_t>(cells.classes * cells.stride());
  const double* people = cells.counts.data();
  const std::size_t of_nonusers = kUserStates * of_a_state;
  census.nonusers.assign(people, people + of_nonusers);
  census.lapsed = std::accumulate(people + of_a_state, people + of_nonusers, 0.0);
  census.all_nonusers = std::accumulate(people, people + of_a_state, 0.0) + census.lapsed;
  people += of_nonusers - of_a_state;
  on_widest_vectors([&] {
    for (std::size_t f = 0; f < firms; ++f) {
      for (std::size_t h = 0; h < levels; ++h) {
        people += of_a_state;
        Vector sums{};
        for (std::size_t i = 0; i < of_a_state; i += kVector) {
          Vector more;
          load_vector(people + i, more);
          sums += more;
        }
        const double n = sum_of_entries(sums);
        census.by_habit(h, f) = n;
        census.users(f) += n;
      }
    }
  });
}

Census census_of(const Cells& cells) {
  Census census;
  take_census(cells, census);
  return census;
}

}  // namespace orgsim
