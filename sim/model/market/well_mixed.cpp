#include "model/market/well_mixed.hpp"

#include <cmath>
#include <numeric>

namespace orgsim {

namespace {

// Moves people of each class from one state to another and returns how many they are.
double move(std::span<double> from, std::span<double> to, const std::array<double, kMostClasses>& people) {
  double* __restrict source = from.data();
  double* __restrict target = to.data();
  const double* __restrict moved = people.data();
  double all = 0;
  for (std::size_t s = 0; s < from.size(); ++s) {
    source[s] -= moved[s];
    target[s] += moved[s];
    all += moved[s];
  }
  return all;
}

}  // namespace

void hazards_to_probabilities(std::span<double> events) {
  const double total = std::accumulate(events.begin(), events.end(), 0.0);
  const double scale = total > 0 ? -std::expm1(-total) / total : 0;
  for (double& event : events) event *= scale;
}

std::span<const double> WellMixedWeek::events_of_nonusers(int favourite, int adopter_class) {
  const double* accept = hazards_.adoption_of(favourite, adopter_class);
  const std::span<double> events = std::span(events_).first(flows_.size());
  for (std::size_t f = 0; f < events.size(); ++f) events[f] = hazards_.reach[f] * accept[f];
  hazards_to_probabilities(events);
  return events;
}

std::span<const double> WellMixedWeek::events_of_users(int favourite, int provider, int habit) {
  const double* accept = hazards_.switching_of(favourite, provider, habit);
  std::size_t n = 0;
  for (int f = 0; f < cells_.firms; ++f) {
    if (f != provider) events_[n++] = hazards_.reach[static_cast<std::size_t>(f)] * accept[f];
  }
  events_[n++] = hazards_.leaving_of(provider, habit);
  events_[n++] = habit + 1 < cells_.levels ? hazards_.rising[static_cast<std::size_t>(provider)] : 0;
  events_[n++] = habit > 0 ? hazards_.falling : 0;
  const std::span<double> events = std::span(events_).first(n);
  hazards_to_probabilities(events);
  return events;
}

void WellMixedWeek::adopt(int favourite, int adopter_class, const Met& met) {
  const auto s = static_cast<std::size_t>(adopter_class);
  for (int f = 0; f < cells_.firms; ++f) {
    const auto i = static_cast<std::size_t>(f);
    flows_[i].adopted += move(cells_.at(favourite, 0).subspan(s, 1),
                              cells_.at(favourite, cells_.state_of(f, 0)).subspan(s, 1), met[i]);
  }
}

void WellMixedWeek::move_users(int favourite, int provider, int habit, const Met& met) {
  const auto state = [&](int firm, int level) { return cells_.at(favourite, cells_.state_of(firm, level)); };
  const std::span<double> own = state(provider, habit);
  Flow& flow = flows_[static_cast<std::size_t>(provider)];
  std::size_t i = 0;
  for (int f = 0; f < cells_.firms; ++f) {
    if (f == provider) continue;
    const double switched = move(own, state(f, 0), met[i++]);
    flows_[static_cast<std::size_t>(f)].switched_in += switched;
    flow.switched_away += switched;
  }
  flow.left += move(own, cells_.at(favourite, 0), met[i]);
  if (habit + 1 < cells_.levels) move(own, state(provider, habit + 1), met[i + 1]);
  if (habit > 0) move(own, state(provider, habit - 1), met[i + 2]);
}

std::vector<Flow> WellMixedWeek::flows() {
  for (std::size_t f = 0; f < flows_.size(); ++f) {
    const double won = flows_[f].adopted + flows_[f].switched_in;
    if (hazards_.reach[f] > 0) flows_[f].won = hazards_.contact[f] * (won / hazards_.reach[f]);
  }
  return std::move(flows_);
}

}  // namespace orgsim
