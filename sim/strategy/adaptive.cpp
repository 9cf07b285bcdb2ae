#include "strategy/adaptive.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"

namespace orgsim {

namespace {

constexpr double kLeastShare = 0.02;  // a mode is never given up for good
constexpr double kMostChange = 2;

}  // namespace

void Adaptive::review(NoState& /*state*/, const Turn& turn, const Reviewed& reviewed) const {
  if (!adaptive) return;
  Firms& firms = turn.firms();
  const FirmParameters& p = firms.keys.of(turn.firm);
  PerMode mix = firms.mix.of(turn.firm);
  const double A = std::min(p.measurement.accountability, 1.0);
  const PerMode value = A * reviewed.last_touch + (1 - A) * reviewed.contributed;
  PerMode returns;
  for (const Mode m : every<Mode>()) returns[m] = reviewed.spend[m] > 0 ? value[m] / reviewed.spend[m] : 0;
  const double mean = floored_log((mix * returns).sum());
  for (const Mode m : every<Mode>()) {
    const double better = clip(floored_log(returns[m]) - mean, -kMostChange, kMostChange);
    mix[m] = std::max(mix[m], kLeastShare) * elementary::exp(p.marketing.adapt * better);
  }
  firms.mix.set(turn.firm, mix / mix.sum());
}

}  // namespace orgsim
