#include "model/market/cells.hpp"

#include <numeric>

namespace orgsim {

double Census::all_users() const {
  return std::accumulate(users.begin(), users.end(), 0.0);
}

double Census::all_nonusers() const {
  return std::accumulate(nonusers.begin(), nonusers.end(), 0.0);
}

Census census_of(const Cells& cells) {
  const auto firms = static_cast<std::size_t>(cells.firms);
  const auto levels = static_cast<std::size_t>(cells.levels);
  Census census;
  census.levels = cells.levels;
  census.users.resize(firms);
  census.by_habit.resize(firms * levels);
  census.nonusers.reserve(firms * static_cast<std::size_t>(cells.classes));
  for (int k = 0; k < cells.firms; ++k) {
    const auto people = cells.at(k, 0);
    census.nonusers.insert(census.nonusers.end(), people.begin(), people.end());
  }
  const std::size_t of_a_state = firms * static_cast<std::size_t>(cells.stride);
  const double* people = cells.counts.data();
  for (std::size_t f = 0; f < firms; ++f) {
    for (std::size_t h = 0; h < levels; ++h) {
      people += of_a_state;
      const double n = std::accumulate(people, people + of_a_state, 0.0);
      census.by_habit[f * levels + h] = n;
      census.users[f] += n;
    }
  }
  return census;
}

}  // namespace orgsim
