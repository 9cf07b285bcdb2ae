#include <fmt/format.h>

#include <functional>

#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "cli/scenario_arguments.hpp"
#include "cli/terminal.hpp"
#include "cli/units_arguments.hpp"
#include "core/text.hpp"
#include "platform/parallel.hpp"
#include "platform/signals.hpp"
#include "report/audit_file.hpp"
#include "report/units_report.hpp"
#include "results/file_name.hpp"
#include "results/sweep_to_file.hpp"
#include "results/units_file.hpp"
#include "scenario/worlds_file.hpp"

namespace orgsim::cli {

namespace {

Node number_node(const Place& place, const std::string& text) {
  const std::optional<double> number = number_in<double>(text);
  if (!number)
    throw InputError(Problem{place, "", fmt::format("'{}' is no number", text), "a number, such as 13"});
  return {place, *number};
}

Node node_of(const OptionShape& shape, const Place& place, const std::vector<std::string>& given) {
  using Kind = OptionShape::Kind;
  if (shape.kind == Kind::flag) return {place, true};
  if (shape.kind == Kind::text) return {place, given.back()};
  if (shape.kind == Kind::number) return number_node(place, given.back());
  NodeList list;
  for (const std::string& one : given)
    list.push_back(shape.kind == Kind::numbers ? number_node(place, one) : Node{place, one});
  return {place, std::move(list)};
}

void expect_output(const UnitsArguments& arguments) {
  if (!arguments.output) return;
  const std::vector<Problem> problems =
      problems_of_place(*arguments.output, arguments.force, std::string(arguments.experiment->name) + ".h5");
  if (!problems.empty()) throw InputError(problems);
}

UnitsPlan plan_of(const UnitsArguments& arguments) {
  UnitsAsked asked;
  if (arguments.against) expect_one_pipe({arguments.path, *arguments.against});
  asked.scenario = load(arguments.path, arguments.overrides);
  if (arguments.against) asked.against = load(*arguments.against, arguments.overrides);
  asked.options = own_options(arguments);
  const std::optional<WorldTable> worlds = wanted_worlds(asked.scenario);
  asked.worlds = worlds ? &*worlds : nullptr;
  return arguments.experiment->plan(asked);
}

UnitsResult run_planned(const UnitsArguments& arguments, const UnitsPlan& plan) {
  // Before there is a file that an interruption could leave behind.
  const std::atomic<bool>& interrupted = watch_interrupts();
  ProgressBar bar(!arguments.quiet);
  WorkOptions options;
  options.threads = arguments.threads > 0 ? arguments.threads : hardware_threads();
  options.stop = StopFlag(&interrupted);
  options.progress = [&](double done) { bar.show(done); };
  const std::string time = arguments.quiet ? "" : said_before(plan, options.threads);
  if (!time.empty()) print_error(fmt::format("note: {}\n", time));
  if (!arguments.output) return run_units(plan, options);
  return units_to_file(plan, *arguments.output, options, arguments.force,
                       [](const std::string& note) { print_error(fmt::format("note: {}\n", note)); });
}

bool is_file_of_run(const UnitsArguments& arguments) {
  return arguments.experiment->reads_runs && names_results(arguments.path);
}

template <class Result>
void tell(const UnitsArguments& arguments, const Result& result) {
  if (arguments.json) {
    print_out(to_json(result, arguments.language));
  } else if (!arguments.quiet) {
    print_out(to_text(result, wants_colour(), arguments.language));
  }
}

int run_and_tell(const UnitsArguments& arguments, const UnitsPlan& plan,
                 const std::function<void(UnitsResult&&)>& tell_of) {
  try {
    tell_of(run_planned(arguments, plan));
  } catch (const Interrupted&) {
    if (!arguments.output) throw;
    print_error(fmt::format("interrupted: what was run is kept in '{}'; the same command again goes on\n",
                            journal_of(*arguments.output).string()));
    return kSignalled + interrupting_signal();
  } catch (const SystemError& error) {
    if (!arguments.output) throw;
    throw with_journal(error, *arguments.output, "command");
  }
  if (arguments.output && !arguments.quiet) {
    // Of a file's run it prints the audit of as many replications as the file keeps.
    print_error(fmt::format("\nResults in '{}' ({:.1f} MB){}.\n", *arguments.output,
                            static_cast<double>(std::filesystem::file_size(*arguments.output)) / 1e6,
                            is_file_of_run(arguments) ? "" : "; `orgsim show` prints this again"));
  }
  return 0;
}

}  // namespace

Node own_options(const UnitsArguments& arguments) {
  NodeTable table;
  for (const OptionShape& shape : arguments.experiment->options()) {
    const auto given = arguments.options.find(shape.name);
    if (given == arguments.options.end()) continue;
    const Place place{flag_of(shape.name)};
    table.push_back({shape.name, place, node_of(shape, place, given->second)});
  }
  return {{}, std::move(table)};
}

int units(const UnitsArguments& arguments) {
  expect_output(arguments);
  if (is_file_of_run(arguments)) {
    const FileAuditPlan audit = plan_audit_of_file(arguments);
    return run_and_tell(arguments, audit.plan, [&](UnitsResult&& result) {
      tell(arguments, AuditedFile{audit.replications, std::move(result)});
    });
  }
  return run_and_tell(arguments, plan_of(arguments), [&](UnitsResult&& result) { tell(arguments, result); });
}

}  // namespace orgsim::cli
