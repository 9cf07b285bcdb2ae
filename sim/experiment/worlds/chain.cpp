#include "experiment/worlds/chain.hpp"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/draws.hpp"
#include "core/elementary.hpp"
#include "experiment/worlds/draw.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

// Steps and their lengths are fitted anew after so many sweeps, and stay as they are in between.
constexpr std::size_t kSweepsOfARound = 3;

// What families are said to disagree by that have nothing in common.
constexpr double kApart = std::numeric_limits<double>::infinity();

MatrixXd columns(Index rows, const std::vector<std::optional<Step>>& steps,
                 const std::vector<std::size_t>& chosen) {
  MatrixXd points(rows, static_cast<Index>(chosen.size()));
  for (std::size_t c = 0; c < chosen.size(); ++c) points.col(static_cast<Index>(c)) = steps[chosen[c]]->point;
  return points;
}

}  // namespace

Mixing mixing_of(const MatrixXd& start, const MatrixXd& now) {
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(covariance_of(now));
  const MatrixXd& directions = solver.eigenvectors();
  Mixing mixing{0, -1};
  for (Index d = 0; d < directions.cols(); ++d) {
    const VectorXd before = start.transpose() * directions.col(d);
    const VectorXd after = now.transpose() * directions.col(d);
    const VectorXd old_part = before.array() - before.mean();
    const VectorXd new_part = after.array() - after.mean();
    const double spread = old_part.norm() * new_part.norm();
    const double twice_variance = old_part.squaredNorm() + new_part.squaredNorm();
    if (spread > 0) mixing.correlation = std::max(mixing.correlation, old_part.dot(new_part) / spread);
    if (twice_variance > 0) mixing.jump += (after - before).squaredNorm() / twice_variance;
  }
  mixing.jump /= static_cast<double>(directions.cols());
  return mixing;
}

double disagreement_of(const Population& population) {
  const MatrixXd points = to_cube(population.points);
  const Index rows = points.rows();
  const auto families = static_cast<double>(kFamilies);
  MatrixXd means(rows, kFamilies);
  VectorXd within = VectorXd::Zero(rows);
  for (std::uint32_t family = 0; family < kFamilies; ++family) {
    const std::vector<Index> own = members(population, family, true);
    if (own.size() < 2) return kApart;
    const MatrixXd some = points(Eigen::all, own);
    means.col(family) = some.rowwise().mean();
    const MatrixXd centred = some.colwise() - means.col(family);
    within += centred.rowwise().squaredNorm() / static_cast<double>(own.size() - 1) / families;
  }
  const MatrixXd centred = means.colwise() - means.rowwise().mean();
  const VectorXd between = centred.rowwise().squaredNorm() / (families - 1);
  double largest = 1;
  for (Index i = 0; i < rows; ++i) {
    if (within(i) <= 0) return kApart;
    largest = std::max(largest, std::sqrt(1 + between(i) / within(i)));
  }
  return largest;
}

void Chain::run(Population& population, double level, const ChainGoal& goal, Wave& wave) {
  const MatrixXd start = population.points;
  population.origins = population.numbers;
  if (bases_.empty()) find_bases(population);
  std::size_t accepted = 0;
  for (;;) {
    const std::size_t sweeps = std::min(kSweepsOfARound, goal.most_sweeps - wave.sweeps);
    accepted += round(population, level, sweeps);
    wave.sweeps += sweeps;
    choice_.adapt();
    find_bases(population);
    const Mixing mixing = mixing_of(start, population.points);
    wave.jump = mixing.jump;
    wave.correlation = mixing.correlation;
    wave.distinct = population.distinct();
    const bool mixed = mixing.correlation <= goal.correlation && wave.distinct >= goal.distinct;
    if (wave.sweeps >= goal.most_sweeps || (mixed && wave.sweeps >= goal.least_sweeps)) break;
  }
  const std::size_t steps = wave.sweeps * population.size();
  wave.acceptance = steps > 0 ? static_cast<double>(accepted) / static_cast<double>(steps) : 0;
}

void Chain::find_bases(const Population& population) {
  bases_.clear();
  for (std::uint32_t family = 0; family < kFamilies; ++family) {
    const std::vector<Index> others = members(population, family, false);
    if (others.empty()) {  // nothing to learn from; round() passes the family by
      bases_.emplace_back(population.points.rows(), 0);
      continue;
    }
    const Population chosen = population.chosen(others);
    bases_.push_back(informed_directions(chosen.points, chosen.distinct()));
  }
}

std::size_t Chain::round(Population& population, double level, std::size_t sweeps) {
  std::size_t accepted = 0;
  for (std::uint32_t family = 0; family < kFamilies; ++family) {
    const std::vector<Index> own = members(population, family, true);
    const std::vector<Index> others = members(population, family, false);
    if (own.empty() || others.empty()) continue;
    const MatrixXd points = population.points(Eigen::all, others);
    const std::optional<Emulator> emulator = archive_.emulator_without(family, bases_[family]);
    const Mover mover(bases_[family], points,
                      emulator ? std::optional(Guide(*emulator, points, evidence_, level)) : std::nullopt);
    for (std::size_t i = 0; i < sweeps; ++i) accepted += sweep(population, own, mover, level);
  }
  return accepted;
}

Chain::Proposed Chain::propose(const Population& population, const std::vector<Index>& family,
                               const Mover& mover) const {
  Proposed proposed;
  for (const Index i : family) {
    Stream draws = stream_of(seed_, Draw::step, sweeps_, static_cast<std::size_t>(i));
    const std::size_t move = choice_.draw(draws);
    proposed.moves.push_back(move);
    proposed.steps.push_back(mover.step(choice_[move], population.points.col(i), draws));
    proposed.log_u.push_back(elementary::log(1 - uniform(draws)));
  }
  return proposed;
}

std::size_t Chain::sweep(Population& population, const std::vector<Index>& family, const Mover& mover,
                         double level) {
  const Proposed proposed = propose(population, family, mover);
  ++sweeps_;
  // What would be rejected whatever the evidence says need not be evaluated.
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < family.size(); ++i) {
    const std::optional<Step>& step = proposed.steps[i];
    if (step && proposed.log_u[i] <= step->log_ratio + evidence_.most_log_weight()) open.push_back(i);
  }
  Population candidates = evaluations_.of(columns(population.points.rows(), proposed.steps, open));
  std::fill(candidates.families.begin(), candidates.families.end(),
            population.families[static_cast<std::size_t>(family.front())]);
  archive_.add(candidates);
  std::vector<Distance> gone(family.size());
  std::size_t accepted = 0;
  for (std::size_t c = 0; c < open.size(); ++c) {
    const std::size_t i = open[c];
    const VectorXd from = population.points.col(family[i]);
    const double needed = proposed.log_u[i] - proposed.steps[i]->log_ratio;
    if (!accept(population, family[i], candidates, static_cast<Index>(c), level, needed)) continue;
    ++accepted;
    gone[i] = mover.distance(from, proposed.steps[i]->point);
  }
  for (std::size_t i = 0; i < family.size(); ++i) choice_.note(proposed.moves[i], gone[i]);
  return accepted;
}

bool Chain::accept(Population& population, Index i, const Population& candidates, Index candidate,
                   double level, double needed) const {
  const double first = evidence_.first();
  const double gained = evidence_.log_weight(candidates.misfits(candidate), first, level) -
                        evidence_.log_weight(population.misfits(i), first, level);
  if (!(gained >= needed)) return false;
  population.points.col(i) = candidates.points.col(candidate);
  population.values.col(i) = candidates.values.col(candidate);
  population.misfits(i) = candidates.misfits(candidate);
  population.numbers[static_cast<std::size_t>(i)] = candidates.numbers[static_cast<std::size_t>(candidate)];
  return true;
}

}  // namespace orgsim::worlds
