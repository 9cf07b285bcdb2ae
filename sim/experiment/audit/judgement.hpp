// Whether a cut was right: grants at its first week, to what was cut and to what gained (docs/model.md, 5).
#pragma once

#include <vector>

#include "experiment/audit/cuts.hpp"
#include "experiment/probe.hpp"

namespace orgsim {

// Wrong: the department that was cut would have brought more for the same money than those that gained.
enum class CutVerdict { wrong, right, undecided };
template <>
struct Names<CutVerdict> {
  static constexpr std::array<std::string_view, 3> value{"wrong", "right", "undecided"};
};

struct CutJudgement {
  Estimate of_cut;      // causal return of the department that was cut
  Estimate of_gainers;  // of those that gained over the cut's weeks, weighted by what each gained
  Estimate difference;  // paired

  // By the difference's interval, or its mean where it has none.
  CutVerdict verdict() const;
};

struct Probing {
  int firm = 0;
  int futures = 8;  // how often what follows is simulated, each time with other luck; 0: cuts are not judged
  double factor = kGrantFactor;
  int weeks = kGrantWeeks;
};

// What each department gained over the weeks, in shares; 0 for those that lost.
PerDepartment gains_over(std::span<const AuditedWeek> history, const WeekSpan& weeks);

// The cut of a replication whose run is at its first week. Every future has luck of its own, the same for
// all its grants: what is judged is what could be expected when the cut began, not how it happened to end.
CutJudgement judgement_of(const Simulation& before, Department cut, const PerDepartment& gains,
                          const Probing& probing, const Unit& unit);

}  // namespace orgsim
