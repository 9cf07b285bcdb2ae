#include "core/multinomials.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/container/small_vector.hpp>

#include "core/binomial_lanes.hpp"
#include "core/error.hpp"
#include "core/long_vectors.hpp"
#include "core/philox_lanes.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kLanes = 16;  // so many numbers are made at once
constexpr std::size_t kMostCells = BinomialLanes::kMost;
constexpr auto kAccepted = static_cast<std::uint32_t>(BinomialOutcome::accepted);

// A stream's number on [0, 1), in a way that vectors have instructions for: its upper 52 bits.
double unit_of(Stream::result_type number) {
  constexpr std::uint64_t one = 0x3ff0000000000000;
  return std::bit_cast<double>((number >> 1U) | one) - 1;
}

// The events that people of each kind may meet, in their order, and at last one that nobody meets.
class Steps {
 public:
  struct Step {
    double p;  // of the rarer of meeting the event and not
    std::uint32_t event;
    std::uint32_t row;  // where the event's row of `met` begins
    bool meeting_is_rarer;
    bool is_drawn;
  };

  Steps(const Matrix& conditional, const Matrix& met)
      : of_a_kind_(met.rows() + 1), steps_(conditional.width() * of_a_kind_, boost::container::default_init) {
    for (std::size_t kind = 0; kind < conditional.width(); ++kind) {
      Step* step = &steps_[first(kind)];
      for (std::size_t e = 0; e < met.rows(); ++e) {
        const double p = conditional[e][kind];
        *step = {std::min(p, 1 - p), static_cast<std::uint32_t>(e),
                 static_cast<std::uint32_t>(met[e] - met[0]), p <= 0.5, true};
        step += static_cast<std::size_t>(p > 0);
      }
      *step = {0, 0, 0, true, false};
    }
  }

  std::size_t first(std::size_t kind) const { return kind * of_a_kind_; }
  const Step& operator[](std::size_t i) const { return steps_[i]; }

 private:
  std::size_t of_a_kind_;
  boost::container::small_vector<Step, 512> steps_;
};

// Some neighbouring cells on their way through the events: a multinomial is a chain of binomials of those who
// are left. Every cell goes at its own pace, so that each round has many draws side by side. What depends on
// chance is sorted into lists, since nobody could foresee a branch.
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
      lane = begin(lane, cell, static_cast<std::uint32_t>(steps_.first(kinds[i])), people[i]);
    }
    lanes_.size = lane;
    while (lanes_.size > 0) {
      make_numbers();
      propose(lanes_);
      sort_outcomes();
      draw_few();
      judge_doubtful();
      go_on();
    }
  }

 private:
  struct Places {
    std::size_t size = 0;
    std::array<std::uint32_t, kMostCells> places;
  };

  // Puts the draw of a step into a lane. Returns the next lane: the same where nobody is left or no event is.
  std::size_t begin(std::size_t lane, std::uint32_t cell, std::uint32_t at, double left) {
    const Steps::Step& step = steps_[at];
    cells_[lane] = cell;
    at_[lane] = at;
    blocks_[lane] = step.event;
    lanes_.n[lane] = left;
    lanes_.p[lane] = step.p;
    return lane + (static_cast<std::size_t>(step.is_drawn) & static_cast<std::size_t>(left > 0));
  }

  void make_numbers() {
    on_longest_vectors([&] {
      LaneNumbers<kLanes> numbers;
      for (std::size_t first = 0; first < lanes_.size; first += kLanes) {
        std::copy_n(&blocks_[first], kLanes, counters_.words[0].begin());
        std::copy_n(&cells_[first], kLanes, counters_.words[1].begin());
        encrypt(counters_, key_, numbers);
        for (std::size_t i = 0; i < kLanes; ++i) lanes_.u[first + i] = unit_of(numbers.first[i]);
        for (std::size_t i = 0; i < kLanes; ++i) lanes_.v[first + i] = unit_of(numbers.second[i]);
      }
    });
  }

  void sort_outcomes() {
    std::size_t few = 0;
    std::size_t doubtful = 0;
    for (std::uint32_t i = 0; i < lanes_.size; ++i) {
      const auto outcome = static_cast<BinomialOutcome>(lanes_.outcome[i]);
      few_.places[few] = doubtful_.places[doubtful] = i;
      few += static_cast<std::size_t>(outcome == BinomialOutcome::few);
      doubtful += static_cast<std::size_t>(outcome == BinomialOutcome::doubtful);
    }
    few_.size = few;
    doubtful_.size = doubtful;
  }

  void pick(const Places& list) {
    picked_.size = list.size;
    for (std::size_t i = 0; i < list.size; ++i) {
      const std::uint32_t from = list.places[i];
      picked_.n[i] = lanes_.n[from];
      picked_.p[i] = lanes_.p[from];
      picked_.u[i] = lanes_.u[from];
      picked_.v[i] = lanes_.v[from];
      picked_.k[i] = lanes_.k[from];
    }
  }

  void draw_few() {
    pick(few_);
    invert(picked_);
    for (std::size_t i = 0; i < few_.size; ++i) {
      lanes_.k[few_.places[i]] = picked_.k[i];
      lanes_.outcome[few_.places[i]] = kAccepted;
    }
  }

  void judge_doubtful() {
    pick(doubtful_);
    judge(picked_);
    for (std::size_t i = 0; i < doubtful_.size; ++i) lanes_.outcome[doubtful_.places[i]] = picked_.outcome[i];
  }

  // Takes what is accepted, and begins the next draw of every cell. What is not is written down too, until a
  // later proposal takes its place: that saves a branch.
  void go_on() {
    std::size_t lane = 0;
    for (std::size_t i = 0; i < lanes_.size; ++i) {
      const std::uint32_t cell = cells_[i];
      const std::uint32_t at = at_[i];
      const auto accepted = static_cast<std::uint32_t>(lanes_.outcome[i] == kAccepted);
      const double n = lanes_.n[i];
      const double k = steps_[at].meeting_is_rarer ? lanes_.k[i] : n - lanes_.k[i];
      met_[steps_[at].row + cell] = k;
      const std::uint32_t again = blocks_[i] + static_cast<std::uint32_t>(kMostDrawnEvents);
      const std::size_t next = begin(lane, cell, at + accepted, accepted != 0 ? n - k : n);
      blocks_[lane] = (blocks_[lane] & (0 - accepted)) | (again & (accepted - 1));
      lane = next;
    }
    lanes_.size = lane;
  }

  Steps steps_;
  double* met_;
  Philox4x32::Key key_;
  LaneCounters<kLanes> counters_;
  std::array<std::uint32_t, kMostCells> cells_{};   // of each lane
  std::array<std::uint32_t, kMostCells> at_{};      // the step where its cell is
  std::array<std::uint32_t, kMostCells> blocks_{};  // the block of the cell's stream for this proposal
  BinomialLanes lanes_;
  BinomialLanes picked_;
  Places few_;
  Places doubtful_;
};

}  // namespace

void draw_multinomials(const MultinomialSource& source, std::span<const double> people,
                       std::span<const std::uint32_t> kinds, const Matrix& conditional, Matrix& met) {
  require(conditional.rows() >= met.rows() && met.rows() <= kMostDrawnEvents,
          "a row of probabilities per event");
  std::fill_n(met[0], met.rows() * met.width(), 0.0);
  Chains chains(source, conditional, met);
  for (std::size_t first = 0; first < people.size(); first += kMostCells) {
    const std::size_t count = std::min(kMostCells, people.size() - first);
    chains.draw(first, people.subspan(first, count), kinds.subspan(first, count));
  }
}

}  // namespace orgsim
