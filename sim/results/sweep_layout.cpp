#include "results/sweep_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace orgsim::results {

namespace {

// As few that fresh memory costs little, as many that the chunks of a file are worth their bookkeeping.
constexpr std::size_t kSlabNumbers = std::size_t{1} << 18U;  // of the largest dataset
constexpr std::size_t kSlabPoints = std::size_t{1} << 11U;

std::size_t size_over(const std::vector<std::string>& over, const std::vector<Dimension>& dimensions) {
  std::size_t size = 1;
  for (const Dimension& dimension : only(dimensions, over)) size *= dimension.size();
  return size;
}

}  // namespace

std::vector<Dimension> sweep_dimensions(const Scenario& scenario, const SweepShape& shape) {
  std::vector<double> numbers(shape.points.begin(), shape.points.end());
  std::vector<Dimension> all{{"point", "point of the design", "", std::move(numbers), {}},
                             {"key", "what varies", "", {}, shape.axes}};
  if (!shape.drawn.empty()) {
    all.push_back({"parameter", "key that is drawn once per replication", "", {}, shape.drawn});
  }
  for (Dimension& dimension : dimensions(scenario, shape.arms, shape.replications)) {
    all.push_back(std::move(dimension));
  }
  return all;
}

std::vector<PointVariable> outcome_datasets(MarketKind kind, const std::vector<Dimension>& dimensions) {
  const std::vector<std::string> runs{"strategy", "replication"};
  std::vector<PointVariable> all;
  const auto add = [&](std::string_view name, const std::vector<std::string>& over, std::string_view unit,
                       std::string_view meaning, bool narrow) {
    all.push_back({std::string(name),
                   over,
                   std::string(unit),
                   std::string(meaning),
                   narrow,
                   size_over(over, dimensions),
                   {}});
  };
  for (const VerdictVariable& variable : verdict_variables()) {
    add(variable.name, runs, "", fmt::format("{}; flag_meanings names the numbers", variable.meaning), true);
    for (const std::string_view name : Names<Verdict>::value) all.back().flags.emplace_back(name);
  }
  for (const OutcomeVariable& variable : outcome_variables(kind)) {
    add(variable.name, joined(runs, variable.over), variable.unit, variable.meaning, variable.is_week());
  }
  const bool draws = std::any_of(dimensions.begin(), dimensions.end(),
                                 [](const Dimension& dimension) { return dimension.name == "parameter"; });
  if (draws) {
    add("drawn", {"replication", "parameter"}, "of the key",
        "value drawn for each key that is a distribution", false);
  }
  return all;
}

std::vector<PointVariable> weekly_datasets(std::string_view group, const RowLayout& series,
                                           const std::vector<Dimension>& dimensions) {
  std::vector<PointVariable> all;
  for (const Quantity& one : series.series) {
    std::vector<std::string> over{"strategy"};
    if (group == kTrajectories) over.emplace_back("replication");
    over.emplace_back("week");
    over = joined(over, dimensions_of(one.extent));
    if (group == kBands) over.emplace_back("quantile");
    all.push_back({std::string(one.name),
                   over,
                   std::string(one.unit),
                   std::string(one.meaning),
                   true,
                   size_over(over, dimensions),
                   {}});
  }
  return all;
}

std::size_t points_per_slab(const std::vector<PointVariable>& variables, std::size_t points) {
  std::size_t most = 1;
  for (const PointVariable& variable : variables) most = std::max(most, variable.each);
  return std::clamp<std::size_t>(kSlabNumbers / most, 1, std::clamp<std::size_t>(points, 1, kSlabPoints));
}

}  // namespace orgsim::results
