// The kinds of strategy, in the order in which they act in a week.
#pragma once

#include "strategy/adaptive.hpp"
#include "strategy/kind.hpp"
#include "strategy/targets.hpp"

namespace orgsim {

using StrategyKinds = KindsOf<  //
    Adaptive,                   //
    Targets                     //
    >;

}  // namespace orgsim
