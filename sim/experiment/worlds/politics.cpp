// How the budget moves, how power follows, and which lines are crossed.
#include <algorithm>
#include <cmath>
#include <limits>

#include "experiment/worlds/parts.hpp"

namespace orgsim::figure {

double line_week(WatchedRun& run, Line line) {
  const LineState& lines = run.after(kTenYears).firms().lines[0];
  const std::optional<int> week = lines.first_week(static_cast<Crisis>(line));
  return week && *week < kTenYears ? *week : std::numeric_limits<double>::infinity();
}

std::vector<double> moved_by_year(WatchedRun& run) {
  std::vector<double> moved;
  for (int week = 0; week + kYear < kTenYears; week += kYear) {
    const PerDepartment before = run.week(week).share;
    moved.push_back((run.week(week + kYear).share - before).abs().sum() / 2);
  }
  return moved;
}

namespace {

// Shares of each year's budget, year by year, firm by firm.
std::vector<double> shares_by_year(WatchedRun& run) {
  const std::span<const double> budgets = run.all_budgets(kTenYears);
  const std::size_t row = budgets.size() / kTenYears;
  std::vector<double> shares;
  for (std::size_t year = 0; year < kTenYears / kYear; ++year) {
    std::vector<double> totals(row);
    for (std::size_t week = year * kYear; week < (year + 1) * kYear; ++week) {
      for (std::size_t i = 0; i < row; ++i) totals[i] += budgets[week * row + i];
    }
    for (std::size_t i = 0; i < row; i += count_of<Department>) {
      double whole = 0;
      for (std::size_t d = 0; d < count_of<Department>; ++d) whole += totals[i + d];
      for (std::size_t d = 0; d < count_of<Department>; ++d) shares.push_back(totals[i + d] / whole);
    }
  }
  return shares;
}

double correlation(std::span<const double> x, std::span<const double> y) {
  const auto n = static_cast<Eigen::Index>(x.size());
  const Eigen::Map<const Eigen::ArrayXd> a(x.data(), n);
  const Eigen::Map<const Eigen::ArrayXd> b(y.data(), n);
  const Eigen::ArrayXd from_a = a - a.mean();
  const Eigen::ArrayXd from_b = b - b.mean();
  return (from_a * from_b).sum() / std::sqrt(from_a.square().sum() * from_b.square().sum());
}

// Of departments' shares of a year's budget with those of the year before, over all firms.
double budget_correlation(Runs& runs) {
  const std::vector<double> shares = shares_by_year(runs.baseline());
  const std::size_t year = shares.size() / (kTenYears / kYear);
  const std::span<const double> all(shares);
  return correlation(all.first(shares.size() - year), all.subspan(year));
}

// The first week in which a difference is half of what it becomes at most.
std::ptrdiff_t half_way(std::span<const Observed> with, std::span<const Observed> without,
                        double Observed::* of) {
  std::vector<double> size;
  for (std::size_t i = 0; i < with.size(); ++i) size.push_back(std::abs(with[i].*of - without[i].*of));
  const double most = std::ranges::max(size);
  return std::ranges::find_if(size, [&](double one) { return one >= most / 2; }) - size.begin();
}

// From when marketing's part in the value has changed by half to when its power has, after a turn to the
// product.
double power_lag(Runs& runs) {
  constexpr int first = 182;
  constexpr int last = first + 5 * kYear - 1;
  const auto turned = runs.turned().weeks(first, last);
  const auto stayed = runs.baseline().weeks(first, last);
  return static_cast<double>(half_way(turned, stayed, &Observed::power) -
                             half_way(turned, stayed, &Observed::centrality)) /
         kMonth;
}

constexpr Figure kPoliticsFigures[] = {
    {"budget_moved_least", "share of budget",
     "half the L1 distance of the shares of the budget over a year, the least of nine years",
     [](Runs& runs) { return std::ranges::min(moved_by_year(runs.baseline())); }},
    {"budget_moved_most", "share of budget",
     "half the L1 distance of the shares of the budget over a year, the most of nine years",
     [](Runs& runs) { return std::ranges::max(moved_by_year(runs.baseline())); }},
    {"budget_correlation", "correlation",
     "correlation of departments' shares of a year's budget with those of the year before, over all firms",
     budget_correlation},
    {"power_lag", "months",
     "time from half the change of marketing's centrality to half that of its power, when it turns to the "
     "product",
     power_lag},
    {"line_budget", "week", "first week in which the budget line is crossed",
     [](Runs& runs) { return line_week(runs.baseline(), Line::budget); }},
    {"line_capability", "week", "first week in which the capability line is crossed",
     [](Runs& runs) { return line_week(runs.baseline(), Line::capability); }},
    {"line_structure", "week", "first week in which the structure line is crossed",
     [](Runs& runs) { return line_week(runs.baseline(), Line::structure); }},
};

}  // namespace

std::span<const Figure> of_politics() {
  return kPoliticsFigures;
}

}  // namespace orgsim::figure
