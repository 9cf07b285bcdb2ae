#include "core/field.hpp"

#include <fmt/format.h>

#include <cmath>

namespace orgsim {

bool Range::holds(double value) const {
  return std::isfinite(value) && (open_low ? value > low : value >= low) && value <= high;
}

std::string Range::text(bool whole) const {
  const char* kind = whole ? "a whole number" : "a number";
  const bool below = std::isfinite(low);
  const bool above = std::isfinite(high);
  if (below && above) return fmt::format("{} in {}{}, {}]", kind, open_low ? "(" : "[", low, high);
  if (below) return fmt::format("{} {} {}", kind, open_low ? "above" : "of at least", low);
  if (above) return fmt::format("{} of at most {}", kind, high);
  return "any finite number";
}

std::string joined_path(std::string_view path, std::string_view name) {
  if (path.empty()) return std::string(name);
  // By hand: every point of a sweep joins hundreds, and a format took half of the time that its keys cost.
  std::string joined;
  joined.reserve(path.size() + 1 + name.size());
  joined.append(path).append(1, '.').append(name);
  return joined;
}

}  // namespace orgsim
