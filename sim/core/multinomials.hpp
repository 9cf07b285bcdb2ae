// Multinomial draws of many cells at once. Boost.Random has no multinomial, and draws its binomials one after
// the other, each with a set-up and with branches that nobody can foresee. Cells are independent: here whole
// vectors of their binomials are set up, proposed and judged together, in half the time
// (docs/performance.md).
#pragma once

#include <cstdint>
#include <span>

#include "core/matrix.hpp"
#include "core/random.hpp"

namespace orgsim {

// Where the numbers come from: cell i takes those of the stream of entity i, and of that, for its j-th
// proposal in event e, the block e + j * kMostDrawnEvents.
struct MultinomialSource {
  const StreamKey& stream_key;
  Purpose purpose;
  std::uint32_t week;
};
constexpr std::size_t kMostDrawnEvents = 32;

// Divides the people of each cell among events, at most one each: met[e][i] of cell i meet event e.
// people[i]: a whole number up to 2^53. kinds[i]: the column of `conditional` that holds for cell i.
// conditional[e][kind]: the probability to meet e for those who met none of the events before it, 0 to 1.
// Exact up to the rounding of doubles, which moves the probabilities of outcomes by some 1e-16 times the
// square root of people[i], relatively.
void draw_multinomials(const MultinomialSource& source, std::span<const double> people,
                       std::span<const std::uint32_t> kinds, const Matrix& conditional, Matrix& met);

}  // namespace orgsim
