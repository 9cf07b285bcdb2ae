// Incremental budgeting: as much as revenue, capital and growth suggest, and last week's shares moved a
// little by returns, power and equality (docs/model.md, 3.2 and 3.6).
#pragma once

#include "executive/kind.hpp"

namespace orgsim {

struct Incremental {
  static constexpr std::string_view name = "incremental";

  static OfFirms total_budget(const World& world);
  static Division divide(const World& world);
};

}  // namespace orgsim
