// A firm's marketing head: the strategy in force, the one that waits for its week, and what a review looks
// at.
#pragma once

#include <optional>

#include "model/world.hpp"
#include "strategy/adaptive.hpp"
#include "strategy/strategy.hpp"

namespace orgsim {

struct Head {
  std::optional<Strategy> current;
  std::optional<Strategy> next;  // takes over from `current` in its first week
  std::optional<int> began;      // first week of `current`
  ReviewSums since_review;       // restarts at every multiple of marketing.review, strategy or not

  bool operator==(const Head&) const = default;
};

// The head's part of the third step, before the departments act (docs/model.md, 7.3): what the strategy does
// to marketing in `week`.
void lead(Head& head, Firm& firm, int week);

}  // namespace orgsim
