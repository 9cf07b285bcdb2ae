// The audit of a results file, from the weeks that it keeps of its first replications.
#pragma once

#include "experiment/audit/plan.hpp"
#include "results/opened.hpp"

namespace orgsim {

struct AuditedFile {
  Scenario scenario;
  std::size_t replications = 0;  // that the run had, of which those in `audit` are kept in full
  AuditRequest request;
  Audit audit;  // of the baseline; its cuts are not judged
};

// Throws InputError if the options ask for what the file does not have, or if it keeps no replication in
// full; as read_results().
AuditedFile audited_file(results::CheckedFile file, const AuditOptions& options);

}  // namespace orgsim
