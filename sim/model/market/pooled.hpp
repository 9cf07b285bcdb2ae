// Market kind `pooled`: well-mixed customers as integer counts per cell; each cell's weekly transitions are
// one multinomial draw. Exact for exchangeable customers; its cost does not depend on their number.
#pragma once

#include <span>
#include <vector>

#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"
#include "model/market/respond.hpp"

namespace orgsim {

struct Pooled {
  static constexpr bool random = true;
  Cells cells;  // whole numbers, exact in a double up to 2^53

  // Rounded by largest remainder. `start`: the share of the people who use each firm at week 0; has_room()
  // must hold for it.
  static Pooled populated(const MarketParameters& market, std::span<const double> start);
  // Whether the starters fit into the rounded cells.
  static bool has_room(const MarketParameters& market, std::span<const double> start);
  // Adds the newcomers of `week` (1 or later), who arrive at `inflow` a year, as non-users.
  void admit(const MarketParameters& market, double inflow, int week);
  Flows respond(const Hazards& hazards, const Response& response);

  bool operator==(const Pooled&) const = default;
};

// Whole numbers that sum to `total`: the quotas rounded down, and one more for the largest remainders, ties
// in order. The quotas must sum to `total` up to less than one each.
std::vector<double> largest_remainder(const std::vector<double>& quotas, double total);

}  // namespace orgsim
