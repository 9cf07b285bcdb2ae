// Cells on their way through the events of a multinomial draw, side by side: a chain of binomials of those
// who are left (multinomials.hpp draws them).
#pragma once

#include <array>
#include <boost/container/small_vector.hpp>
#include <cstdint>

#include "core/binomial_lanes.hpp"
#include "core/matrix.hpp"

namespace orgsim {

// A draw of the chain of a kind of people.
struct ChainStep {
  double p;  // of the rarer of meeting the event and missing it
  // From the lowest bit on: where the event's row of `met` begins, the event, whether those are drawn who
  // miss it, and whether there is such a draw.
  std::uint64_t code;
};
constexpr unsigned kEventBit = 32;
constexpr unsigned kMissingBit = 62;
constexpr unsigned kDrawnBit = 63;

constexpr std::uint32_t row_of_step(std::uint64_t code) {
  return static_cast<std::uint32_t>(code);
}
constexpr std::uint32_t event_of_step(std::uint64_t code) {
  constexpr std::uint64_t events = (std::uint64_t{1} << (kMissingBit - kEventBit)) - 1;
  return static_cast<std::uint32_t>(code >> kEventBit & events);
}

// The events that people of each kind may meet, in their order, and at last one that nobody meets.
class ChainSteps {
 public:
  // conditional[e][kind]: the probability to meet e for those who met none of the events before it.
  ChainSteps(const Matrix& conditional, const Matrix& met);

  std::size_t first(std::size_t kind) const { return kind * of_a_kind_; }
  const ChainStep& operator[](std::size_t i) const { return steps_[i]; }

 private:
  std::size_t of_a_kind_;
  boost::container::small_vector<ChainStep, 512> steps_;
};

struct ChainLanes {
  using Words = std::array<std::uint32_t, BinomialLanes::kMost>;

  Words cells{};                                          // of each lane
  Words blocks{};                                         // of the cell's stream, for this proposal
  Words at;                                               // the step where the cell is
  std::array<std::uint64_t, BinomialLanes::kMost> codes;  // and that step's code
  BinomialLanes draws;

  // Puts the draw of a step into a lane. Returns the next lane: the same where nobody is left or no event is.
  std::size_t begin(std::size_t lane, std::uint32_t cell, std::uint32_t step, double left,
                    const ChainSteps& steps) {
    const auto [p, code] = steps[step];
    cells[lane] = cell;
    at[lane] = step;
    codes[lane] = code;
    blocks[lane] = event_of_step(code);
    draws.n[lane] = left;
    draws.p[lane] = p;
    return lane + (static_cast<std::size_t>(code >> kDrawnBit) & static_cast<std::size_t>(left > 0));
  }

  // Takes what is accepted, and begins the next draw of every cell. What is rejected is proposed again, from
  // the block `to_next_block` further on; its k is written to `met` too, until a later one takes its place:
  // that saves a branch. Beyond `draws.size` lanes are read and never used.
  void go_on(const ChainSteps& steps, std::uint32_t to_next_block, double* met);
};

// Some of the lanes.
struct LanePlaces {
  std::size_t size = 0;
  std::array<std::uint32_t, BinomialLanes::kMost> places;
};

// Which draws are to be inverted, and which are to be judged.
void sort_outcomes(const BinomialLanes& draws, LanePlaces& few, LanePlaces& doubtful);

}  // namespace orgsim
