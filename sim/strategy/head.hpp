// A firm's marketing head: the strategy in force, the one that waits for its week, and what a review looks
// at.
#pragma once

#include <optional>

#include "model/world.hpp"
#include "strategy/strategy.hpp"

namespace orgsim {

// What was in force in a firm's marketing before a strategy's first step.
struct Before {
  PerMode mix;
  double ai_adoption = 0;
  double redeploy = 0;
  double proof = 0;
  double ceo_voice = 0;

  bool operator==(const Before&) const = default;
};

struct Head {
  std::optional<Strategy> current;
  std::optional<Strategy> next;  // takes over from `current` in its first week
  std::optional<int> began;      // first week of `current`
  StrategyKinds::States states;  // what its kinds carry
  Before before;                 // what comes back when it is over
  Reviewed since_review;         // restarts at every multiple of marketing.review, strategy or not

  bool operator==(const Head&) const = default;
};

// The head's part of the third step, before the departments act (docs/model.md, 3.3): what the strategy does
// to marketing of firm `f`.
void lead(Head& head, std::size_t f, World& world);

}  // namespace orgsim
