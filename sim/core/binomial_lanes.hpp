// The steps of binomial draws, each for many draws at once (multinomials.hpp puts them together).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/vectors.hpp"

namespace orgsim {

// How a draw goes on.
enum class BinomialOutcome : std::uint32_t {
  few,       // so few successes are expected that k is to be drawn by inversion
  accepted,  // k is drawn
  doubtful,  // k is to be judged
  rejected,  // another k must be proposed, with new u and v
};

constexpr std::uint32_t code_of(BinomialOutcome outcome) {
  return static_cast<std::uint32_t>(outcome);
}

// Draws side by side, as arrays of what belongs to each.
struct BinomialLanes {
  static constexpr std::size_t kMost = 256;
  using Numbers = std::array<double, kMost>;

  std::size_t size = 0;
  alignas(kCacheLine) Numbers n;  // trials
  alignas(kCacheLine) Numbers p;  // probability of success, 0 to 1/2
  alignas(kCacheLine) Numbers u;  // on [0, 1), as is v; spent by a draw
  alignas(kCacheLine) Numbers v;
  alignas(kCacheLine) Numbers k;                                 // successes proposed, or drawn
  alignas(kCacheLine) std::array<std::uint32_t, kMost> outcome;  // the code of a BinomialOutcome
};

// Draws k by inversion.
void invert(BinomialLanes& lanes);

// Proposes k where inversion would take too long.
void propose(BinomialLanes& lanes);

// Accepts or rejects the k that are in doubt.
void judge(BinomialLanes& lanes);

// ln of the probability of k successes against that of the most probable number.
double log_binomial_ratio(double n, double p, double k);

// Whether (u, v), from which k was proposed, lies under the probability of k. judge() says the same of many.
bool fits_under(double n, double p, double k, double u, double v);

}  // namespace orgsim
