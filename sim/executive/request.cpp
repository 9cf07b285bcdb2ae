#include "executive/request.hpp"

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"

namespace orgsim {

namespace {

// l of marketing: its perceived return against the mean of the whole budget (docs/model.md, 3.6).
double relative_return(const Firms& firms, std::size_t f) {
  const PerDepartment roi = firms.decided[f].returns.value_or(firms.roi.of(f));
  const PerDepartment x = firms.share.of(f);
  const PerDepartment eps = firms.perception.of(f);
  PerDepartment seen;
  for (const Department d : every<Department>())
    seen[d] = std::max(roi[d], kLogFloor) * elementary::exp(eps[d]);
  return floored_log(seen[Department::marketing]) - floored_log((x * seen).sum());
}

}  // namespace

double granted_factor(const World& world, std::size_t firm, double asked) {
  if (asked <= 1) return asked;
  if (world.week < 0) return 1;  // nothing has been seen yet
  const double sigma = world.firms.scrutiny(firm);
  const double l = relative_return(world.firms, firm);
  return 1 + (asked - 1) * clip(1 - sigma * (1 - l), 0.0, 1.0);
}

}  // namespace orgsim
