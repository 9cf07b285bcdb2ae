// Small ensembles of worlds for tests.
#pragma once

#include <string>

#include "experiment/worlds/worlds.hpp"

namespace orgsim::test {

// Evidence of two series of a market's first weeks: two_series.toml.
std::string two_series();

// Which no world meets.
inline const std::string kImpossible = R"(
[targets.users]
series = "users_end"
weeks = [8, 12]
band = [-20, -10]
source = "a slip of the pen"
)";

// Of worlds that fit them.
WorldsPlan few_worlds(std::size_t points = 30, const std::string& evidence = two_series());

}  // namespace orgsim::test
