// The data of a page, from memory or from a results file.
#include "report/page/page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/shell_word.hpp"
#include "experiment/audit/plan.hpp"
#include "experiment/run.hpp"
#include "experiment/units/all.hpp"
#include "experiment/units/options.hpp"
#include "platform/part_file.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/run_data.hpp"
#include "report/page/experiments/experiments.hpp"
#include "report/sweep_summary.hpp"
#include "results/audited_file.hpp"
#include "results/file_name.hpp"
#include "results/focal_weeks_file.hpp"
#include "results/sweep_file.hpp"
#include "results/units_file.hpp"

namespace orgsim::page {

namespace {

Json with_audit(Json data, const Audit& audit, const AuditRequest& request, const Scenario& scenario) {
  data["audit"] = audit_of_page({&scenario, &request, &audit});
  return data;
}

// Cuts of a finished run are told and not judged.
AuditOptions counting() {
  AuditOptions options;
  options.futures = 0;
  return options;
}

Json data_of_run_file(results::CheckedFile file, const std::filesystem::path& path) {
  const results::Opened opened = results::opened(std::move(file));
  const RunResult& result = opened.result;
  Json data = data_of(result, focal_weeks_of(opened), {});
  if (result.first_model || result.scenario.parameters.record.trajectories == 0) return data;
  const FileAuditPlan audit = plan_file_audit(results::open_checked(path, {}), {counting(), {}}, Files());
  const AuditedFile audited{audit.replications, run_units(audit.plan, {})};
  return with_audit(std::move(data), audited.audit(), audited.request(), audited.scenario());
}

Json data_of_sweep(results::CheckedFile file) {
  const SweepFile swept(std::move(file));
  const SweepSummary summary = summarise(swept);
  Json data =
      begun_data(swept.scenario(), static_cast<std::size_t>(swept.scenario().parameters.run.replications));
  const auto text = [&](Language language) { return to_text(summary, false, language); };
  data["summary"] = {{"text", both(text)}};
  data["assumptions"] = assumptions_of(swept.scenario());
  return data;
}

}  // namespace

Json data_of(const RunResult& result, const std::vector<FocalWeeks>& weeks,
             const std::vector<std::vector<AuditedWeek>>& audited_weeks) {
  const Summary summary = summarise(result);
  Json data = run_data(summary, weeks);
  if (audited_weeks.empty()) return data;
  const AuditRequest request = audit_request(counting(), result.scenario);
  std::vector<AuditedRun> runs;
  for (const std::vector<AuditedWeek>& history : audited_weeks) runs.push_back(audited(history, request));
  return with_audit(std::move(data), orgsim::audit_of(std::move(runs)), request, result.scenario);
}

std::string as_argument(const Node& node) {
  if (const auto* text = node.as<std::string>()) return *text;
  if (const auto* number = node.as<double>()) return fmt::format("{}", *number);
  if (const auto* number = node.as<std::int64_t>()) return fmt::format("{}", *number);
  std::vector<std::string> parts;
  for (const Node& part : *node.as<NodeList>()) parts.push_back(as_argument(part));
  return fmt::format("{}", fmt::join(parts, ","));
}

// The options of a results file on a command line. What is empty is not said.
std::string as_arguments(const std::string& options) {
  std::string arguments;
  const Node parsed = parse_document(options, "options");
  for (const Entry& option : *parsed.as<NodeTable>()) {
    const auto* flag = option.node.as<bool>();
    const std::string value = flag != nullptr ? "" : as_argument(option.node);
    if (flag != nullptr ? !*flag : value.empty()) continue;
    arguments += " " + flag_of(option.key);
    if (flag == nullptr) arguments += " " + shell_word(value);
  }
  return arguments;
}

std::string command_of(const UnitsResult& result) {
  const std::string against = result.shape.against ? " --against other.toml" : "";
  return "orgsim " + result.shape.experiment + " scenario.toml" + against +
         as_arguments(result.shape.options) + " -o results.h5 && orgsim report results.h5";
}

Json data_of(const UnitsResult& result) {
  const Scenario& scenario = result.shape.scenario;
  Json data = begun_data(scenario, result.shape.variants.front().units);
  const std::string& experiment = result.shape.experiment;
  if (experiment == "window") {
    data["window"] = window_of(result);
  } else if (experiment == "explain") {
    data["explain"] = explain_of(result);
  } else if (experiment == "audit") {
    const AuditRequest request = audit_request(result.shape);
    const Audit own = orgsim::audit_of(result, result.shape.variants.front());
    data["audit"] = audit_of_page({&scenario, &request, &own});
  } else if (experiment == "value") {
    data["causal"] = causal_of(result);
  }
  data["summary"] = {{"text", both([&](Language language) { return to_text(result, false, language); })}};
  data["assumptions"] = assumptions_of(scenario);
  data["reproduction"] = reproduction_of(scenario, result.shape.variants.front().units, command_of(result));
  return data;
}

Json data_of_file(const std::filesystem::path& path) {
  results::CheckedFile file = results::open_checked(path, {});
  const std::string experiment = results::experiment_in(file);
  if (units_experiment(experiment) != nullptr) return data_of(read_units(std::move(file)));
  if (experiment == kSweep) return data_of_sweep(std::move(file));
  return data_of_run_file(std::move(file), path);
}

void write_page(const std::filesystem::path& path, const Json& data, Language language, bool replace) {
  if (const std::optional<Problem> wrong = problem_of_page_name(path)) throw InputError(*wrong);
  write_file(path, html_of(data, language), replace);
}

}  // namespace orgsim::page
