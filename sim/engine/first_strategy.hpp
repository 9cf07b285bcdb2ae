// What a firm begins with.
#pragma once

#include <string>

#include "engine/scenario.hpp"

namespace orgsim {

// The name of the strategy that firm `f` follows at first: its own, or with [selection], if it names none,
// what it draws in the replication of `stream_key` (docs/model.md, 3.10). Empty, or "none", for none.
std::string first_strategy(const Scenario& scenario, const StreamKey& stream_key, std::size_t f);

}  // namespace orgsim
