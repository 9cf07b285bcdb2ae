#include "experiment/worlds/guide.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

template <std::size_t N>
double one_among(const std::array<double, N>& values, Stream& draws) {
  return values[one_of(N, draws)];
}

constexpr std::array kLengths{1.0, 0.5, 0.25, 0.1};
constexpr std::array kShares{1.0, 0.3, 0.0};

double kept_in_step(double length) {
  return std::sqrt(1 - length * length);
}

}  // namespace

Guide::Guide(Emulator emulator, const MatrixXd& population, const Evidence& evidence, double level)
    : evidence_(evidence),
      level_(level),
      emulator_(std::move(emulator)),
      proposal_(fitted(emulator_.basis, population)),
      population_(proposal_.basis.transpose() * population) {}

Guide::State Guide::state_at(VectorXd point) const {
  const double log_guide = evidence_.log_guide(point, emulator_.at(point), emulator_.error, level_);
  return {std::move(point), log_guide};
}

Step Guide::difference(const VectorXd& from, Stream& draws) const {
  const double factor = one_among(std::array{1.0, 0.5, 0.25}, draws);
  const Index one = one_of(population_.cols(), draws);
  const Index other = one_of(population_.cols(), draws);
  const VectorXd to = from + proposal_.basis * (factor * (population_.col(one) - population_.col(other)));
  return {to, (from.squaredNorm() - to.squaredNorm()) / 2};
}

// Across all directions, reversible for the prior.
Step Guide::across(const VectorXd& from, Stream& draws) const {
  const double length = one_among(kLengths, draws);
  const VectorXd change = (kept_in_step(length) - 1) * from + length * normals(from.size(), draws);
  return {from + change - proposal_.basis * (proposal_.basis.transpose() * change), 0};
}

// Coordinates of their own, reversible for the prior.
Step Guide::refreshed(const VectorXd& from, Stream& draws) const {
  const double length = one_among(kLengths, draws);
  const double share = one_among(kShares, draws);
  const Index always = one_of(from.size(), draws);
  const VectorXd fresh = normals(from.size(), draws);
  VectorXd to = from;
  for (Index i = 0; i < from.size(); ++i) {
    if (uniform(draws) < share || i == always) to(i) = kept_in_step(length) * from(i) + length * fresh(i);
  }
  return {to, 0};
}

// Some or all directions, each reversible for the normal distribution that is fitted to it.
Step Guide::towards_fit(const VectorXd& from, Stream& draws) const {
  const double length = one_among(kLengths, draws);
  const double share = one_among(kShares, draws);
  const VectorXd old = proposal_.basis.transpose() * from;
  const Index always = one_of(old.size(), draws);
  const VectorXd fresh = normals(old.size(), draws);
  VectorXd within = old;
  for (Index i = 0; i < old.size(); ++i) {
    if (!(uniform(draws) < share || i == always)) continue;
    const double mean = proposal_.mean(i);
    within(i) = mean + kept_in_step(length) * (old(i) - mean) + length * proposal_.sd(i) * fresh(i);
  }
  return {from + proposal_.basis * (within - old),
          log_prior_over(proposal_, within) - log_prior_over(proposal_, old)};
}

Guide::State Guide::stepped(const State& state, Stream& draws) const {
  constexpr double differences = 0.15;
  constexpr double refreshments = 0.3;
  constexpr double crossings = 0.5;
  const double kind = uniform(draws);
  Step step = kind < differences    ? difference(state.point, draws)
              : kind < refreshments ? refreshed(state.point, draws)
              : kind < crossings    ? across(state.point, draws)
                                    : towards_fit(state.point, draws);
  const State next = state_at(std::move(step.point));
  const double log_u = elementary::log(1 - uniform(draws));
  return log_u <= step.log_ratio + next.log_guide - state.log_guide ? next : state;
}

std::optional<Step> Guide::walk(const VectorXd& from, int steps, Stream& draws) const {
  if (proposal_.basis.cols() == 0) return std::nullopt;
  const State start = state_at(from);
  State end = start;
  for (int i = 0; i < std::min(steps, evidence_.most_guesses()); ++i) end = stepped(end, draws);
  return Step{end.point, start.log_guide - end.log_guide};
}

}  // namespace orgsim::worlds
