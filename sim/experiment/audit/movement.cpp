#include "experiment/audit/movement.hpp"

#include <algorithm>

#include "core/elementary.hpp"
#include "core/error.hpp"

namespace orgsim {

namespace {

using Ledger = PerDepartment AuditedWeek::*;

BookedValue worth_of(std::span<const AuditedWeek> weeks, Department department, Ledger ledger) {
  double own = 0;
  double all = 0;
  for (const AuditedWeek& week : weeks) {
    own += (week.*ledger)[department];
    all += (week.*ledger).sum();
  }
  return {own / static_cast<double>(weeks.size()), all > 0 ? own / all : 0};
}

WorthMoved worth_moved(std::span<const AuditedWeek> weeks, Department department, Ledger ledger) {
  const std::size_t end = std::clamp<std::size_t>(weeks.size() / 2, 1, kEndWeeks);
  return {worth_of(weeks.first(end), department, ledger), worth_of(weeks.last(end), department, ledger)};
}

}  // namespace

AuditedWeek audited_week(const Firms& firms, std::size_t f) {
  AuditedWeek week{firms.share.of(f), firms.contributed.of(f), firms.credited.of(f), {}};
  for (const Department d : every<Department>()) {
    week.terms[static_cast<std::size_t>(d)] =
        PerTerm{firms.by_credit(d, f), firms.by_noise(d, f), firms.by_power(d, f), firms.by_equality(d, f),
                firms.by_rest(d, f)};
  }
  return week;
}

double share_before(std::span<const AuditedWeek> history, Department department, int week) {
  const auto i = static_cast<std::size_t>(week);
  if (i > 0) return history[i - 1].share[department];
  return history[0].share[department] * elementary::exp(-history[0].terms_of(department).sum());
}

Movement movement_of(std::span<const AuditedWeek> history, Department department, const WeekSpan& weeks) {
  require(
      weeks.first >= 0 && weeks.first <= weeks.last && static_cast<std::size_t>(weeks.last) < history.size(),
      "weeks that are audited were simulated");
  const auto span = history.subspan(static_cast<std::size_t>(weeks.first),
                                    static_cast<std::size_t>(weeks.last - weeks.first + 1));
  Movement movement;
  movement.before = share_before(history, department, weeks.first);
  movement.after = span.back().share[department];
  for (const AuditedWeek& week : span) movement.terms += week.terms_of(department);
  movement.contributed = worth_moved(span, department, &AuditedWeek::contributed);
  movement.credited = worth_moved(span, department, &AuditedWeek::credited);
  return movement;
}

}  // namespace orgsim
