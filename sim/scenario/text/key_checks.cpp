#include "scenario/text/key_checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <numeric>

namespace orgsim {

void KeyChecker::check(const std::string& path, const Field& field, double value) {
  if (!field.range.holds(value)) report(path, fmt::format("{} is out of range", value), field.range.text());
}

void KeyChecker::check(const std::string& path, const Field& field, std::int64_t value) {
  const bool holds = field.range.holds(static_cast<double>(value));
  if (!holds) report(path, fmt::format("{} is out of range", value), field.range.text(true));
}

void KeyChecker::check(const std::string& path, const Field& field, const std::vector<double>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!field.range.holds(values[i])) check(fmt::format("{}[{}]", path, i), field, values[i]);
  }
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  if (field.has(Trait::sums_to_one) && !(std::abs(sum - 1) <= kSumTolerance)) {
    report(path, fmt::format("[{:g}] sums to {:g}", fmt::join(values, ", "), sum), "shares must sum to 1");
  }
}

void KeyChecker::check(const std::string& path, const Field& field, const Schedule& schedule) {
  if (schedule.knots.empty()) report(path, "no knots", "give at least one [week, value]");
  for (std::size_t i = 0; i < schedule.knots.size(); ++i) {
    const auto knot = [&] { return fmt::format("{}[{}]", path, i); };
    if (!std::isfinite(schedule.knots[i].week))
      report(knot(), "the week is not finite", "give a number of weeks");
    if (!field.range.holds(schedule.knots[i].value)) check(knot(), field, schedule.knots[i].value);
    if (i > 0 && schedule.knots[i].week <= schedule.knots[i - 1].week) {
      report(knot(),
             fmt::format("week {} follows week {}", schedule.knots[i].week, schedule.knots[i - 1].week),
             "the weeks of the knots must ascend");
    }
  }
}

}  // namespace orgsim
