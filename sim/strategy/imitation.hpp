// Firms that copy the strategy of the firm that they take for the most profitable (docs/model.md, 3.10).
#pragma once

#include <string_view>
#include <vector>

#include "strategy/head.hpp"

namespace orgsim {

// The name of the strategy that a head follows, or is going to follow; "none" for none.
std::string_view followed_by(const Head& head);

// The reviews of a week, before the heads decide: `heads` has one per firm. Nothing without [selection].
void imitate(std::vector<Head>& heads, const World& world);

}  // namespace orgsim
