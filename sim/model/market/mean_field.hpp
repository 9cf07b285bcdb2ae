// Market kind `mean_field`: expected flows, real-valued counts, no randomness of any kind.
#pragma once

#include <span>

#include "model/market/cells.hpp"
#include "model/market/hazards.hpp"
#include "model/market/respond.hpp"

namespace orgsim {

struct MeanField {
  static constexpr bool random = false;
  Cells cells;

  // `start`: the share of the people who use each firm at week 0.
  static MeanField populated(const MarketParameters& market, std::span<const double> start);
  // Adds the newcomers of `week` (1 or later), who arrive at `inflow` a year, as non-users.
  void admit(const MarketParameters& market, double inflow, int week);
  Flows respond(const Hazards& hazards, const Response& response);

  bool operator==(const MeanField&) const = default;
};

}  // namespace orgsim
