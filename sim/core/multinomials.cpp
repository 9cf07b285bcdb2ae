#include "core/multinomials.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/container/small_vector.hpp>

#include "core/binomial_lanes.hpp"
#include "core/error.hpp"
#include "core/philox_lanes.hpp"
#include "core/vectors.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kLanes = 16;  // so many numbers are made at once
constexpr std::size_t kMostCells = BinomialLanes::kMost;

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
    bool meeting_is_rarer;
  };

  Steps(const Matrix& conditional, std::size_t events)
      : of_a_kind_(events + 1), steps_(conditional.width() * of_a_kind_, boost::container::default_init) {
    for (std::size_t kind = 0; kind < conditional.width(); ++kind) {
      Step* step = &steps_[first(kind)];
      for (std::size_t e = 0; e < events; ++e) {
        const double p = conditional[e][kind];
        *step = {std::min(p, 1 - p), static_cast<std::uint32_t>(e), p <= 0.5};
        step += static_cast<std::size_t>(p > 0);
      }
      *step = {0, static_cast<std::uint32_t>(events), true};
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
      : steps_(conditional, met.rows()), met_(met), key_(source.stream_key.philox_key()) {
    for (auto& counters : counters_) counters.fill(source.stream_key.counter(source.purpose, source.week, 0));
  }

  // Of the cells first, first + 1, ..., kMostCells of them at most.
  void draw(std::size_t first, std::span<const double> people, std::span<const std::uint32_t> kinds) {
    first_ = static_cast<std::uint32_t>(first);
    active_.size = people.size();
    for (std::size_t i = 0; i < people.size(); ++i) {
      active_.places[i] = static_cast<std::uint32_t>(i);
      cells_[i] = {static_cast<std::uint32_t>(steps_.first(kinds[i])), 0, people[i]};
    }
    for (begin_draws(); lanes_.size > 0; begin_draws()) {
      make_numbers();
      propose(lanes_);
      sort_outcomes(lanes_);
      accept_all(lanes_);
      pick(few_);
      invert(picked_);
      for (std::size_t i = 0; i < picked_.size; ++i) accept(picked_, i);
      pick(doubtful_);
      judge(picked_);
      sort_outcomes(picked_);
      accept_all(picked_);
    }
  }

 private:
  struct Cell {
    std::uint32_t step;
    std::uint32_t proposal;  // in this step
    double left;
  };

  struct Places {
    std::size_t size = 0;
    std::array<std::uint32_t, kMostCells> places;
  };

  // Begins the next draw of every cell, and drops those that have none.
  void begin_draws() {
    std::size_t lane = 0;
    for (std::size_t j = 0; j < active_.size; ++j) {
      const std::uint32_t i = active_.places[j];
      Cell& cell = cells_[i];
      const Steps::Step& step = steps_[cell.step];
      lanes_.owner[lane] = i;
      lanes_.n[lane] = cell.left;
      lanes_.p[lane] = step.p;
      counters_[lane / kLanes].words[0][lane % kLanes] =
          step.event + cell.proposal++ * static_cast<std::uint32_t>(kMostDrawnEvents);
      counters_[lane / kLanes].words[1][lane % kLanes] = first_ + i;
      active_.places[lane] = i;
      lane += static_cast<std::size_t>(step.event < met_.rows()) & static_cast<std::size_t>(cell.left > 0);
    }
    active_.size = lanes_.size = lane;
  }

  void make_numbers() {
    on_widest_vectors([&] {
      LaneNumbers<kLanes> numbers;
      for (std::size_t first = 0; first < lanes_.size; first += kLanes) {
        encrypt(counters_[first / kLanes], key_, numbers);
        for (std::size_t i = 0; i < kLanes; ++i) lanes_.u[first + i] = unit_of(numbers.first[i]);
        for (std::size_t i = 0; i < kLanes; ++i) lanes_.v[first + i] = unit_of(numbers.second[i]);
      }
    });
  }

  void sort_outcomes(const BinomialLanes& lanes) {
    std::size_t accepted = 0;
    std::size_t few = 0;
    std::size_t doubtful = 0;
    for (std::uint32_t i = 0; i < lanes.size; ++i) {
      const auto outcome = static_cast<BinomialOutcome>(lanes.outcome[i]);
      accepted_.places[accepted] = few_.places[few] = doubtful_.places[doubtful] = i;
      accepted += static_cast<std::size_t>(outcome == BinomialOutcome::accepted);
      few += static_cast<std::size_t>(outcome == BinomialOutcome::few);
      doubtful += static_cast<std::size_t>(outcome == BinomialOutcome::doubtful);
    }
    accepted_.size = accepted;
    few_.size = few;
    doubtful_.size = doubtful;
  }

  void pick(const Places& list) {
    picked_.size = list.size;
    for (std::size_t i = 0; i < list.size; ++i) {
      const std::uint32_t from = list.places[i];
      picked_.owner[i] = lanes_.owner[from];
      picked_.n[i] = lanes_.n[from];
      picked_.p[i] = lanes_.p[from];
      picked_.u[i] = lanes_.u[from];
      picked_.v[i] = lanes_.v[from];
      picked_.k[i] = lanes_.k[from];
    }
  }

  void accept_all(const BinomialLanes& lanes) {
    for (std::size_t i = 0; i < accepted_.size; ++i) accept(lanes, accepted_.places[i]);
  }

  void accept(const BinomialLanes& lanes, std::size_t i) {
    const std::uint32_t owner = lanes.owner[i];
    Cell& cell = cells_[owner];
    const Steps::Step& step = steps_[cell.step++];
    const double k = step.meeting_is_rarer ? lanes.k[i] : lanes.n[i] - lanes.k[i];
    met_[step.event][first_ + owner] = k;
    cell.left -= k;
    cell.proposal = 0;
  }

  Steps steps_;
  Matrix& met_;
  Philox4x32::Key key_;
  std::uint32_t first_ = 0;
  std::array<Cell, kMostCells> cells_;
  Places active_;
  std::array<LaneCounters<kLanes>, kMostCells / kLanes> counters_;
  BinomialLanes lanes_;
  BinomialLanes picked_;
  Places accepted_;
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
