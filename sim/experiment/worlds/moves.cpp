#include "experiment/worlds/moves.hpp"

#include <algorithm>
#include <cmath>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kLeastDeviation = 1e-9;

// How much of where a step comes from stays in it.
double kept_of(double length) {
  return std::sqrt(1 - length * length);
}

// Log of the standard normal over the normal of this mean and deviation, but for what is the same everywhere.
double log_ratio_at(double x, double mean, double sd) {
  const double scaled = (x - mean) / sd;
  return (scaled * scaled - x * x) / 2;
}

double log_prior(const VectorXd& point) {
  return -point.squaredNorm() / 2;
}

}  // namespace

std::vector<Move> all_moves() {
  std::vector<Move> moves;
  for (const double within : {1.0, 0.6, 0.35, 0.2, 0.1, 0.05}) {
    for (const double across : {1.0, 0.5, 0.2}) moves.push_back({MoveKind::autoregressive, within, across});
  }
  for (const double share : {0.0, 0.1, 0.3}) {
    for (const double length : {1.0, 0.4, 0.15}) moves.push_back({MoveKind::block, length, share});
  }
  for (const double factor : {1.0, 0.5, 0.25, 0.1}) {
    for (const double across : {0.0, 0.5}) moves.push_back({MoveKind::difference, factor, across});
  }
  for (const double steps : {5.0, 25.0, 120.0}) moves.push_back({MoveKind::guided, steps, 0});
  return moves;
}

Mover::Mover(const MatrixXd& basis, const MatrixXd& population, std::optional<Guide> guide)
    : population_(population),
      guide_(std::move(guide)),
      proposal_(fitted(basis, population)),
      mean_(population.rowwise().mean()) {
  const auto n = static_cast<double>(population.cols());
  sd_ = ((population.colwise() - mean_).rowwise().squaredNorm() / n).cwiseSqrt().cwiseMax(kLeastDeviation);
}

std::optional<Step> Mover::step(const Move& move, const VectorXd& from, Stream& draws) const {
  switch (move.kind) {
    case MoveKind::autoregressive:
      return autoregressive(move, from, draws);
    case MoveKind::block:
      return block(move, from, draws);
    case MoveKind::difference:
      return difference(move, from, draws);
    case MoveKind::guided:
      return guide_ ? guide_->walk(from, static_cast<int>(move.within), draws) : std::nullopt;
  }
  return std::nullopt;
}

// Reversible for the prior across the informed directions and for the proposal along them.
Step Mover::autoregressive(const Move& move, const VectorXd& from, Stream& draws) const {
  const MatrixXd& basis = proposal_.basis;
  const VectorXd fresh = normals(from.size(), draws);
  const VectorXd old_within = basis.transpose() * from;
  const VectorXd fresh_within = basis.transpose() * fresh;
  const VectorXd within = proposal_.mean + kept_of(move.within) * (old_within - proposal_.mean) +
                          move.within * proposal_.sd.cwiseProduct(fresh_within);
  const VectorXd all = kept_of(move.across) * from + move.across * fresh;
  const VectorXd point = all + basis * (within - basis.transpose() * all);
  return {point, log_prior_over(proposal_, within) - log_prior_over(proposal_, old_within)};
}

Step Mover::block(const Move& move, const VectorXd& from, Stream& draws) const {
  const Index always = one_of(from.size(), draws);
  const VectorXd fresh = normals(from.size(), draws);
  Step step{from, 0};
  for (Index i = 0; i < from.size(); ++i) {
    const bool taken = uniform(draws) < move.across || i == always;
    if (!taken) continue;
    const double x = mean_(i) + kept_of(move.within) * (from(i) - mean_(i)) + move.within * sd_(i) * fresh(i);
    step.point(i) = x;
    step.log_ratio += log_ratio_at(x, mean_(i), sd_(i)) - log_ratio_at(from(i), mean_(i), sd_(i));
  }
  return step;
}

Step Mover::difference(const Move& move, const VectorXd& from, Stream& draws) const {
  const MatrixXd& basis = proposal_.basis;
  const Index one = one_of(population_.cols(), draws);
  const Index other = one_of(population_.cols(), draws);
  const VectorXd along = basis.transpose() * (population_.col(one) - population_.col(other));
  const VectorXd old_within = basis.transpose() * from;
  const VectorXd within = old_within + move.within * along;
  const VectorXd all = kept_of(move.across) * from + move.across * normals(from.size(), draws);
  const VectorXd point = all + basis * (within - basis.transpose() * all);
  return {point, log_prior(within) - log_prior(old_within)};
}

Distance Mover::distance(const VectorXd& from, const VectorXd& to) const {
  const VectorXd gone = to - from;
  const VectorXd within = proposal_.basis.transpose() * gone;
  const auto r = static_cast<double>(within.size());
  const double across = std::max(gone.squaredNorm() - within.squaredNorm(), 0.0);
  const double rest = static_cast<double>(gone.size()) - r;
  return {r > 0 ? within.cwiseQuotient(proposal_.sd).squaredNorm() / (2 * r) : 0,
          rest > 0 ? across / (2 * rest) : 0};
}

MoveChoice::MoveChoice()
    : moves_(all_moves()),
      shares_(moves_.size(), 1.0 / static_cast<double>(moves_.size())),
      records_(moves_.size()) {}

std::size_t MoveChoice::draw(Stream& draws) const {
  return in_proportion(shares_, 1, uniform(draws));
}

void MoveChoice::note(std::size_t move, const Distance& gone) {
  records_[move].tries += 1;
  records_[move].gone.within += gone.within;
  records_[move].gone.across += gone.across;
}

void MoveChoice::adapt() {
  constexpr double even =
      0.1;  // of all steps, so that none is forgotten; the others by the square of their worth
  const auto count = static_cast<double>(moves_.size());
  for (double& share : shares_) share = even / count;
  for (const auto part : {&Distance::within, &Distance::across}) {
    std::vector<double> worth;
    double total = 0;
    for (const Record& record : records_) {
      const double mean = record.tries > 0 ? record.gone.*part / record.tries : 0;
      total += worth.emplace_back(mean * mean);
    }
    for (std::size_t i = 0; i < worth.size(); ++i)
      shares_[i] += (1 - even) / 2 * (total > 0 ? worth[i] / total : 1 / count);
  }
  for (Record& record : records_) record = {};
}

}  // namespace orgsim::worlds
