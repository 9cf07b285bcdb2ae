#include "experiment/select/kaplan_meier.hpp"

#include <limits>

namespace orgsim {

std::vector<double> kaplan_meier(std::span<const Lifetime> lifetimes, std::span<const double> weeks) {
  double at_risk = 0;
  for (const Lifetime& one : lifetimes) at_risk += one.weight;
  double lasting = at_risk > 0 ? 1 : std::numeric_limits<double>::quiet_NaN();
  std::vector<double> curve;
  std::size_t next = 0;
  for (const double week : weeks) {
    while (next < lifetimes.size() && lifetimes[next].week <= week) {
      // All of one week at once: S <- S (1 - ended / at risk); who was last seen then was still at risk.
      const double when = lifetimes[next].week;
      double ended = 0;
      double gone = 0;
      for (; next < lifetimes.size() && lifetimes[next].week == when; ++next) {
        gone += lifetimes[next].weight;
        if (lifetimes[next].ended) ended += lifetimes[next].weight;
      }
      if (at_risk > 0) lasting *= 1 - ended / at_risk;
      at_risk -= gone;
    }
    curve.push_back(lasting);
  }
  return curve;
}

}  // namespace orgsim
