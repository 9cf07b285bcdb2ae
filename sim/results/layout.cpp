#include "results/layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "experiment/twins.hpp"

namespace orgsim::results {

namespace {

std::vector<double> count_up(std::size_t n) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < n; ++i) numbers.push_back(static_cast<double>(i));
  return numbers;
}

template <class Enum>
Dimension enumerated(const std::string& name, const std::string& meaning) {
  return {name, meaning, "", {}, {Names<Enum>::value.begin(), Names<Enum>::value.end()}};
}

std::optional<int> week_of(double number) {
  if (std::isnan(number)) return std::nullopt;
  return static_cast<int>(number);
}

double week_or_nan(const std::optional<int>& week) {
  return week ? *week : std::numeric_limits<double>::quiet_NaN();
}

// The names of dimensions that the series of a layout extend over, in the order of the file.
std::vector<std::string> places_of(const RowLayout& layout) {
  std::set<std::string> used;
  for (const Quantity& series : layout.series) {
    for (const std::string& dimension : dimensions_of(series.extent)) used.insert(dimension);
  }
  std::vector<std::string> places{"week"};
  for (const char* name : {"firm", "department", "mode", "channel"}) {
    if (used.contains(name)) places.emplace_back(name);
  }
  return places;
}

Array verdicts_of(const VerdictVariable& variable, const RunResult& result) {
  std::vector<std::string> verdicts;
  for (const auto& arm : result.outcomes) {
    for (const Outcome& outcome : arm) verdicts.emplace_back(name_of(outcome.*variable.value));
  }
  return {std::string(variable.name),
          {"strategy", "replication"},
          "",
          std::string(variable.meaning),
          std::move(verdicts)};
}

Array outcomes_of(const OutcomeVariable& variable, const RunResult& result) {
  const auto [firms, breadth] = extent_of(variable, result.scenario.firms.size());
  std::vector<double> numbers;
  for (const auto& arm : result.outcomes) {
    for (const Outcome& outcome : arm) {
      for (std::size_t f = 0; f < firms; ++f) {
        for (std::size_t i = 0; i < breadth; ++i) numbers.push_back(variable.value(outcome, f, i));
      }
    }
  }
  return {std::string(variable.name), joined({"strategy", "replication"}, variable.over),
          std::string(variable.unit), std::string(variable.meaning), std::move(numbers)};
}

Dimension drawn_keys(const Scenario& scenario) {
  return {"parameter", "key that is drawn once per replication", "", {}, paths_of(scenario.drawn)};
}

Array drawn_of(const RunResult& result) {
  std::vector<double> numbers;
  for (const auto& values : result.drawn) numbers.insert(numbers.end(), values.begin(), values.end());
  return {"drawn",
          {"replication", "parameter"},
          "of the key",
          "value drawn for each key that is a distribution",
          std::move(numbers)};
}

}  // namespace

std::vector<Dimension> dimensions(const Scenario& scenario, const std::vector<ArmTitle>& arms,
                                  std::size_t replications) {
  std::vector<std::string> strategies;
  for (const ArmTitle& arm : arms) strategies.push_back(arm.name);
  std::vector<std::string> firms;
  for (const FirmEntry& firm : scenario.firms) firms.push_back(firm.name);
  return {
      {"strategy", "the baseline, then strategies of the focal firm", "", {}, strategies},
      {"replication",
       "independent replication; all strategies of one share their random numbers",
       "",
       count_up(replications),
       {}},
      {"week",
       "week of the run",
       "weeks",
       count_up(static_cast<std::size_t>(scenario.parameters.run.weeks)),
       {}},
      {"firm", "firm; the first is the focal one", "", {}, firms},
      enumerated<Department>("department", "department"),
      enumerated<Mode>("mode", "mode of marketing"),
      enumerated<Channel>("channel", "channel through which a customer is won"),
      enumerated<Line>("line", "crisis line of marketing"),
      {"quantile",
       "probability of the quantile over replications",
       "1",
       {kQuantiles.begin(), kQuantiles.end()},
       {}},
  };
}

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::vector<Dimension> only(const std::vector<Dimension>& all, const std::vector<std::string>& names) {
  std::vector<Dimension> chosen;
  for (const std::string& name : names) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& d) { return d.name == name; });
    require(found != all.end(), "a dimension of this name exists");
    chosen.push_back(*found);
  }
  return chosen;
}

std::vector<std::string> dimensions_of(Extent extent) {
  switch (extent) {
    case Extent::market:
      return {};
    case Extent::firm:
      return {"firm"};
    case Extent::firm_department:
      return {"firm", "department"};
    case Extent::firm_mode:
      return {"firm", "mode"};
    case Extent::firm_channel:
      return {"firm", "channel"};
  }
  return {};
}

const std::vector<VerdictVariable>& verdict_variables() {
  static const std::vector<VerdictVariable> variables{
      {"verdict", "how the strategy is judged", &Outcome::verdict},
      {"verdict_lenient", "the same with the lines lower by lines.tolerance", &Outcome::lenient},
      {"verdict_strict", "the same with the lines higher by lines.tolerance", &Outcome::strict}};
  return variables;
}

namespace {

// One of the numbers that rank strategies where verdicts do not.
template <double Standing::* member>
OutcomeVariable standing(std::string_view name, std::string_view meaning) {
  return {name,
          {},
          "1",
          meaning,
          [](const Outcome& o, std::size_t, std::size_t) {
            return o.standing ? (*o.standing).*member : std::numeric_limits<double>::quiet_NaN();
          },
          [](Outcome& o, std::size_t, std::size_t, double x) {
            if (std::isnan(x)) return;
            if (!o.standing) o.standing.emplace();
            (*o.standing).*member = x;
          }};
}

const std::vector<OutcomeVariable>& all_outcome_variables() {
  static const std::vector<OutcomeVariable> variables{
      standing<&Standing::real_share>(
          "standing_real_share",
          "mean over the verdict weeks of marketing's real share of its initial one; NaN if that is 0"),
      standing<&Standing::non_substitutability>(
          "standing_non_substitutability", "mean over the verdict weeks of marketing's non-substitutability"),
      standing<&Standing::centrality>("standing_centrality",
                                      "mean over the verdict weeks of marketing's centrality"),
      {"began",
       {},
       kWeeks,
       "first week of the strategy at the focal firm",
       [](const Outcome& o, std::size_t, std::size_t) { return week_or_nan(o.began); },
       [](Outcome& o, std::size_t, std::size_t, double x) { o.began = week_of(x); }},
      {"stock_phase_week",
       {},
       kWeeks,
       "first week of the stock phase",
       [](const Outcome& o, std::size_t, std::size_t) { return week_or_nan(o.stock_phase_week); },
       [](Outcome& o, std::size_t, std::size_t, double x) { o.stock_phase_week = week_of(x); }},
      {"marginalised_week",
       {"firm"},
       kWeeks,
       "first week in which at least two lines were crossed",
       [](const Outcome& o, std::size_t f, std::size_t) { return week_or_nan(o.firms[f].marginalised_week); },
       [](Outcome& o, std::size_t f, std::size_t, double x) { o.firms[f].marginalised_week = week_of(x); }},
      {"marginalised_until",
       {"firm"},
       kWeeks,
       "last week in which at least two lines were crossed",
       [](const Outcome& o, std::size_t f, std::size_t) {
         return week_or_nan(o.firms[f].marginalised_until);
       },
       [](Outcome& o, std::size_t f, std::size_t, double x) { o.firms[f].marginalised_until = week_of(x); }},
      {"line_week",
       {"firm", "line"},
       kWeeks,
       "first week in which the line was crossed",
       [](const Outcome& o, std::size_t f, std::size_t i) { return week_or_nan(o.firms[f].line_week[i]); },
       [](Outcome& o, std::size_t f, std::size_t i, double x) { o.firms[f].line_week[i] = week_of(x); }},
      {"npv",
       {"firm"},
       "money",
       "net present value of profits and of the customers held at the end",
       [](const Outcome& o, std::size_t f, std::size_t) { return o.firms[f].npv; },
       [](Outcome& o, std::size_t f, std::size_t, double x) { o.firms[f].npv = x; }},
      {"share_end",
       {"firm", "department"},
       "1",
       "share of the budget after the last week",
       [](const Outcome& o, std::size_t f, std::size_t i) {
         return o.firms[f].share_end(static_cast<Eigen::Index>(i));
       },
       [](Outcome& o, std::size_t f, std::size_t i, double x) {
         o.firms[f].share_end(static_cast<Eigen::Index>(i)) = x;
       }},
      {"budget_total",
       {"firm", "department"},
       "money",
       "budget over the whole run",
       [](const Outcome& o, std::size_t f, std::size_t i) {
         return o.firms[f].budget_total(static_cast<Eigen::Index>(i));
       },
       [](Outcome& o, std::size_t f, std::size_t i, double x) {
         o.firms[f].budget_total(static_cast<Eigen::Index>(i)) = x;
       }},
      {"margin_per_customer",
       {"firm", "channel"},
       "money",
       "mean margin that a customer won through the channel brought in by the end of the run; networks only",
       [](const Outcome& o, std::size_t f, std::size_t i) {
         const std::optional<PerChannel>& margins = o.firms[f].margin_per_customer;
         return margins ? (*margins)(static_cast<Eigen::Index>(i)) : std::numeric_limits<double>::quiet_NaN();
       },
       [](Outcome& o, std::size_t f, std::size_t i, double x) {
         std::optional<PerChannel>& margins = o.firms[f].margin_per_customer;
         if (!margins) margins.emplace();
         (*margins)(static_cast<Eigen::Index>(i)) = x;
       }},
  };
  return variables;
}

}  // namespace

const std::vector<OutcomeVariable>& outcome_variables(MarketKind kind) {
  static const std::vector<OutcomeVariable> of_people = [] {
    std::vector<OutcomeVariable> variables = all_outcome_variables();
    std::erase_if(variables, [](const OutcomeVariable& variable) { return variable.is_of_networks(); });
    return variables;
  }();
  return kind == MarketKind::network ? all_outcome_variables() : of_people;
}

OutcomeExtent extent_of(const OutcomeVariable& variable, std::size_t firms) {
  OutcomeExtent extent;
  if (!variable.over.empty()) extent.firms = firms;
  if (variable.over.size() > 1) {
    const std::string& name = variable.over[1];
    extent.breadth = name == "line"      ? count_of<Line>
                     : name == "channel" ? count_of<Channel>
                                         : count_of<Department>;
  }
  return extent;
}

void expect_outcome(const OutcomeVariable& variable, double number, double weeks) {
  const bool fine = variable.is_week() ? std::isnan(number) || (number >= 0 && number < weeks)
                                       : std::isfinite(number) || (variable.may_lack() && std::isnan(number));
  if (!fine) throw std::out_of_range(std::string(variable.name));
}

std::vector<std::string> SeriesShape::after_week(const Quantity& series) const {
  return joined(dimensions_of(series.extent), tail);
}

std::vector<std::string> SeriesShape::over(const Quantity& series) const {
  return joined(joined(lead, {"week"}), after_week(series));
}

bool is_of_runs(std::string_view group) {
  return group == kTrajectories || group == kAudit;
}

SeriesShape series_shape(std::string_view group, const Plan& plan) {
  const bool of_runs = is_of_runs(group);
  const std::size_t replications = of_runs ? recorded_replications(plan) : plan.replications;
  SeriesShape shape{
      std::string(group),     "",   dimensions(plan.scenario, plan.arms, replications), {"strategy"}, {},
      &plan.recording.series, false};
  if (of_runs) {
    shape.lead.emplace_back("replication");
    shape.in_doubles = plan.scenario.parameters.record.precision == Precision::double_;
  }
  if (group == kBands) {
    shape.meaning = "quantiles over replications";
    shape.tail.emplace_back("quantile");
  } else if (group == kMeans) {
    shape.meaning = "means over replications";
  } else if (group == kTrajectories) {
    shape.meaning = "full trajectories of the first replications";
  } else {
    require(group == kAudit, "a group of series has a shape");
    shape.meaning = "why each department's log share of the budget changed, week by week";
    shape.layout = &plan.recording.audit;
  }
  shape.dimensions = only(shape.dimensions, joined(joined(shape.lead, places_of(*shape.layout)), shape.tail));
  return shape;
}

Group outcomes_of(const RunResult& result) {
  Group group{"outcomes",
              "what became of marketing and of the firm",
              only(dimensions(result.scenario, result.arms, result.replications),
                   {"strategy", "replication", "firm", "department", "line"}),
              {}};
  const MarketKind kind = result.scenario.parameters.market.kind;
  if (kind == MarketKind::network) {
    for (Dimension& channel :
         only(dimensions(result.scenario, result.arms, result.replications), {"channel"}))
      group.dimensions.push_back(std::move(channel));
  }
  const bool twins = has_twins(result);
  for (const VerdictVariable& variable : verdict_variables()) {
    if (twins || !variable.is_twin()) group.arrays.push_back(verdicts_of(variable, result));
  }
  for (const OutcomeVariable& variable : outcome_variables(kind)) {
    if (twins || !variable.may_lack()) group.arrays.push_back(outcomes_of(variable, result));
  }
  if (result.scenario.drawn.empty()) return group;
  group.dimensions.push_back(drawn_keys(result.scenario));
  group.arrays.push_back(drawn_of(result));
  return group;
}

}  // namespace orgsim::results
