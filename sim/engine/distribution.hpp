// A number that is not known exactly: drawn once per replication.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/names.hpp"
#include "core/random.hpp"

namespace orgsim {

enum class DistributionKind { uniform, normal, triangular, lognormal };
template <>
struct Names<DistributionKind> {
  static constexpr std::array<std::string_view, 4> value{"uniform", "normal", "triangular", "lognormal"};
};

// uniform [a, b]; normal [mean, s.d.]; triangular [a, mode, b]; lognormal [mean, s.d.] of the logarithm.
struct Distribution {
  DistributionKind kind = DistributionKind::uniform;
  std::vector<double> arguments;

  bool operator==(const Distribution&) const = default;
};

// How many arguments a kind takes, and what they are, for messages: "[a, b] with a < b".
std::size_t argument_count(DistributionKind kind);
std::string_view argument_text(DistributionKind kind);
bool arguments_hold(const Distribution& distribution);

// A value near the middle, for where one number must stand for all (checks that involve several keys).
double central_value(const Distribution& distribution);

// The finite ends of what can be drawn: for uniform and triangular both, for lognormal the low one.
Range support(const Distribution& distribution);

// One draw, truncated to `range` by drawing again; of a whole number if it is to be one: each between the
// ends of a uniform distribution as often, or else the nearest. Nothing if a thousand draws fall outside.
std::optional<double> draw(const Distribution& distribution, const Range& range, bool whole, Stream& stream);

}  // namespace orgsim
