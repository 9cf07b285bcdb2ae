#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "cli/units_arguments.hpp"
#include "experiment/audit/plan.hpp"
#include "experiment/units/options.hpp"
#include "platform/signals.hpp"
#include "report/audit_file.hpp"

namespace orgsim::cli {

namespace {

// What simulates, or writes what was simulated.
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
  for (const auto& [name, flag] :
       std::array{std::pair{"futures", "--futures"}, std::pair{"factor", "--factor"},
                  std::pair{"grant_weeks", "--grant-weeks"}, std::pair{"strategy", "--strategy"}})
    refuse(arguments.options.contains(name), flag);
  refuse(arguments.output.has_value(), "-o");
  if (refused.empty()) return;
  throw InputError(Problem{
      {},
      fmt::format("{}", fmt::join(refused, ", ")),
      "of a results file the weeks that it holds are audited, and nothing is simulated",
      refused.size() > 1 ? "leave them out, or audit the scenario" : "leave it out, or audit the scenario"});
}

}  // namespace

int audit_of_file(const UnitsArguments& arguments) {
  expect_for_a_file(arguments);
  const auto options = read_options<AuditOptions>(own_options(arguments));
  const StopFlag stop(&watch_interrupts());
  const AuditedFile file = audited_file(results::open_checked(arguments.path, stop), options);
  if (arguments.json) {
    print_out(to_json(file, arguments.language));
  } else if (!arguments.quiet) {
    print_out(to_text(file, wants_colour(), arguments.language));
  }
  return 0;
}

}  // namespace orgsim::cli
