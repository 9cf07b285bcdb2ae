#include "strategy/strategy.hpp"

namespace orgsim {

std::optional<int> begin_week(const Strategy& strategy, const LineState& lines) {
  if (strategy.start) return static_cast<int>(*strategy.start);
  if (!strategy.when) return std::nullopt;
  const std::optional<int> first = lines.first_week(*strategy.when);
  if (!first) return std::nullopt;
  return *first + 1 + static_cast<int>(strategy.delay);
}

}  // namespace orgsim
