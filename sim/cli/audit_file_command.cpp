#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/units_arguments.hpp"
#include "experiment/audit/plan.hpp"
#include "experiment/units/options.hpp"
#include "platform/signals.hpp"
#include "scenario/files.hpp"

namespace orgsim::cli {

namespace {

// What makes another run of it.
void expect_for_a_file(const UnitsArguments& arguments) {
  const Overrides& overrides = arguments.overrides;
  std::vector<std::string> refused;
  const auto refuse = [&](bool given, const std::string& option) {
    if (given) refused.push_back(option);
  };
  refuse(!overrides.sets.empty(), "--set");
  refuse(overrides.kind.has_value(), "--kind");
  refuse(overrides.seed.has_value(), "--seed");
  refuse(overrides.replications.has_value(), "--replications");
  refuse(overrides.worlds.has_value(), "--worlds");
  refuse(overrides.worlds_file.has_value(), "--worlds-file");
  refuse(overrides.ranges.has_value(), "--ranges");
  refuse(!overrides.rivals.empty(), "--rivals");
  refuse(overrides.quick, "--quick");
  refuse(arguments.options.contains("strategy"), "--strategy");
  if (refused.empty()) return;
  throw InputError(Problem{
      {},
      fmt::format("{}", fmt::join(refused, ", ")),
      "of a results file the run that it holds is audited",
      refused.size() > 1 ? "leave them out, or audit the scenario" : "leave it out, or audit the scenario"});
}

}  // namespace

FileAuditPlan plan_audit_of_file(const UnitsArguments& arguments) {
  expect_for_a_file(arguments);
  FileAuditAsked asked{read_options<AuditOptions>(own_options(arguments)), arguments.output};
  return plan_file_audit(results::open_checked(arguments.path, StopFlag(&watch_interrupts())), asked, disk());
}

}  // namespace orgsim::cli
