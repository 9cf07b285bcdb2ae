// What has to be remembered of a firm under [selection] (docs/model.md, 3.10).
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>

#include "model/recent.hpp"

namespace orgsim {

struct Survival {
  static constexpr std::size_t kYear = 52;  // weeks over which profit per user is compared

  Recent profit{kYear};
  Recent users{kYear};
  std::optional<double> first_share;  // real share of the budget in week 0
  int weeks_below = 0;                // in a row, of the part of it at which departments are dissolved
  std::optional<int> dissolved;       // first week without a marketing department

  double profit_per_user() const { return profit.sum() / std::max(users.sum(), 1.0); }

  bool operator==(const Survival&) const = default;
};

}  // namespace orgsim
