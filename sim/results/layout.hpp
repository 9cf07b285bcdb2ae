// Names of groups and dimensions in the results file, shared by writer, reader and documentation.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "experiment/block.hpp"
#include "results/dimension.hpp"

namespace orgsim::results {

// The dimensions of a run, by name: strategy, replication (the first `replications`), week, firm, department,
// mode, channel, line, quantile.
std::vector<Dimension> dimensions(const Scenario& scenario, const std::vector<ArmTitle>& arms,
                                  std::size_t replications);

// Those of `all` that are named, in the order of `names`.
std::vector<Dimension> only(const std::vector<Dimension>& all, const std::vector<std::string>& names);

// One list of names behind another.
std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second);

// Groups of series.
inline constexpr std::string_view kBands = "bands";
inline constexpr std::string_view kMeans = "means";
inline constexpr std::string_view kTrajectories = "trajectories";
inline constexpr std::string_view kAudit = "audit";

// The dimensions of a series after time: none, firm, firm and department, ...
std::vector<std::string> dimensions_of(Extent extent);

// What such a group is: its dimensions, and which of them a series has before and after the week.
struct SeriesShape {
  std::string name;
  std::string meaning;
  std::vector<Dimension> dimensions;
  std::vector<std::string> lead;  // strategy, and replication where each is kept
  std::vector<std::string> tail;  // quantile, or nothing
  const RowLayout* layout;        // of the plan
  bool in_doubles;                // stored in 64 bits

  std::vector<std::string> after_week(const Quantity& series) const;
  std::vector<std::string> over(const Quantity& series) const;
};
SeriesShape series_shape(std::string_view group, const Plan& plan);

// Whether a group holds the first replications one by one.
bool is_of_runs(std::string_view group);

inline constexpr std::string_view kWeeks = "weeks";

// A verdict of each run.
struct VerdictVariable {
  std::string_view name;
  std::string_view meaning;
  Verdict Outcome::* value;

  bool is_twin() const { return value != &Outcome::verdict; }
};
const std::vector<VerdictVariable>& verdict_variables();

struct OutcomeVariable {
  std::string_view name;
  std::vector<std::string> over;  // after strategy and replication
  std::string_view unit;
  std::string_view meaning;
  double (*value)(const Outcome& outcome, std::size_t firm, std::size_t i);
  void (*set)(Outcome& outcome, std::size_t firm, std::size_t i, double value);

  bool is_week() const { return unit == kWeeks; }
  bool is_standing() const { return name.starts_with("standing_"); }
  // Whether a number may be NaN, and is missing in files of the model's first version.
  bool may_lack() const { return is_standing() || is_of_networks(); }
  // Only a network knows who came through which channel.
  bool is_of_networks() const { return !over.empty() && over.back() == "channel"; }
};

// The numeric variables of the group `outcomes` in such a market. Weeks that never came are NaN.
const std::vector<OutcomeVariable>& outcome_variables(MarketKind kind);

// How many numbers of it an outcome has: by firm, and by the second of its dimensions.
struct OutcomeExtent {
  std::size_t firms = 1;
  std::size_t breadth = 1;
};
OutcomeExtent extent_of(const OutcomeVariable& variable, std::size_t firms);

// Throws std::out_of_range if a file's number cannot be one of the variable's.
void expect_outcome(const OutcomeVariable& variable, double number, double weeks);

// A group as it is held in memory; values are in row-major order.
struct Array {
  std::string name;
  std::vector<std::string> over;
  std::string unit;
  std::string meaning;
  std::variant<std::vector<float>, std::vector<double>, std::vector<std::string>> values;
};
struct Group {
  std::string name;
  std::string meaning;
  std::vector<Dimension> dimensions;
  std::vector<Array> arrays;
};

// The group `outcomes`.
Group outcomes_of(const RunResult& result);

}  // namespace orgsim::results
