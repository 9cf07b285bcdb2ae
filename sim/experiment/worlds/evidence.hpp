// Evidence: the bands in which the figures of a world that could be ours lie, and how far a world is from
// them (history matching: Craig et al. 1997; Vernon, Goldstein & Bower 2010).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/worlds/figures.hpp"

namespace orgsim {

// One table [targets.NAME].
struct Target {
  std::string name;
  Measurable figure;
  double low = 0;  // of the band; -inf or inf where it is open
  double high = 0;
  double discrepancy =
      0;  // standard deviation of what the model leaves out: what its luck does to the figure
  std::string source;
  bool used = true;
  std::string reason;  // why it is not

  bool operator==(const Target&) const = default;
};

struct Evidence {
  std::vector<Target> targets;  // in the order of the file
};

inline constexpr std::size_t kMostEvidence = std::size_t{1} << 20U;  // bytes of the table

// The table from TOML; `name` is what places say. Throws InputError with all that is wrong with it.
Evidence read_evidence(std::string_view text, const std::string& name);

// What targets are figures of, in their order: for measure().
std::vector<Measurable> figures_of(std::span<const Target> targets);
// Those with `used`.
std::vector<Target> used_targets(const Evidence& evidence);

// A world in which a target is as implausible as this or more is left out: three standard deviations
// (Pukelsheim 1994).
inline constexpr double kImplausible = 3;

// |f - mid| / sqrt(((high - low) / 6)^2 + d^2), so that with d = 0 a figure is below kImplausible within the
// band, its ends left out, and nowhere else. Where the band has one end: 0 on its side of it, ends included,
// and beyond it the distance over d; with d = 0 kImplausible and as much again for every |end| that the
// figure is beyond it (for every unit if the end is 0). NaN is infinitely implausible.
double implausibility(const Target& target, double figure);

// The most implausible of the targets, whose figures these are.
struct Worst {
  std::size_t target = 0;
  double implausibility = 0;
};
Worst most_implausible(std::span<const Target> targets, std::span<const double> figures);

// Whether a world with these figures fits.
inline bool fits(std::span<const Target> targets, std::span<const double> figures) {
  return most_implausible(targets, figures).implausibility < kImplausible;
}

}  // namespace orgsim
