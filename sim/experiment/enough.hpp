// How many replications are enough.
#pragma once

#include "experiment/run.hpp"

namespace orgsim {

// More are not run for narrow intervals, unless somebody says so.
inline constexpr std::int64_t kMostReplications = 4096;

// As many as a run needs for every 95 % interval (Wilson) of the share saved to be narrower than `until`
// percentage points: run.replications, then twice as many, and so on, up to `most`. Throws InputError if
// there is nothing whose interval could narrow, and as run().
std::int64_t enough_replications(const Scenario& scenario, const RunOptions& options, double until,
                                 std::int64_t most);

}  // namespace orgsim
