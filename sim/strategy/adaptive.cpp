#include "strategy/adaptive.hpp"

#include <algorithm>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"

namespace orgsim {

namespace {

constexpr double kLeastShare = 0.02;  // a mode is never given up for good
constexpr double kMostChange = 2;

}  // namespace

void ReviewSums::add(const FirmWeek& week, const PerMode& mix) {
  value += week.mode_credit;
  spend += week.spend[Department::marketing] * mix;
}

void review_mix(const ReviewSums& sums, Firm& firm) {
  PerMode returns;
  for (const Mode m : every<Mode>()) returns[m] = sums.spend[m] > 0 ? sums.value[m] / sums.spend[m] : 0;
  const double mean = floored_log((firm.mix * returns).sum());
  for (const Mode m : every<Mode>()) {
    const double better = clip(floored_log(returns[m]) - mean, -kMostChange, kMostChange);
    firm.mix[m] =
        std::max(firm.mix[m], kLeastShare) * elementary::exp(firm.parameters.marketing.adapt * better);
  }
  firm.mix /= firm.mix.sum();
}

}  // namespace orgsim
