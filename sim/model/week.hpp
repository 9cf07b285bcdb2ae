// The seven steps of a week (docs/model.md, 3), in their order. Each reads what the earlier ones made
// and expects to be called once in `world.week`. `society` are the people of a network.
#pragma once

#include "model/world.hpp"

namespace orgsim {

// Climate, directness, AI, newcomers (docs/model.md, 7.1).
void environment(World& world, const Society& society);
// Scrutiny and the total budget (docs/model.md, 7.2).
void executives(World& world);
// What the four departments do with it (docs/model.md, 7.3).
void departments(World& world);
// How people respond (docs/model.md, 7.4).
void customers(World& world, const Society& society, const Executor& executor);
// Contributed and credited value (docs/model.md, 7.5).
void ledgers(World& world);
// Power and next week's shares (docs/model.md, 7.6).
void politics(World& world);
// The crisis lines and the stock phase (docs/model.md, 7.7).
void lines(World& world);

}  // namespace orgsim
