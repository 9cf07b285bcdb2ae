// What the two market kinds without a network share: people of one cell are exchangeable, so a week is one
// split of each cell over its possible events. The kinds differ in how a count is split.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"

namespace orgsim {

// Most events one person can meet in a week: a firm, leave, rise, fall.
constexpr std::size_t kMostEvents = kMostFirms + 3;

// The events that compete for one kind of person stand in the order of a draw: firms 0 ... F-1 without the
// own, leave, rise, fall. At most one happens in a week: with total hazard H none does with probability
// exp(-H), otherwise the kind is chosen in proportion to its hazard. Turns hazards into the probabilities.
void hazards_to_probabilities(std::span<double> events);

// How many people met event i, per adopter class, at [i][s].
using Met = std::array<std::array<double, kMostClasses>, kMostEvents>;

// One week of all cells: who may meet what, and what becomes of those who did.
class WellMixedWeek {
 public:
  WellMixedWeek(Cells& cells, const Hazards& hazards)
      : cells_(cells), hazards_(hazards), before_(cells), flows_(hazards.reach.size()) {}

  // The people of each class in one state at the week's start, in whole vectors.
  std::span<const double> people(int favourite, int state) const {
    return std::span(before_.counts)
        .subspan(static_cast<std::size_t>(before_.cell(favourite, state)),
                 static_cast<std::size_t>(before_.stride));
  }

  // Probabilities of what they may meet; valid until the next call. Users of all classes face the same.
  std::span<const double> events_of_nonusers(int favourite, int adopter_class);
  std::span<const double> events_of_users(int favourite, int provider, int habit);

  // Carries out what the split gave; for non-users of one class, met[i][0] tells of that class.
  void adopt(int favourite, int adopter_class, const Met& met);
  void move_users(int favourite, int provider, int habit, const Met& met);

  std::vector<Flow> flows();

 private:
  double* state(int favourite, int state) {
    return cells_.counts.data() + static_cast<std::ptrdiff_t>(cells_.cell(favourite, state));
  }

  Cells& cells_;
  const Hazards& hazards_;
  Cells before_;
  std::array<double, kMostEvents> events_{};
  std::vector<Flow> flows_;
};

// Lets every cell respond for one week and returns the flows per firm. A Split has
//   void expect(std::span<const double> probabilities);     of what the people of the next call may meet
//   void operator()(int cell, std::span<const double> people, Met& met);     neighbouring cells from `cell`
//   on
template <class Split>
std::vector<Flow> respond_well_mixed(Cells& cells, const Hazards& hazards, Split split) {
  WellMixedWeek week(cells, hazards);
  Met met;
  for (int k = 0; k < cells.firms; ++k) {
    for (int s = 0; s < cells.classes; ++s) {
      split.expect(week.events_of_nonusers(k, s));
      split(cells.cell(k, 0) + s, week.people(k, 0).subspan(static_cast<std::size_t>(s), 1), met);
      week.adopt(k, s, met);
    }
    for (int g = 0; g < cells.firms; ++g) {
      for (int h = 0; h < cells.levels; ++h) {
        const int state = cells.state_of(g, h);
        split.expect(week.events_of_users(k, g, h));
        split(cells.cell(k, state), week.people(k, state), met);
        week.move_users(k, g, h, met);
      }
    }
  }
  return week.flows();
}

}  // namespace orgsim
