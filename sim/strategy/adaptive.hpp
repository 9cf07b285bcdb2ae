// An adaptive head: puts more effort where last touch shows more value per money.
#pragma once

#include "model/firm.hpp"

namespace orgsim {

// What the next review looks back on.
struct ReviewSums {
  PerMode value;  // last-touch value per mode
  PerMode spend;  // money spent in the mode

  // Adds the week that the firm has just been through.
  void add(const FirmWeek& week, const PerMode& mix);

  bool operator==(const ReviewSums&) const = default;
};

// Sets the new mix, in force at once.
void review_mix(const ReviewSums& sums, Firm& firm);

}  // namespace orgsim
