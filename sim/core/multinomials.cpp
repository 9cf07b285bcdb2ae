#include "core/multinomials.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/container/small_vector.hpp>

#include "core/binomial_lanes.hpp"
#include "core/error.hpp"
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

// Which events somebody of each kind may meet, as bits; beyond the last stands one more, for the end.
class PossibleEvents {
 public:
  PossibleEvents(const Table& conditional, std::size_t events)
      : bits_(conditional.width(), std::uint64_t{1} << events) {
    for (std::size_t e = 0; e < events; ++e) {
      const double* p = conditional[e];
      for (std::size_t kind = 0; kind < bits_.size(); ++kind) {
        bits_[kind] |= std::uint64_t{p[kind] > 0} << e;
      }
    }
  }

  // The first from `event` on.
  std::uint16_t next(std::uint32_t event, std::uint32_t kind) const {
    return static_cast<std::uint16_t>(event +
                                      static_cast<std::uint32_t>(std::countr_zero(bits_[kind] >> event)));
  }

 private:
  boost::container::small_vector<std::uint64_t, 64> bits_;
};

// Some neighbouring cells on their way through the events: a multinomial is a chain of binomials of those who
// are left. Every cell goes at its own pace, so that each round has many draws side by side. What depends on
// luck is sorted into lists, since nobody could foresee a branch.
class Chains {
 public:
  Chains(const MultinomialSource& source, const Table& conditional, Table& met)
      : conditional_(conditional), possible_(conditional, met.rows()), met_(met), key_(source.luck.key()) {
    for (auto& counters : counters_) counters.fill(source.luck.counter(source.purpose, source.week, 0));
  }

  // Of the cells first, first + 1, ..., kMostCells of them at most.
  void draw(std::size_t first, std::span<const double> people, std::span<const std::uint32_t> kinds) {
    first_ = static_cast<std::uint32_t>(first);
    active_.size = people.size();
    for (std::size_t i = 0; i < people.size(); ++i) {
      active_.places[i] = static_cast<std::uint32_t>(i);
      cells_[i] = {kinds[i], 0, 0, people[i]};
    }
    for (begin_draws(); lanes_.size > 0; begin_draws()) {
      make_numbers();
      propose(lanes_);
      sort_outcomes(lanes_);
      accept_all(lanes_);
      pick(with(BinomialOutcome::few));
      invert(picked_);
      for (std::size_t i = 0; i < picked_.size; ++i) accept(picked_, i);
      pick(with(BinomialOutcome::doubtful));
      judge(picked_);
      sort_outcomes(picked_);
      accept_all(picked_);
    }
  }

 private:
  struct Cell {
    std::uint32_t kind;
    std::uint16_t event;
    std::uint16_t proposal;  // in this event
    double left;
  };

  struct Places {
    std::size_t size = 0;
    std::array<std::uint32_t, kMostCells> places;
  };

  // Leads every cell to its next event that somebody may meet, and drops those that have none.
  void begin_draws() {
    std::size_t lane = 0;
    for (std::size_t j = 0; j < active_.size; ++j) {
      const std::uint32_t i = active_.places[j];
      Cell& cell = cells_[i];
      cell.event = possible_.next(cell.event, cell.kind);
      const double p = conditional_[cell.event][cell.kind];
      lanes_.owner[lane] = i;
      lanes_.n[lane] = cell.left;
      lanes_.p[lane] = std::min(p, 1 - p);
      counters_[lane / kLanes].words[0][lane % kLanes] =
          cell.event + cell.proposal++ * static_cast<std::uint32_t>(kMostDrawnEvents);
      counters_[lane / kLanes].words[1][lane % kLanes] = first_ + i;
      active_.places[lane] = i;
      lane += static_cast<std::size_t>(cell.event < met_.rows()) & static_cast<std::size_t>(cell.left > 0);
    }
    active_.size = lanes_.size = lane;
  }

  void make_numbers() {
    LaneNumbers<kLanes> numbers;
    for (std::size_t first = 0; first < lanes_.size; first += kLanes) {
      encrypt(counters_[first / kLanes], key_, numbers);
      for (std::size_t i = 0; i < kLanes; ++i) lanes_.u[first + i] = unit_of(numbers.first[i]);
      for (std::size_t i = 0; i < kLanes; ++i) lanes_.v[first + i] = unit_of(numbers.second[i]);
    }
  }

  void sort_outcomes(const BinomialLanes& lanes) {
    for (Places& list : sorted_) list.size = 0;
    for (std::size_t i = 0; i < lanes.size; ++i) {
      Places& list = sorted_[lanes.outcome[i]];
      list.places[list.size++] = static_cast<std::uint32_t>(i);
    }
  }
  const Places& with(BinomialOutcome outcome) const { return sorted_[static_cast<std::size_t>(outcome)]; }

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
    const Places& accepted = with(BinomialOutcome::accepted);
    for (std::size_t i = 0; i < accepted.size; ++i) accept(lanes, accepted.places[i]);
  }

  void accept(const BinomialLanes& lanes, std::size_t i) {
    const std::uint32_t owner = lanes.owner[i];
    Cell& cell = cells_[owner];
    const bool of_rarer = conditional_[cell.event][cell.kind] <= 0.5;
    const double k = of_rarer ? lanes.k[i] : lanes.n[i] - lanes.k[i];
    met_[cell.event][first_ + owner] = k;
    cell.left -= k;
    ++cell.event;
    cell.proposal = 0;
  }

  const Table& conditional_;
  PossibleEvents possible_;
  Table& met_;
  Philox4x32::Key key_;
  std::uint32_t first_ = 0;
  std::array<Cell, kMostCells> cells_;
  Places active_;
  std::array<LaneCounters<kLanes>, kMostCells / kLanes> counters_;
  BinomialLanes lanes_;
  BinomialLanes picked_;
  std::array<Places, kBinomialOutcomes> sorted_;
};

}  // namespace

void draw_multinomials(const MultinomialSource& source, std::span<const double> people,
                       std::span<const std::uint32_t> kinds, const Table& conditional, Table& met) {
  require(conditional.rows() > met.rows() && met.rows() <= kMostDrawnEvents,
          "a row of probabilities per event");
  std::fill_n(met[0], met.rows() * met.width(), 0.0);
  Chains chains(source, conditional, met);
  for (std::size_t first = 0; first < people.size(); first += kMostCells) {
    const std::size_t count = std::min(kMostCells, people.size() - first);
    chains.draw(first, people.subspan(first, count), kinds.subspan(first, count));
  }
}

}  // namespace orgsim
