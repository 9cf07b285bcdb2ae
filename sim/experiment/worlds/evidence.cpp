#include "experiment/worlds/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace orgsim {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

// Beyond the one end that a band has. Without a discrepancy all of it is out; that what is further out is
// more implausible leads the search back.
double beyond(double distance, double end, double discrepancy) {
  if (distance <= 0) return 0;
  if (discrepancy > 0) return distance / discrepancy;
  return kImplausible * (1 + distance / (end == 0 ? 1 : std::abs(end)));
}

}  // namespace

std::vector<Measurable> figures_of(std::span<const Target> targets) {
  std::vector<Measurable> measured;
  for (const Target& target : targets) measured.push_back(target.figure);
  return measured;
}

std::vector<Target> used_targets(const Evidence& evidence) {
  std::vector<Target> used;
  std::ranges::copy_if(evidence.targets, std::back_inserter(used), &Target::used);
  return used;
}

double implausibility(const Target& target, double figure) {
  if (std::isnan(figure)) return kInfinite;
  if (std::isinf(target.low)) return beyond(figure - target.high, target.high, target.discrepancy);
  if (std::isinf(target.high)) return beyond(target.low - figure, target.low, target.discrepancy);
  const double half = (target.high - target.low) / 2;
  const double distance = std::abs(figure - (target.low + half));
  return kImplausible * distance / std::hypot(half, kImplausible * target.discrepancy);
}

Worst most_implausible(std::span<const Target> targets, std::span<const double> figures) {
  Worst worst;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const double one = implausibility(targets[i], figures[i]);
    if (one > worst.implausibility) worst = {i, one};
  }
  return worst;
}

}  // namespace orgsim
