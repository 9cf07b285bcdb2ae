#include "keys/environment.hpp"

#include <algorithm>
#include <iterator>

namespace orgsim {

double Schedule::at(double week) const {
  const auto after = std::upper_bound(knots.begin(), knots.end(), week,
                                      [](double w, const Knot& knot) { return w < knot.week; });
  if (after == knots.begin()) return knots.front().value;
  if (after == knots.end()) return knots.back().value;
  const Knot& before = *std::prev(after);
  return before.value + (after->value - before.value) * (week - before.week) / (after->week - before.week);
}

}  // namespace orgsim
