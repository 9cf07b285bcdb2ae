// The parts of the third step (docs/model.md, 7.3), in the order in which departments() calls them.
#pragma once

#include "model/world.hpp"

namespace orgsim {

// AI at work: frees craft staff, keeps a share of them for judgement.
void staff_marketing(const World& world, Firm& firm);

// What of each budget is spent, withheld for want of proof, or wasted on proving; and what it costs.
void spend_budgets(const World& world, Firm& firm);

// Effective effort per mode of marketing.
void work_modes(World& world);

// Proficiency grows with use and fades without.
void learn_modes(Firm& firm);

// Adstock, share of voice, goodwill.
void speak_up(World& world);

// Quality, releases and what the market expects.
void develop_products(World& world);

}  // namespace orgsim
