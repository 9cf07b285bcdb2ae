#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/output_path.hpp"
#include "results/csv.hpp"
#include "results/file_name.hpp"
#include "results/layout.hpp"
#include "results/results.hpp"
#include "results/sweep_file.hpp"

namespace orgsim::cli {

namespace {

constexpr std::string_view kOutcomes = "outcomes";
constexpr std::size_t kPrintedAtOnce = std::size_t{1} << 16U;

// How Python makes the same table, for the formats that it writes.
std::string expression(const ExportArguments& arguments, const std::string& group) {
  const std::string results = fmt::format("orgsim.open(\"{}\")", arguments.file);
  if (arguments.series == kOutcomes) return results + ".outcomes";
  return fmt::format("{}.{}[\"{}\"].to_dataframe().reset_index()", results, group, arguments.series);
}

void write_table(const ExportArguments& arguments, const std::string& group, const TextSink& to) {
  results::CheckedFile file = results::open_checked(arguments.file, {});
  if (results::experiment_in(file) == kSweep) {
    if (arguments.series != kOutcomes) {
      throw InputError(Problem{{arguments.file},
                               arguments.series,
                               "of a sweep only the outcomes are a table",
                               fmt::format("`orgsim export {0} outcomes`; in Python orgsim.open(\"{0}\").{1}",
                                           arguments.file, group)});
    }
    write_sweep_table(SweepFile(std::move(file)), to);
  } else if (arguments.series == kOutcomes) {
    write_outcomes_table(results::opened(std::move(file)).result, to);
  } else {
    write_series_table(std::move(file), arguments.series, group, to);
  }
}

void print_table(const ExportArguments& arguments, const std::string& group) {
  std::string waiting;
  write_table(arguments, group, [&waiting](std::string_view text) {
    waiting += text;
    if (waiting.size() < kPrintedAtOnce) return;
    print_out(waiting);
    waiting.clear();
  });
  print_out(waiting);
}

}  // namespace

int export_table(const ExportArguments& arguments) {
  const std::string group = arguments.group.value_or(std::string(results::kBands));
  if (arguments.series == kOutcomes && arguments.group) {
    throw InputError(Problem{{}, "--of", "outcomes are no series of a group", "leave --of out"});
  }
  if (!arguments.output) {
    print_table(arguments, group);
    return 0;
  }
  std::vector<Problem> problems = problems_of_place(*arguments.output, arguments.force, "table.csv");
  const std::optional<Problem> wrong = problem_of_table_name(*arguments.output, expression(arguments, group));
  if (problems.empty() && wrong) problems.push_back(*wrong);
  if (!problems.empty()) throw InputError(problems);
  write_table_file(*arguments.output, arguments.force,
                   [&](const TextSink& to) { write_table(arguments, group, to); });
  return 0;
}

}  // namespace orgsim::cli
