// Small ensembles of worlds for tests.
#pragma once

#include <string_view>

#include "experiment/worlds/worlds.hpp"

namespace orgsim::test {

// Two series of a market's first weeks: quickly run, and few worlds have both in these bands.
inline constexpr std::string_view kTwoSeries = R"(
[targets.users]
series = "users_end"
weeks = [8, 12]
band = [9000, 20000]
source = "our books"
[targets.marketing]
series = "share"
department = "marketing"
weeks = [10, 12]
band = [0.2, 0.4]
source = "our books"
[targets.sales]
series = "share"
department = "sales"
weeks = [10, 12]
band = [0.1, 0.2]
source = "our books"
used = false
reason = "of no interest"
)";

// Of worlds that fit them.
WorldsPlan few_worlds(std::size_t points = 30, std::string_view evidence = kTwoSeries);

}  // namespace orgsim::test
