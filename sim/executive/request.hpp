// What an executive grants a marketing head who asks for another budget (docs/model.md, 3.11).
#pragma once

#include <cstddef>

#include "model/world.hpp"

namespace orgsim {

// The factor that is granted on marketing's budget to who asks for `asked`, by what the executive sees after
// the last week. Less than the budget is always granted; of more as much as is believed to pay.
double granted_factor(const World& world, std::size_t firm, double asked);

}  // namespace orgsim
