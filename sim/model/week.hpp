// The steps of a week (docs/model.md, 3), in their order; Simulation::step() says what each expects and
// leaves. `society` are the people of a network.
#pragma once

#include "model/world.hpp"

namespace orgsim {

// Climate, directness, AI, newcomers (docs/model.md, 3.1).
void environment(World& world, const Society& society);
// Scrutiny, revenue, injections (docs/model.md, 3.2).
void executives(World& world);
// The departments' budgets, of shares and total budget (docs/model.md, 3.2).
void budgets(World& world);
// What the departments do with it (docs/model.md, 3.3).
void departments(World& world);
// How people respond (docs/model.md, 3.4).
void customers(World& world, const Society& society, const Executor& executor);
// Contributed and credited value (docs/model.md, 3.5).
void ledgers(World& world);
// The non-users' acceptances of firm f without y of its utility, sum Lambda(u_f - y - rs): what drop(y) there
// is, 1 - accepting(y) / accepting(0), ledgers() is held to by a test.
double accepting(const World& world, int f, double y);
// Power, returns, cash (docs/model.md, 3.6).
void politics(World& world);
// The crisis lines and the stock phase (docs/model.md, 3.7).
void lines(World& world);

}  // namespace orgsim
