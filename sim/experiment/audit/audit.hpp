// The experiment `audit`: why did a department's share of the budget move, and were its cuts right?
#pragma once

#include <optional>
#include <vector>

#include "experiment/audit/cuts.hpp"
#include "experiment/audit/judgement.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

// What is audited, as the options say it.
struct AuditRequest {
  std::optional<Department> department;  // nothing: marketing's movement, and the cuts of all departments
  WeekSpan weeks;                        // of the movement
  Probing probing;                       // of the cuts; names the firm

  Department told() const { return department.value_or(Department::marketing); }
};

struct FoundCut {
  std::size_t replication = 0;
  Department department = Department::marketing;
  WeekSpan weeks;
  Movement movement;
  std::optional<CutJudgement> judgement;  // nothing where it could not be judged, or was not to be
};

// Of a replication no more cuts are judged and told one by one: the deepest. Few runs have as many.
inline constexpr std::size_t kMostCuts = 64;

using CutCounts = std::array<std::size_t, count_of<Department>>;

// What is found in one replication.
struct AuditedRun {
  Movement movement;
  CutCounts cuts_of{};         // all of them
  std::vector<FoundCut> cuts;  // the deepest first
};

// In the weeks of a run that was recorded.
AuditedRun audited(std::span<const AuditedWeek> history, const AuditRequest& request);

// The weeks of a firm in the baseline of a replication, which is simulated. Throws InputError if numbers
// overflow, and Interrupted.
std::vector<AuditedWeek> history_of(const Unit& unit, int firm);

// In those weeks; the cuts are judged, if futures are asked for. Throws as history_of().
AuditedRun audited(const Unit& unit, std::span<const AuditedWeek> history, const AuditRequest& request);

// What the runs of all replications come to.
struct MeanMovement {
  double before = 0;  // shares, means
  double after = 0;
  Estimate change;  // of the log share
  std::array<Estimate, count_of<Term>> terms;
  WorthMoved contributed;  // means
  WorthMoved credited;

  const Estimate& term(Term term) const { return terms[static_cast<std::size_t>(term)]; }
};

struct Audit {
  std::size_t replications = 0;
  MeanMovement movement;
  CutCounts cuts_of{};
  std::vector<FoundCut> cuts;  // of all replications, the deepest first
  std::array<std::size_t, count_of<CutVerdict>> verdicts{};
  // Of the judged cuts, how many were wrong and right by their verdicts; intervals over replications. Nothing
  // if none was judged.
  std::optional<Estimate> wrong;
  std::optional<Estimate> right;

  std::size_t all_cuts() const;
  std::size_t judged_cuts() const;
};

// Sets the replications of the cuts to the places of their runs.
Audit audit_of(std::vector<AuditedRun> runs);

}  // namespace orgsim
