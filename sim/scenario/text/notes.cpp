#include "scenario/text/notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "core/elementary.hpp"
#include "scenario/text/writer.hpp"

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

// Both readings of a rate; nothing is left for another after 100 % a week.
Problem doubt(const std::string& key, double value, double usual) {
  if (value >= 1) {
    return {{},
            key,
            fmt::format("{:g} per week is everything in every week", value),
            fmt::format("a rate of a week, such as {:g}", usual)};
  }
  const double yearly = 1 - elementary::exp(-kWeeksAYear * value);
  const double weekly = -elementary::log(1 - value) / kWeeksAYear;
  return {{},
          key,
          fmt::format("{:g} per week is {:.0f} % a year", value, 100 * yearly),
          fmt::format("if {} a year is meant, write {:.2g}", percent(value), weekly)};
}

// A schedule whose knots all lie outside the run is a constant in it, which nobody writes as knots.
std::optional<Problem> doubt(const std::string& key, const Schedule& schedule, double weeks) {
  const Knot& first = schedule.knots.front();
  const Knot& last = schedule.knots.back();
  const bool constant = std::all_of(schedule.knots.begin(), schedule.knots.end(),
                                    [&](const Knot& knot) { return knot.value == first.value; });
  const bool late = first.week >= weeks - 1;
  if (constant || (!late && last.week > 0)) return std::nullopt;
  return Problem{
      {},
      key,
      fmt::format("its knots lie in weeks {:.6g} to {:.6g}, outside the run (0 to {:.6g}), so that "
                  "it stays at {:g}",
                  first.week, last.week, weeks - 1, late ? first.value : last.value),
      "weeks are counted from 0; for years or dates in a file say when week 0 was: start = "
      "\"2019-01-07\""};
}

// A strategy that begins too late for the run, or whose beginning changes nothing; a drawn key is nobody's
// number yet.
class StrategyDoubts {
 public:
  StrategyDoubts(const Scenario& scenario, std::vector<Problem>& notes)
      : scenario_(scenario), notes_(notes) {}

  void about(const Strategy& strategy) {
    const std::string path = "strategies." + strategy.name;
    const std::int64_t weeks = scenario_.parameters.run.weeks;
    const auto late = [&](const std::string& key, const std::string& what) {
      if (is_drawn(key) || ++late_ > 1) return;
      note(key, fmt::format("{}: the run ends with week {}, and {}", what, weeks - 1, kNever),
           "an earlier beginning, or more run.weeks");
    };
    if (strategy.start && *strategy.start >= weeks)
      late(path + ".start", fmt::format("it would begin in week {}", *strategy.start));
    if (strategy.when && strategy.delay >= weeks)
      late(path + ".delay", fmt::format("it waits {} weeks", strategy.delay));
    if (changes_nothing(strategy))
      note(path, "it changes nothing", "give it a target, such as prove = 1, a budget, or adaptive = true");
    if (strategy.budget > kMostFactor && !is_drawn(path + ".budget")) {
      note(path + ".budget",
           fmt::format("{0:g} is a factor: {0:g} times marketing's budget", strategy.budget),
           fmt::format("if {:g} % is meant, write {:g}", strategy.budget, strategy.budget / 100));
    }
  }

  // A run that was made short leaves many too late, which is said once.
  void count_late() {
    if (late_ < 2) return;
    const auto first = std::find_if(notes_.begin(), notes_.end(),
                                    [](const Problem& note) { return note.what.ends_with(kNever); });
    first->what += fmt::format(" (nor {} of the others)", late_ - 1);
  }

 private:
  static constexpr double kMostFactor = 10;
  static constexpr std::string_view kNever = "the strategy never begins";

  void note(const std::string& key, const std::string& what, const std::string& cure) {
    notes_.push_back({{}, key, what, cure});
  }

  bool is_drawn(const std::string& path) const { return drawn_key(scenario_, path) != nullptr; }

  // It ends what the focal firm followed before, if it followed anything.
  bool changes_nothing(const Strategy& strategy) const {
    const std::string path = "strategies." + strategy.name + ".";
    const bool drawn = std::any_of(scenario_.drawn.begin(), scenario_.drawn.end(),
                                   [&](const DrawnKey& key) { return key.path.starts_with(path); });
    const bool alone = scenario_.firms.front().strategy.empty();
    return alone && !drawn && static_cast<const StrategyKinds&>(strategy) == StrategyKinds();
  }

  const Scenario& scenario_;
  std::vector<Problem>& notes_;
  int late_ = 0;
};

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

}  // namespace

std::vector<Problem> notes_on(const Scenario& scenario) {
  std::vector<Problem> notes = scenario.origin.notes;
  static const std::map<std::string, double> rates = slow_rates();
  for_each_key(scenario, [&](const std::string& path, const Field& field, const auto& value) {
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Schedule>) {
      const auto weeks = static_cast<double>(scenario.parameters.run.weeks);
      if (const std::optional<Problem> found = doubt(path, value, weeks)) notes.push_back(*found);
    }
    if constexpr (std::is_same_v<std::decay_t<decltype(value)>, double>) {
      const auto usual = rates.find(std::string(field.name));
      if (usual == rates.end() || !is_slow_rate(field, usual->second)) return;
      if (value >= kDoubtful * usual->second) notes.push_back(doubt(path, value, usual->second));
    }
  });
  StrategyDoubts doubts(scenario, notes);
  for (const Strategy& strategy : scenario.strategies) doubts.about(strategy);
  doubts.count_late();
  return notes;
}

}  // namespace orgsim
