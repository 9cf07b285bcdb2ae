// The audit of a results file: of the weeks that it keeps of its first replications.
#pragma once

#include "experiment/audit/plan.hpp"
#include "experiment/units/run.hpp"
#include "results/opened.hpp"

namespace orgsim {

struct FileAudit {
  std::size_t replications = 0;  // that the run had
  UnitsPlan plan;                // its units are the replications that are kept in full
};

// What is audited is the baseline. To judge its cuts it is simulated again, and has to come out as the file
// has it, `files` being where its people's ties may lie; with no futures the file's series are all that is
// needed. Throws InputError if the options ask for what the file does not have, if it keeps no replication in
// full, or if its people's ties are gone; as read_results().
FileAudit plan_file_audit(results::CheckedFile file, const AuditOptions& options, const Files& files);

struct AuditedFile {
  Scenario scenario;             // that of the units
  std::size_t replications = 0;  // that the run had, of which those in `audit` are kept in full
  AuditRequest request;
  Audit audit;
};

// What the units of such a plan came to, of a run that had so many replications.
AuditedFile audited_file(std::size_t replications, const UnitsResult& result);

}  // namespace orgsim
