// Axes that are a share of another number, such as a window as a share of its cycle: what they come to at a
// point is known once the values of the other axes are.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "experiment/sweep/axis.hpp"

namespace orgsim {

struct Share {
  std::size_t axis = 0;
  std::optional<std::size_t> of;  // the axis that it is a share of
  double number = 0;              // what it is a share of if that does not vary
  bool whole = false;             // rounded to a whole number
};

// Those among the axes. What they are shares of was checked: none of it is a share itself.
std::vector<Share> shares_of(const Scenario& scenario, const std::vector<Axis>& axes);

// Makes values of one point's shares.
void settle(const std::vector<Share>& shares, std::span<double> values);

}  // namespace orgsim
