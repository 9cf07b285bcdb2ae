#include "experiment/value/plan.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "experiment/probe_options.hpp"
#include "experiment/units/options.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kRowsOfWeek = kTargets + 1;
constexpr std::size_t kMostProbedWeeks = 100;
using Measured = ValueMeasure;

// One, three and five eighths of the run.
std::vector<double> usual_weeks(std::int64_t weeks) {
  std::vector<double> chosen;
  for (const std::int64_t eighths : {1, 3, 5}) {
    const std::int64_t whole = weeks * eighths / 8;
    const auto week = static_cast<double>(whole);
    if (chosen.empty() || week > chosen.back()) chosen.push_back(week);
  }
  return chosen;
}

void check_probed_weeks(const std::vector<double>& at, std::int64_t weeks, std::vector<Problem>& problems) {
  for (const double week : at) {
    if (week == std::floor(week) && week >= 0 && week < static_cast<double>(weeks)) continue;
    problems.push_back({{},
                        "at",
                        fmt::format("there is no week {}", week),
                        fmt::format("whole numbers from 0 to {}", weeks - 1)});
  }
  if (at.size() > kMostProbedWeeks) {
    problems.push_back({{},
                        "at",
                        fmt::format("{} weeks are too many", at.size()),
                        fmt::format("at most {}", kMostProbedWeeks)});
  }
}

std::vector<UnitAxis> value_axes(const Probes& probes) {
  UnitAxis weeks{value_axis::week, "week in which the grants begin", "weeks", {}, {}};
  weeks.numbers.assign(probes.weeks.begin(), probes.weeks.end());
  UnitAxis targets{value_axis::target, "what the grant goes to", "", {}, {}};
  for (const GrantTarget& target : all_targets()) targets.labels.push_back(name_of(target));
  targets.labels.emplace_back(kWholeFirm);
  UnitAxis measures{value_axis::measure, "what is known of it (docs/value.md)", "", {}, {}};
  for (const std::string_view name : Names<Measured>::value) measures.labels.emplace_back(name);
  return {weeks, targets, measures};
}

double& entry(double* week, std::size_t target, Measured measure) {
  return week[target * count_of<Measured> + static_cast<std::size_t>(measure)];
}
double entry(const double* week, std::size_t target, Measured measure) {
  return week[target * count_of<Measured> + static_cast<std::size_t>(measure)];
}

void write_week(const ProbedWeek& probed, double* week) {
  for (std::size_t t = 0; t < kTargets; ++t) {
    const ProbedTarget& target = probed.targets[t];
    entry(week, t, Measured::npv) = target.effect.npv;
    entry(week, t, Measured::extra_cost) = target.effect.cost;
    entry(week, t, Measured::cost) = target.cost;
    entry(week, t, Measured::credited) = target.credited;
    entry(week, t, Measured::contributed) = target.contributed;
  }
  for (std::size_t d = 0; d < count_of<Department>; ++d)
    entry(week, d, Measured::knock_out) = probed.knocked_out(static_cast<Eigen::Index>(d));
  entry(week, kTargets, Measured::npv) = probed.npv;
  entry(week, kTargets, Measured::shown) = probed.shown;
}

ProbedWeek read_week(const double* week) {
  ProbedWeek probed;
  for (std::size_t t = 0; t < kTargets; ++t) {
    probed.targets[t] = {{entry(week, t, Measured::npv), entry(week, t, Measured::extra_cost)},
                         entry(week, t, Measured::cost),
                         entry(week, t, Measured::credited),
                         entry(week, t, Measured::contributed)};
  }
  for (std::size_t d = 0; d < count_of<Department>; ++d)
    probed.knocked_out(static_cast<Eigen::Index>(d)) = entry(week, d, Measured::knock_out);
  probed.npv = entry(week, kTargets, Measured::npv);
  probed.shown = entry(week, kTargets, Measured::shown);
  return probed;
}

std::vector<double> numbers_of_weeks(const std::vector<ProbedWeek>& weeks) {
  constexpr std::size_t a_week = kRowsOfWeek * count_of<Measured>;
  std::vector<double> numbers(weeks.size() * a_week, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t w = 0; w < weeks.size(); ++w) write_week(weeks[w], numbers.data() + w * a_week);
  return numbers;
}

}  // namespace

std::string name_of(const GrantTarget& target) {
  const std::string department(name_of(target.department));
  return target.mode ? fmt::format("{}.{}", department, name_of(*target.mode)) : department;
}

Probes probes_of(const ValueOptions& options, const Scenario& scenario) {
  std::vector<Problem> problems;
  const int firm = probed_firm(options.firm, scenario, problems);
  check_grant_factor(options.factor, problems);
  check_probed_weeks(options.at, scenario.parameters.run.weeks, problems);
  if (!problems.empty()) throw InputError(problems);
  Probes probes{firm, {}, options.factor, static_cast<int>(options.grant_weeks)};
  for (const double week : options.at) probes.weeks.push_back(static_cast<int>(week));
  std::sort(probes.weeks.begin(), probes.weeks.end());
  probes.weeks.erase(std::unique(probes.weeks.begin(), probes.weeks.end()), probes.weeks.end());
  return probes;
}

UnitsPlan plan_value(const UnitsAsked& asked) {
  ValueOptions options = read_options<ValueOptions>(asked.options);
  UnitsPlan plan = course_plan(kValueVerb, asked, options.strategy);
  const std::int64_t weeks = asked.scenario.parameters.run.weeks;
  if (options.at.empty()) options.at = usual_weeks(weeks);
  const Probes probes = probes_of(options, asked.scenario);
  plan.options = options_text(options);
  plan.axes = value_axes(probes);
  plan.runs_held = 2;
  plan.weeks = probes.weeks.back();
  constexpr double forks = 2 + kTargets + count_of<Department>;
  for (const int week : probes.weeks) plan.weeks += forks * static_cast<double>(weeks - week);
  plan.work = [probes](const Unit& unit) { return numbers_of_weeks(valued(unit, probes)); };
  return plan;
}

Valuation valuation_of(const UnitsResult& result, const UnitVariant& variant) {
  const std::vector<double>& at = result.shape.axis(value_axis::week).numbers;
  const std::vector<int> weeks(at.begin(), at.end());
  std::vector<std::vector<ProbedWeek>> runs;
  for (std::size_t u = 0; u < variant.units; ++u) {
    std::vector<ProbedWeek>& run = runs.emplace_back();
    const std::span<const double> numbers = result.of(variant.first + u);
    for (std::size_t w = 0; w < weeks.size(); ++w)
      run.push_back(read_week(numbers.data() + w * kRowsOfWeek * count_of<Measured>));
  }
  return valuation_of(runs, weeks, static_cast<std::uint64_t>(result.shape.scenario.parameters.run.seed));
}

}  // namespace orgsim
