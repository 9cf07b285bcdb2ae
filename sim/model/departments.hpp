// The parts of the third step (docs/model.md, 3.3), in the order in which departments() calls them.
#pragma once

#include "model/world.hpp"

namespace orgsim {

// AI at work: frees craft staff, keeps a share of them for judgement. Then what of each budget is spent,
// withheld for want of proof, or wasted on proving; and what it costs.
void spend_budgets(World& world);

// Effective effort per mode of marketing, and the proficiency that grows with use and fades without.
void work_modes(World& world);

// Adstock, share of voice, goodwill; marketing's part of performance contacts.
void speak_up(World& world);

// Quality, releases and what the market expects.
void develop_products(World& world);

}  // namespace orgsim
