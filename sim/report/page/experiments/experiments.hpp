// What a page shows of the experiments that run units, and of audits.
#pragma once

#include <fmt/format.h>

#include <string>

#include "experiment/units/run.hpp"
#include "report/audit_page.hpp"
#include "report/page/data/bilingual.hpp"

namespace orgsim::page {

// Each is a member of the page's data, of the same name.
Json window_of(const UnitsResult& result);
Json explain_of(const UnitsResult& result);
Json audit_of_page(const AuditTold& told);
Json causal_of(const UnitsResult& result);

// Both ends, each as `number` writes it.
template <class Number>
std::string bracketed(const Interval& interval, const Number& number) {
  return fmt::format("[{}, {}]", number(interval.low), number(interval.high));
}

}  // namespace orgsim::page
