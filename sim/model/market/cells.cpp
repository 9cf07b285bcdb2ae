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
  const auto people_of_a_state = static_cast<std::size_t>(cells.firms * cells.classes);
  const auto people_in = [&](std::size_t state) {
    return std::span(cells.counts).subspan(state * people_of_a_state, people_of_a_state);
  };
  Census census;
  census.levels = cells.levels;
  census.nonusers.assign(people_in(0).begin(), people_in(0).end());
  census.users.resize(static_cast<std::size_t>(cells.firms));
  for (double& users : census.users) {
    for (int h = 0; h < cells.levels; ++h) {
      const auto people = people_in(1 + census.by_habit.size());
      census.by_habit.push_back(std::accumulate(people.begin(), people.end(), 0.0));
      users += census.by_habit.back();
    }
  }
  return census;
}

}  // namespace orgsim
