// The options of `audit`, and its units: each a replication.
#pragma once

#include <string>

#include "experiment/audit/audit.hpp"
#include "experiment/units/course.hpp"
#include "experiment/units/run.hpp"

namespace orgsim {

inline constexpr std::string_view kAuditVerb = "audit";  // in results files, and the program's verb

struct AuditOptions {
  std::string firm = "0";
  std::optional<Department> department;
  std::string weeks;
  std::string strategy;
  std::int64_t futures = Probing().futures;
  double factor = kGrantFactor;
  std::int64_t grant_weeks = kGrantWeeks;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"firm", "", range::any, "Name or number of the firm; 0 is the focal one", "", Trait::fixed},
          self.firm);
    visit(Field{"department", "", range::any,
                "Department whose share and cuts are told; marketing's share and all cuts if left out", "",
                Trait::fixed},
          self.department);
    visit(Field{"weeks", "weeks", range::any,
                "Weeks over which the share is followed, as A:B, both included; the whole run if left out",
                "", Trait::fixed},
          self.weeks);
    visit(strategy_option(), self.strategy);
    visit(Field{"futures",
                "runs",
                {0, 1000},
                "How often what follows a cut is simulated to judge it; 0: cuts are not judged",
                "",
                Trait::fixed},
          self.futures);
    visit(Field{"factor", "times", range::not_negative, "What a grant multiplies a department's budget by",
                "", Trait::fixed},
          self.factor);
    visit(Field{"grant_weeks", "weeks", {1, 10000}, "How long a grant lasts", "", Trait::fixed},
          self.grant_weeks);
  }
};

// Throws InputError for a firm, weeks or a grant that the scenario has no room for.
AuditRequest audit_request(const AuditOptions& options, const Scenario& scenario);

UnitsPlan plan_audit(const UnitsAsked& asked);

// What a variant of it comes to.
Audit audit_of(const UnitsResult& result, const UnitVariant& variant);

// The request that a file of it answers.
AuditRequest audit_request(const UnitsShape& shape);

}  // namespace orgsim
