// Why a department's share of the budget moved: each week's change of the log share is the sum of five terms
// (docs/model.md, 3.6 and 5), which may be added up over any weeks.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "core/names.hpp"
#include "keys/grant.hpp"
#include "model/state/firms.hpp"

namespace orgsim {

// In the order of the audit's series. The rest holds clipping, floor, normalisation and decisions.
enum class Term { credit, noise, power, equality, rest };
template <>
struct Names<Term> {
  static constexpr std::array<std::string_view, 5> value{"credit", "noise", "power", "equality", "rest"};
};
using PerTerm = Per<Term>;

// What is kept of a firm's week: after it, and why its shares moved in it.
struct AuditedWeek {
  PerDepartment share, contributed, credited;
  std::array<PerTerm, count_of<Department>> terms;

  const PerTerm& terms_of(Department department) const { return terms[static_cast<std::size_t>(department)]; }
};

AuditedWeek audited_week(const Firms& firms, std::size_t f);

// Money a week and part of what the whole firm has, in the mean of some weeks.
struct BookedValue {
  double money = 0;
  double part = 0;
};

// What a ledger had for the department when the weeks began and when they ended.
struct WorthMoved {
  BookedValue first;
  BookedValue last;
};

struct Movement {
  double before = 0;  // the share before the first of the weeks
  double after = 0;   // and after the last
  PerTerm terms;      // in logarithms; sum to ln(after / before) to rounding
  WorthMoved contributed;
  WorthMoved credited;

  double change() const { return terms.sum(); }  // of the log share
};

// Values at both ends are means of up to so many weeks, and never of more than half of them: a single week
// hangs on its release and on luck.
inline constexpr int kEndWeeks = 13;

// Of the weeks from week 0 on, those that are named.
Movement movement_of(std::span<const AuditedWeek> history, Department department, const WeekSpan& weeks);

// The share before a week.
double share_before(std::span<const AuditedWeek> history, Department department, int week);

}  // namespace orgsim
