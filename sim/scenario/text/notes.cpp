#include "scenario/text/notes.hpp"

#include <fmt/format.h>

#include <map>

#include "core/elementary.hpp"

namespace orgsim {

namespace {

constexpr double kWeeksAYear = 52;
constexpr double kSlow = 0.03;      // a week: what is as slow as this by default is quoted by the year
constexpr double kDoubtful = 15.0;  // times the default

bool is_slow_rate(const Field& field, double usual) {
  const bool weekly = field.unit == "per week" || field.unit.starts_with("per user and week");
  return weekly && usual > 0 && usual <= kSlow;
}

std::string percent(double share) {
  return fmt::format("{:.2g} %", 100 * share);
}

// Both readings of a rate.
Problem doubt(const std::string& key, double value) {
  const double yearly = 1 - elementary::exp(-kWeeksAYear * value);
  const double weekly = -elementary::log(1 - value) / kWeeksAYear;
  return {{},
          key,
          fmt::format("{:g} per week is {:.0f} % a year", value, 100 * yearly),
          fmt::format("if {} a year is meant, write {:.2g}", percent(value), weekly)};
}

// The defaults of keys that are slow rates, by the last part of their names.
std::map<std::string, double> slow_rates() {
  std::map<std::string, double> rates;
  const Parameters defaults;
  walk(defaults, "", [&](const std::string& path, const Field& field, const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, double>) {
      if (is_slow_rate(field, value)) rates[path.substr(path.rfind('.') + 1)] = value;
    }
  });
  return rates;
}

// That none of a schedule's changes fall into the run: the date of week 0 is likely a wrong one.
std::optional<Problem> outside_run(const std::string& key, const Schedule& schedule, std::int64_t weeks) {
  const std::vector<Knot>& knots = schedule.knots;
  if (knots.size() < 2) return std::nullopt;
  const bool before = knots.back().week <= 0;
  if (!before && knots.front().week < static_cast<double>(weeks)) return std::nullopt;
  const Knot& knot = before ? knots.back() : knots.front();
  return Problem{{},
                 key,
                 fmt::format("its {} knot is in week {:.0f}, {} the run, all of which has {:g}",
                             before ? "last" : "first", knot.week, before ? "before" : "after", knot.value),
                 "a column of dates counts from `start`, the date of week 0"};
}

}  // namespace

std::vector<Problem> notes_on(const Scenario& scenario) {
  std::vector<Problem> notes = scenario.origin.notes;
  static const std::map<std::string, double> rates = slow_rates();
  for_each_key(scenario, [&](const std::string& path, const Field& field, const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, double>) {
      const auto usual = rates.find(std::string(field.name));
      if (usual == rates.end() || !is_slow_rate(field, usual->second)) return;
      if (value >= kDoubtful * usual->second && value < 1) notes.push_back(doubt(path, value));
    }
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Schedule>) {
      const std::optional<Problem> outside = outside_run(path, value, scenario.parameters.run.weeks);
      if (outside) notes.push_back(*outside);
    }
  });
  return notes;
}

}  // namespace orgsim
