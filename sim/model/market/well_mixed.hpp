// What the two market kinds without a network share: people of one cell are exchangeable, so a week is one
// split of each cell over its possible events. The kinds differ in how a count is split.
#pragma once

#include <vector>

#include "core/multinomials.hpp"
#include "core/table.hpp"
#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"

namespace orgsim {

// The events that compete for one kind of person stand in the order of a draw: firms 0 ... F-1 (to the own
// one nobody goes), leave, rise, fall.
static_assert(kMostFirms + 3 <= kMostDrawnEvents);
inline std::size_t event_count(int firms) {
  return static_cast<std::size_t>(firms) + 3;
}

// The probabilities of the events for the people of each row of `hazards`. At most one happens in a week:
// with total hazard H none does with probability exp(-H), otherwise the kind is chosen in proportion to its
// hazard. Throws InputError where a hazard is not a number.
Table event_probabilities(const Hazards& hazards);

// Non-users of class s and favourite k have the row s * firms + k and the cell k * stride + s; users differ
// by class only in the cell: the i-th row of users has the cells (firms + i) * stride and on.
//
// Carries out what the split gave, people per event and cell, and returns the flows per firm. What non-users
// are given beyond the firms' events is not looked at.
std::vector<Flow> carry_out(const Table& met, const Hazards& hazards, Cells& cells);

}  // namespace orgsim
