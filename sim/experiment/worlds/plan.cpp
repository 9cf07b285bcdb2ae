#include "experiment/worlds/plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "engine/numbers.hpp"
#include "engine/worlds.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

// A line of TOML for a target, as far as worlds are judged by it.
std::string text_of(const Target& target) {
  std::string name = target.name;
  std::replace_if(
      name.begin(), name.end(),
      [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' '; }, '_');
  return fmt::format("targets.\"{}\" = \"{}, {} to {}, {}\"\n", name, title_of(target.figure), target.low,
                     target.high, target.discrepancy);
}

}  // namespace

FreeNumbers free_numbers(const Scenario& scenario, Ranges ranges) {
  FreeNumbers free;
  const std::set<std::string> stay = keys_that_stay(scenario);
  for (const PlausibleNumber& number : plausible_numbers(ranges)) {
    if (stay.contains(number.key)) {
      free.kept.push_back(number.path);
    } else {
      free.numbers.push_back(number);
      free.paths.push_back(number.path);
    }
  }
  return free;
}

WorldsPlan plan_worlds(const Scenario& scenario, const Evidence& evidence, Ranges ranges, std::size_t points,
                       std::uint64_t seed) {
  WorldsPlan plan{scenario, evidence, used_targets(evidence), {}, {}, {}, ranges, points, seed};
  if (plan.used.empty()) {
    throw InputError(Problem{{}, "targets", "no target is used", "give at least one without used = false"});
  }
  FreeNumbers free = free_numbers(scenario, ranges);
  plan.numbers = std::move(free.numbers);
  plan.paths = std::move(free.paths);
  plan.kept = std::move(free.kept);
  if (plan.numbers.empty()) {
    throw InputError(Problem{
        {}, "", "the scenario leaves no number to be drawn", "leave keys out whose values nobody knows"});
  }
  return plan;
}

std::string in_digits(double value) {
  return fmt::format("{:.6g}", value);
}

double rounded(double value) {
  const std::string text = in_digits(value);
  double back = 0;
  std::from_chars(text.data(), text.data() + text.size(), back);
  return back;
}

std::vector<double> world_at(const WorldsPlan& plan, std::span<const double> units) {
  std::vector<double> values = plausible_values(plan.numbers, units);
  for (double& value : values) value = rounded(value);
  return values;
}

Scenario world_of(const WorldsPlan& plan, std::span<const double> values) {
  Scenario world = plan.scenario;
  set_numbers(world, plan.paths, values);
  return world;
}

std::vector<double> values_in(const WorldsPlan& plan) {
  std::vector<double> values;
  for (const std::string& path : plan.paths) values.push_back(number_at(plan.scenario, path).value());
  return values;
}

std::string text_of(const WorldsPlan& plan) {
  std::string text = fmt::format("worlds.points = {}\nworlds.seed = {}\nworlds.ranges = \"{}\"\n",
                                 plan.points, plan.seed, name_of(plan.ranges));
  for (const Target& target : plan.used) text += text_of(target);
  for (const PlausibleNumber& number : plan.numbers)
    text += fmt::format("ranges.\"{}\" = \"{} to {}\"\n", number.path, number.low, number.high);
  return text + to_toml(plan.scenario);
}

}  // namespace orgsim
