// Cuts: a share of the budget that falls by a fifth or more within half a year (docs/model.md, 5).
#pragma once

#include <span>
#include <vector>

#include "experiment/audit/movement.hpp"

namespace orgsim {

inline constexpr double kCutDepth = 0.2;
inline constexpr int kCutWeeks = 26;

// The cuts of one department in one run, in their order. A week announces a fall if within the 26 weeks from
// it on the share is at some time at most four fifths of what it was before the week. Successive weeks that
// do are one cut, from the first of them to the week of the lowest share of the last one's fall. The next cut
// is looked for after it.
std::vector<WeekSpan> cuts_of(std::span<const AuditedWeek> history, Department department);

}  // namespace orgsim
