// The seven steps of a week (docs/model.md, "A week"), in their order. Each reads what the earlier ones made
// and expects to be called once in `world.week`. `society` are the people of a network.
#pragma once

#include "model/world.hpp"

namespace orgsim {

void environment(World& world, const Society& society);  // 3.1 climate, directness, AI, newcomers
void executives(World& world);                           // 3.2 scrutiny and the total budget
void departments(World& world);                          // 3.3 what the four departments do with it
void customers(World& world, const Society& society, const Executor& executor);  // 3.4 how people respond
void ledgers(World& world);   // 3.5 contributed and credited value
void politics(World& world);  // 3.6 power and next week's shares
void lines(World& world);     // 3.7 the crisis lines and the stock phase

}  // namespace orgsim
