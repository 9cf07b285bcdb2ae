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
  Census census;
  census.levels = cells.levels;
  census.users.resize(static_cast<std::size_t>(cells.firms));
  census.by_habit.resize(static_cast<std::size_t>(cells.firms * cells.levels));
  census.nonusers.resize(static_cast<std::size_t>(cells.rows()));
  for (int r = 0; r < cells.rows(); ++r) {
    const auto row = cells.row(r);
    census.nonusers[static_cast<std::size_t>(r)] = row[0];
    for (std::size_t i = 0; i < census.by_habit.size(); ++i) {
      census.by_habit[i] += row[1 + i];
      census.users[i / static_cast<std::size_t>(cells.levels)] += row[1 + i];
    }
  }
  return census;
}

}  // namespace orgsim
