// What a run must be refused for before or while it goes on: better no result than a wrong one.
#pragma once

#include "engine/scenario.hpp"
#include "engine/series.hpp"

namespace orgsim {

// Numbers of a block of weeks that is held in memory: 128 MiB of doubles.
inline constexpr std::size_t kBlockNumbers = std::size_t{16} << 20U;

// The cure for a network that does not fit.
inline constexpr const char* kUsePooled = "use --kind pooled (kind=\"pooled\")";

// Throws InputError, with the figures, if the runs would not fit into the memory that is free.
// `asked_by` is what to lower.
void expect_memory(const Scenario& scenario, std::size_t arms, std::size_t replications, int threads,
                   const std::string& asked_by = "run.replications");

// The same for one simulation, in far less time: sums what its firms carry and made of the week. Throws
// InputError with the series.
void expect_finite(const World& world);

// Extreme keys can drive the model's numbers beyond what can be computed with. `row` is what `layout`
// recorded of a week. Throws InputError with the series.
void expect_finite(const RowLayout& layout, const double* row, int week);

}  // namespace orgsim
