// What the two market kinds without a network share: people of one cell are exchangeable, so a week is one
// split of each cell over its possible events. The kinds differ in how a count is split.
#pragma once

#include <cmath>
#include <functional>
#include <span>
#include <vector>

#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"

namespace orgsim {

// Splits `count` people of `cell` over competing events: writes into `moved` how many meet each. At most one
// event a week: with total hazard H nothing happens with probability exp(-H), otherwise the kind is chosen in
// proportion to its hazard.
using Split =
    std::function<void(int cell, double count, std::span<const double> hazards, std::span<double> moved)>;

// Lets every cell respond for one week and returns the flows per firm.
std::vector<Flow> respond_well_mixed(Cells& cells, const Hazards& hazards, const Split& split);

// The expected split.
void split_expected(double count, std::span<const double> hazards, std::span<double> moved);

}  // namespace orgsim
