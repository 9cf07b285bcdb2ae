#include "experiment/audit/plan.hpp"

#include "core/text.hpp"
#include "experiment/audit/numbers.hpp"
#include "experiment/probe_options.hpp"
#include "experiment/units/options.hpp"

namespace orgsim {

namespace {

// In a replication, of departments in a cold market: for the time it takes.
constexpr double kCutsExpected = 2;

std::optional<WeekSpan> span_from(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::optional<int> first = number_in<int>(text.substr(0, colon));
  const std::optional<int> last = number_in<int>(text.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return WeekSpan{*first, *last};
}

void check_audited_weeks(const AuditOptions& options, std::int64_t weeks, AuditRequest& request,
                         std::vector<Problem>& problems) {
  request.weeks = {0, static_cast<int>(weeks) - 1};
  if (options.weeks.empty()) return;
  const std::optional<WeekSpan> span = span_from(options.weeks);
  if (span && 0 <= span->first && span->first <= span->last && span->last < weeks) {
    request.weeks = *span;
    return;
  }
  problems.push_back(
      {{},
       "weeks",
       fmt::format("'{}' is no span of weeks of the run", options.weeks),
       fmt::format("FIRST:LAST, both included, such as 0:{0}; the run ends with week {0}", weeks - 1)});
}

}  // namespace

AuditRequest audit_request(const AuditOptions& options, const Scenario& scenario) {
  std::vector<Problem> problems;
  AuditRequest request;
  request.department = options.department;
  request.probing = {probed_firm(options.firm, scenario, problems), static_cast<int>(options.futures),
                     options.factor, static_cast<int>(options.grant_weeks)};
  check_grant_factor(options.factor, problems);
  check_audited_weeks(options, scenario.parameters.run.weeks, request, problems);
  if (!problems.empty()) throw InputError(problems);
  return request;
}

UnitsPlan plan_audit(const UnitsAsked& asked) {
  const AuditOptions options = read_options<AuditOptions>(asked.options);
  UnitsPlan plan = course_plan(kAuditVerb, asked, options.strategy);
  const AuditRequest request = audit_request(options, asked.scenario);
  plan.options = options_text(options);
  plan.axes = audit_axes();
  plan.runs_held = 3;
  const auto weeks = static_cast<double>(asked.scenario.parameters.run.weeks);
  plan.weeks = weeks * (2 + kCutsExpected * request.probing.futures * 4 / 2);
  plan.work = [request](const Unit& unit) {
    return numbers_of(audited(unit, history_of(unit, request.probing.firm), request), request);
  };
  return plan;
}

Audit audit_of(const UnitsResult& result, const UnitVariant& variant) {
  std::vector<AuditedRun> runs;
  for (std::size_t u = 0; u < variant.units; ++u) runs.push_back(audited_run(result.of(variant.first + u)));
  return audit_of(std::move(runs));
}

AuditRequest audit_request(const UnitsShape& shape) {
  return audit_request(read_options<AuditOptions>(shape.options), shape.scenario);
}

}  // namespace orgsim
