#include "model/market/well_mixed.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/arithmetic.hpp"
#include "core/error.hpp"

namespace orgsim {

namespace {

using Vector = Eigen::Array<double, Cells::kVector, 1>;

// Moves people of each class from one state to another and returns how many they are.
double move(double* from, double* to, const double* people, int stride) {
  Vector all = Vector::Zero();
  for (int s = 0; s < stride; s += Cells::kVector) {
    const Vector moved = Eigen::Map<const Vector>(people + s);
    Eigen::Map<Vector>(from + s) -= moved;
    Eigen::Map<Vector>(to + s) += moved;
    all += moved;
  }
  return all.sum();
}

}  // namespace

void hazards_to_probabilities(std::span<double> events) {
  for (double& event : events) event = std::min(event, kSurely);
  const double total = std::accumulate(events.begin(), events.end(), 0.0);
  if (std::isnan(total)) throw InputError(overflow("the hazards of customers"));
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
  double* own = state(favourite, 0) + adopter_class;
  for (int f = 0; f < cells_.firms; ++f) {
    const double adopted = met[static_cast<std::size_t>(f)][0];
    *own -= adopted;
    state(favourite, cells_.state_of(f, 0))[adopter_class] += adopted;
    flows_[static_cast<std::size_t>(f)].adopted += adopted;
  }
}

void WellMixedWeek::move_users(int favourite, int provider, int habit, const Met& met) {
  const int here = cells_.state_of(provider, habit);
  double* own = state(favourite, here);
  Flow& flow = flows_[static_cast<std::size_t>(provider)];
  std::size_t i = 0;
  const auto move_to = [&](int there) {
    return move(own, state(favourite, there), met[i++].data(), cells_.stride);
  };
  for (int f = 0; f < cells_.firms; ++f) {
    if (f == provider) continue;
    const double switched = move_to(cells_.state_of(f, 0));
    flows_[static_cast<std::size_t>(f)].switched_in += switched;
    flow.switched_away += switched;
  }
  flow.left += move_to(0);
  move_to(habit + 1 < cells_.levels ? here + 1 : here);  // from the top nobody rises, from 0 nobody falls
  move_to(habit > 0 ? here - 1 : here);
}

std::vector<Flow> WellMixedWeek::flows() {
  for (std::size_t f = 0; f < flows_.size(); ++f) {
    const double won = flows_[f].adopted + flows_[f].switched_in;
    if (hazards_.reach[f] > 0) flows_[f].won = hazards_.contact[f] * (won / hazards_.reach[f]);
  }
  return std::move(flows_);
}

}  // namespace orgsim
