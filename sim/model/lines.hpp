// Where the crisis lines run (docs/model.md, 3.7).
#pragma once

#include <array>
#include <vector>

#include "model/state/firms.hpp"

namespace orgsim {

// Where a firm's marketing is in a week.
struct Position {
  double real_share = 0;     // of the budget
  double initial_share = 0;  // of which lines.budget is a part
  double non_substitutability = 0;
  double centrality = 0;
};
using Positions = std::vector<Position>;  // week by week

// After the step lines().
Position position_of(const Firms& firms, std::size_t firm);

// On which lines' wrong side that is, with all thresholds times `factor`.
inline std::array<bool, count_of<Line>> beyond(const Position& position, const LineParameters& lines,
                                               double factor = 1) {
  return {position.real_share < factor * lines.budget * position.initial_share,
          position.non_substitutability < factor * lines.capability,
          position.centrality < factor * lines.structure};
}

}  // namespace orgsim
