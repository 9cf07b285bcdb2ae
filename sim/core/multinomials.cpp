#include "core/multinomials.hpp"

#include <algorithm>
#include <bit>

#include "core/binomial_lanes.hpp"
#include "core/chain_lanes.hpp"
#include "core/error.hpp"
#include "core/long_vectors.hpp"
#include "core/philox_lanes.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kLanes = 16;  // so many numbers are made at once
constexpr std::size_t kMostCells = BinomialLanes::kMost;

// A stream's number on [0, 1), in a way that vectors have instructions for: its upper 52 bits.
double unit_of(Stream::result_type number) {
  constexpr std::uint64_t one = 0x3ff0000000000000;
  return std::bit_cast<double>((number >> 1U) | one) - 1;
}

// Some neighbouring cells on their way through the events. Every cell goes at its own pace, so that each
// round has many draws side by side.
class Chains {
 public:
  Chains(const MultinomialSource& source, const Matrix& conditional, Matrix& met)
      : steps_(conditional, met), met_(met[0]), key_(source.stream_key.philox_key()) {
    counters_.fill(source.stream_key.counter(source.purpose, source.week, 0));
  }

  // Of the cells first, first + 1, ..., kMostCells of them at most.
  void draw(std::size_t first, std::span<const double> people, std::span<const std::uint32_t> kinds) {
    std::size_t lane = 0;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto cell = static_cast<std::uint32_t>(first + i);
      lane = lanes_.begin(lane, cell, static_cast<std::uint32_t>(steps_.first(kinds[i])), people[i], steps_);
    }
    draws_.size = lane;
    while (draws_.size > 0) {
      make_numbers();
      propose(draws_);
      sort_outcomes(draws_, few_, doubtful_);
      draw_few();
      judge_doubtful();
      lanes_.go_on(steps_, kMostDrawnEvents, met_);
    }
  }

 private:
  void make_numbers() {
    on_longest_vectors([&] {
      LaneNumbers<kLanes> numbers;
      for (std::size_t first = 0; first < draws_.size; first += kLanes) {
        std::copy_n(&lanes_.blocks[first], kLanes, counters_.words[0].begin());
        std::copy_n(&lanes_.cells[first], kLanes, counters_.words[1].begin());
        encrypt(counters_, key_, numbers);
        for (std::size_t i = 0; i < kLanes; ++i) draws_.u[first + i] = unit_of(numbers.first[i]);
        for (std::size_t i = 0; i < kLanes; ++i) draws_.v[first + i] = unit_of(numbers.second[i]);
      }
    });
  }

  void pick(const LanePlaces& list) {
    picked_.size = list.size;
    for (std::size_t i = 0; i < list.size; ++i) {
      const std::uint32_t from = list.places[i];
      picked_.n[i] = draws_.n[from];
      picked_.p[i] = draws_.p[from];
      picked_.u[i] = draws_.u[from];
      picked_.v[i] = draws_.v[from];
      picked_.k[i] = draws_.k[from];
    }
  }

  void draw_few() {
    pick(few_);
    invert(picked_);
    for (std::size_t i = 0; i < few_.size; ++i) {
      draws_.k[few_.places[i]] = picked_.k[i];
      draws_.outcome[few_.places[i]] = code_of(BinomialOutcome::accepted);
    }
  }

  void judge_doubtful() {
    pick(doubtful_);
    judge(picked_);
    for (std::size_t i = 0; i < doubtful_.size; ++i) draws_.outcome[doubtful_.places[i]] = picked_.outcome[i];
  }

  ChainSteps steps_;
  double* met_;
  Philox4x32::Key key_;
  LaneCounters<kLanes> counters_;
  ChainLanes lanes_;
  BinomialLanes& draws_ = lanes_.draws;
  BinomialLanes picked_;
  LanePlaces few_;
  LanePlaces doubtful_;
};

}  // namespace

void draw_multinomials(const MultinomialSource& source, std::span<const double> people,
                       std::span<const std::uint32_t> kinds, const Matrix& conditional, Matrix& met) {
  require(conditional.rows() >= met.rows() && met.rows() <= kMostDrawnEvents,
          "a row of probabilities per event");
  constexpr std::size_t most = std::size_t{1} << 30U;  // what the places of lanes and steps can count
  require(met.rows() * met.width() < most && conditional.width() * (met.rows() + 1) < most,
          "so many cells and kinds are not drawn at once");
  std::fill_n(met[0], met.rows() * met.width(), 0.0);
  Chains chains(source, conditional, met);
  for (std::size_t first = 0; first < people.size(); first += kMostCells) {
    const std::size_t count = std::min(kMostCells, people.size() - first);
    chains.draw(first, people.subspan(first, count), kinds.subspan(first, count));
  }
}

}  // namespace orgsim
