// The audit of a results file: of the weeks that it keeps of its first replications.
#pragma once

#include <filesystem>
#include <optional>

#include "experiment/audit/plan.hpp"
#include "experiment/units/run.hpp"
#include "results/opened.hpp"

namespace orgsim {

struct FileAuditAsked {
  AuditOptions options;
  std::optional<std::filesystem::path> output;  // of what is simulated
  const Scenario* known = nullptr;              // the file's scenario, if somebody has its people's ties
};

struct FileAuditPlan {
  std::size_t replications = 0;  // that the run had
  UnitsPlan plan;                // its units are the replications that are kept in full
};

// What is audited is the baseline. To judge its cuts it is simulated again, and has to come out as the file
// has it, `files` being where its people's ties may lie; with no futures the file's series are all that is
// needed. Throws InputError if what is asked for is not in the file, if it keeps no replication in full, if
// its people's ties are gone, or if the output is the file itself or has nothing to be written; as
// read_results().
FileAuditPlan plan_file_audit(results::CheckedFile file, const FileAuditAsked& asked, const Files& files);

// What the plan's units came to.
struct AuditedFile {
  std::size_t replications = 0;  // that the run had
  UnitsResult result;

  const Scenario& scenario() const { return result.shape.scenario; }
  AuditRequest request() const { return audit_request(result.shape); }
  Audit audit() const { return audit_of(result, result.shape.variants.front()); }
};

}  // namespace orgsim
