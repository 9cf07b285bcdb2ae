// A strategy with targets: mix and AI adoption approach them, redeployment and the chief executive's voice
// are set at once.
#pragma once

#include "strategy/strategy.hpp"

namespace orgsim {

// One week's step towards the targets. Sets firm.now.moving, which costs effort (docs/model.md, 7.3).
void follow_plan(const Strategy& strategy, Firm& firm);

}  // namespace orgsim
