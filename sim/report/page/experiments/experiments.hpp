// What a page shows of the experiments that run units, and of audits.
#pragma once

#include "experiment/units/run.hpp"
#include "report/audit_page.hpp"
#include "report/page/data/bilingual.hpp"

namespace orgsim::page {

// Each is a member of the page's data, of the same name.
Json window_of(const UnitsResult& result);
Json explain_of(const UnitsResult& result);
Json audit_of_page(const AuditTold& told);
Json causal_of(const UnitsResult& result);

}  // namespace orgsim::page
