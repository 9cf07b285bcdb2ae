#include "experiment/worlds/tempering.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/elementary.hpp"
#include "experiment/worlds/normal.hpp"

namespace orgsim::worlds {

namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr double kImpossible = std::numeric_limits<double>::infinity();

// Of the points that weigh anything, the part that is to survive a threshold: few levels, but enough
// survivors to fit a proposal to (Au & Beck 2001 advise .1 to .3).
constexpr double kSurvivors = 0.25;

// Of the points' effective size, the part that a change of temperature is to leave.
constexpr double kEffective = 0.5;

VectorXd reweighted(const Likelihood& likelihood, const VectorXd& misfits, const VectorXd& log_weights,
                    double from, double to) {
  VectorXd weights = log_weights;
  for (Index i = 0; i < misfits.size(); ++i) weights(i) += likelihood.log_weight(misfits(i), from, to);
  return weights;
}

}  // namespace

double Threshold::misfit(const VectorXd& values) const {
  double largest = 0;
  for (const double value : values) {
    if (std::isnan(value)) return kImpossible;
    largest = std::max(largest, std::abs(value));
  }
  return largest;
}

std::optional<double> Threshold::next(double level, const VectorXd& misfits,
                                      const VectorXd& log_weights) const {
  std::vector<double> alive;
  for (Index i = 0; i < misfits.size(); ++i) {
    if (log_weights(i) > -kImpossible && std::isfinite(misfits(i))) alive.push_back(misfits(i));
  }
  if (alive.empty()) return std::nullopt;
  std::sort(alive.begin(), alive.end());
  const auto survivors = static_cast<std::size_t>(kSurvivors * static_cast<double>(alive.size()));
  double threshold = std::max(alive[survivors], last_);
  if (threshold < level) return threshold;
  // So many are alike that the level would stay: those that are better, then.
  const auto as_far = std::lower_bound(alive.begin(), alive.end(), level);
  if (as_far == alive.begin()) return std::nullopt;
  threshold = std::max(*std::prev(as_far), last_);
  return threshold < level ? std::optional(threshold) : std::nullopt;
}

bool Threshold::is_halted(double before, double now) const {
  constexpr double least = 0.1;
  return before - now < least * (now - last_);
}

double Threshold::log_weight(double misfit, double /*from*/, double to) const {
  return misfit <= to ? 0 : -kImpossible;
}

// The log of the probability that all are within the threshold, by normal errors. Never below a floor: what
// is far off then looks alike, and may still be tried.
double Threshold::log_guide(const VectorXd& /*point*/, const VectorXd& foreseen, const VectorXd& errors,
                            double level) const {
  constexpr double surely = 7;  // standard deviations
  constexpr double floor = 1e-12;
  double sum = 0;
  for (Index i = 0; i < foreseen.size(); ++i) {
    const double error = std::max(errors(i), 1e-9 * level);
    const double inside = (level - std::abs(foreseen(i))) / error;
    if (inside > surely) continue;
    const double outside = (-level - std::abs(foreseen(i))) / error;
    sum += elementary::log(floor + std::max(normal_cdf(inside) - normal_cdf(outside), 0.0));
  }
  return sum;
}

double Likelihood::misfit(const VectorXd& values) const {
  return std::isfinite(values(0)) ? -values(0) : kImpossible;
}

// By halving the interval until it is as small as it gets.
std::optional<double> Likelihood::next(double level, const VectorXd& misfits,
                                       const VectorXd& log_weights) const {
  const auto size_at = [&](double to) {
    return effective_size(reweighted(*this, misfits, log_weights, level, to));
  };
  const double possible = size_at(level);
  if (possible == 0) return std::nullopt;
  const auto keeps = [&](double to) { return size_at(to) >= kEffective * possible; };
  if (keeps(1)) return 1;
  double low = level;
  double high = 1;
  constexpr int halvings = 60;
  for (int i = 0; i < halvings; ++i) {
    const double middle = (low + high) / 2;
    (keeps(middle) ? low : high) = middle;
  }
  return low > level ? low : high;
}

double Likelihood::log_weight(double misfit, double from, double to) const {
  return misfit == kImpossible ? -kImpossible : -(to - from) * misfit;
}

// The values behind the first are taken for residuals in standard deviations: exp(-level residual^2 / 2),
// averaged over normal errors.
double Likelihood::log_guide(const VectorXd& point, const VectorXd& foreseen, const VectorXd& errors,
                             double level) const {
  if (guide_) return guide_(to_cube(point), foreseen, errors, level);
  double sum = 0;
  for (Index i = 1; i < foreseen.size(); ++i)
    sum -= level * foreseen(i) * foreseen(i) / (2 * (1 + level * errors(i) * errors(i)));
  return sum;
}

int Likelihood::most_guesses() const {
  constexpr int costly = 25;  // of guesses that are not much cheaper than an evaluation
  return guide_ ? costly : std::numeric_limits<int>::max();
}

double effective_size(const VectorXd& log_weights) {
  const double largest = log_weights.size() > 0 ? log_weights.maxCoeff() : -kImpossible;
  if (largest == -kImpossible) return 0;
  double sum = 0;
  double squares = 0;
  for (const double log_weight : log_weights) {
    const double weight = elementary::exp(log_weight - largest);
    sum += weight;
    squares += weight * weight;
  }
  return sum * sum / squares;
}

double log_sum(const VectorXd& log_weights) {
  const double largest = log_weights.size() > 0 ? log_weights.maxCoeff() : -kImpossible;
  if (largest == -kImpossible) return -kImpossible;
  double sum = 0;
  for (const double log_weight : log_weights) sum += elementary::exp(log_weight - largest);
  return largest + elementary::log(sum);
}

}  // namespace orgsim::worlds
