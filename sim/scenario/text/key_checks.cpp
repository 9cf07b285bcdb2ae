#include "scenario/text/key_checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "executive/all.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

// What would be right; a share of 1 is often written in percent.
std::string cure_of(const Field& field, double value) {
  const bool percent = field.range == range::share && value >= 2 && value <= 100;
  return percent ? fmt::format("{}, such as {:g} for {:g} %", field.range.text(), value / 100, value)
                 : field.range.text();
}

// Shares that were all written in percent.
bool are_percents(const std::vector<double>& shares, double sum) {
  constexpr double whole = 100;
  return std::abs(sum - whole) <= whole * kSumTolerance &&
         std::all_of(shares.begin(), shares.end(), [](double share) { return share >= 0; });
}

std::string entry_of(const std::string& path, std::size_t i) {
  return fmt::format("{}[{}]", path, i);
}

}  // namespace

void KeyChecker::check(const std::string& path, const Field& field, double value) {
  if (!field.range.holds(value))
    report(path, fmt::format("{} is out of range", value), cure_of(field, value));
}

void KeyChecker::check(const std::string& path, const Field& field, std::int64_t value) {
  const bool holds = field.range.holds(static_cast<double>(value));
  if (!holds) report(path, fmt::format("{} is out of range", value), field.range.text(true));
}

void KeyChecker::check(const std::string& path, const Field& field, const std::string& text) {
  if (!field.has(Trait::executive)) return;
  const std::vector<std::string> kinds(kExecutiveKinds.begin(), kExecutiveKinds.end());
  if (std::find(kinds.begin(), kinds.end(), text) != kinds.end()) return;
  const std::optional<std::string> meant = nearest(text, kinds);
  report(
      path, fmt::format("there is no kind of executive '{}'", text),
      meant ? fmt::format("did you mean '{}'?", *meant) : fmt::format("one of: {}", fmt::join(kinds, ", ")));
}

void KeyChecker::check(const std::string& path, const Field& field, const std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  const auto sums = [&] { return fmt::format("[{:g}] sums to {:g}", fmt::join(values, ", "), sum); };
  if (field.has(Trait::sums_to_one) && are_percents(values, sum)) {
    std::vector<double> shares;
    for (const double percent : values) shares.push_back(percent / 100);
    return report(path, sums(), fmt::format("shares must sum to 1: [{:g}]", fmt::join(shares, ", ")));
  }
  check_range(path, field, values);
  if (field.has(Trait::lines) && sum <= 0)
    report(path, "no department has a budget line", "at least one above 0");
  if (field.has(Trait::sums_to_one) && !(std::abs(sum - 1) <= kSumTolerance))
    report(path, sums(), "shares must sum to 1");
}

// What is wrong in one way is said once, however many entries it holds for.
void KeyChecker::check_range(const std::string& path, const Field& field, const std::vector<double>& values) {
  const auto outside = [&](double value) { return !field.range.holds(value); };
  const auto first = std::find_if(values.begin(), values.end(), outside);
  if (first == values.end()) return;
  const auto count = std::count_if(first, values.end(), outside);
  const std::string what =
      count == 1 ? fmt::format("{} is out of range", *first)
                 : fmt::format("{} entries are out of range, the first here: {}", count, *first);
  report(entry_of(path, static_cast<std::size_t>(first - values.begin())), what, cure_of(field, *first));
}

void KeyChecker::check(const std::string& path, const Field& field, const Schedule& schedule) {
  const std::vector<Knot>& knots = schedule.knots;
  if (knots.empty()) report(path, "no knots", "give at least one [week, value]");
  std::vector<double> values;
  for (const Knot& knot : knots) values.push_back(knot.value);
  check_range(path, field, values);
  check_weeks(path, knots);
}

void KeyChecker::check_weeks(const std::string& path, const std::vector<Knot>& knots) {
  const auto endless =
      std::find_if(knots.begin(), knots.end(), [](const Knot& knot) { return !std::isfinite(knot.week); });
  if (endless != knots.end()) {
    return report(entry_of(path, static_cast<std::size_t>(endless - knots.begin())), "the week is not finite",
                  "give a number of weeks");
  }
  std::size_t first = 0;
  std::size_t count = 0;
  for (std::size_t i = 1; i < knots.size(); ++i) {
    if (knots[i].week <= knots[i - 1].week && count++ == 0) first = i;
  }
  if (count == 0) return;
  std::string what = fmt::format("week {} follows week {}", knots[first].week, knots[first - 1].week);
  if (count > 1) what += fmt::format(", the first of {} that do not ascend", count);
  report(entry_of(path, first), what, "the weeks of the knots must ascend");
}

}  // namespace orgsim
