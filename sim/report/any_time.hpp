// What verdicts do not see: they look at a span of weeks, and only at what a strategy saves. This looks at
// the whole run, replication by replication (docs/results.md, "At any time in the run").
#pragma once

#include <cstddef>
#include <string_view>

#include "experiment/block.hpp"

namespace orgsim {

// One strategy against the baseline; all are numbers of replications but the last.
struct AnyTime {
  std::size_t made = 0;     // marginalised with the strategy, and not without
  std::size_t spared = 0;   // marginalised without the strategy, and not with it
  std::size_t later = 0;    // averted or reversed within the span, but marginalised after it
  std::size_t within = 0;   // the baseline is marginalised before the span ends
  std::size_t outside = 0;  // the baseline is marginalised only after the span has ended
  int needed = 0;           // lines.judge with which all of `outside` would be within

  // Makes more replications marginalised than it spares.
  bool harms() const { return made > spared; }
};

// Counts a replication as made or spared, if it is either.
void pair_up(AnyTime& found, const Outcome& without, const Outcome& with);

AnyTime at_any_time(const RunResult& result, std::size_t arm);

// The weeks over which a strategy is judged in a replication, which may draw them.
int judged_weeks(const RunResult& result, std::size_t replication);
// Whether each replication draws the key's value.
bool draws(const RunResult& result, std::string_view key);

}  // namespace orgsim
