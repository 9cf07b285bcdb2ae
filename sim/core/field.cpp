#include "core/field.hpp"

#include <fmt/format.h>

#include <cmath>

namespace orgsim {

bool Range::holds(double value) const {
  return std::isfinite(value) && (open_low ? value > low : value >= low) && value <= high;
}

std::string Range::text() const {
  const bool below = std::isfinite(low);
  const bool above = std::isfinite(high);
  if (below && above) return fmt::format("a number in {}{}, {}]", open_low ? "(" : "[", low, high);
  if (below) return open_low ? fmt::format("a number above {}", low) : fmt::format("a number of at least {}", low);
  if (above) return fmt::format("a number of at most {}", high);
  return "any finite number";
}

std::string joined_path(std::string_view path, std::string_view name) {
  return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

}  // namespace orgsim
