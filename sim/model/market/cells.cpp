#include "model/market/cells.hpp"

#include <numeric>

namespace orgsim {

double Census::all_users() const {
  return std::accumulate(users.begin(), users.end(), 0.0);
}

double Census::all_nonusers() const {
  return std::accumulate(nonusers.begin(), nonusers.end(), 0.0);
}

void take_census(const Cells& cells, Census& census) {
  const auto firms = static_cast<std::size_t>(cells.firms);
  const auto levels = static_cast<std::size_t>(cells.levels);
  census.levels = cells.levels;
  census.users.assign(firms, 0);
  census.by_habit.resize(firms * levels);
  const auto of_a_state = static_cast<std::size_t>(cells.classes * cells.stride());
  const double* people = cells.counts.data();
  census.nonusers.assign(people, people + of_a_state);
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
        census.by_habit[f * levels + h] = n;
        census.users[f] += n;
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
