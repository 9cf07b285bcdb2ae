#include "experiment/units/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "core/text.hpp"
#include "experiment/drawn.hpp"
#include "experiment/guards.hpp"
#include "experiment/progress.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

namespace {

constexpr int kTrialWeeks = 60;

Executor shared_threads(int threads, std::size_t units) {
  const int each = threads / static_cast<int>(std::max<std::size_t>(units, 1));
  return each > 1 ? on_threads(each) : Executor(in_turn);
}

// Which unit it was, where nothing else is named: numbers that overflow come from no line of a file.
InputError in_unit(const InputError& error, const UnitPlace& place) {
  std::vector<Problem> problems = error.problems();
  for (Problem& problem : problems) {
    if (!problem.place.file.empty() || !problem.key.empty()) continue;
    problem.place.file =
        fmt::format("replication {} of the variant '{}'", place.replication, place.variant->name);
  }
  return InputError(problems);
}

std::vector<double> numbers_of(const UnitsPlan& plan, std::size_t unit, const StopFlag& stop,
                               const Executor& executor) {
  const UnitPlace place = place_of(plan, unit);
  try {
    const Drawn drawn = drawn_for(as_in_unit(plan.scenario, plan, place), place.replication);
    expect_sound(drawn.scenario);
    std::vector<double> numbers = plan.work({drawn.scenario, plan, place, drawn.stream_key, stop, executor});
    require(numbers.size() == plan.numbers(), "a unit has the numbers of its plan");
    return numbers;
  } catch (const InputError& error) {
    throw in_unit(error, place);
  }
}

}  // namespace

UnitsResult run_units(const UnitsPlan& plan, const WorkOptions& options, NumbersJournal* journal) {
  const std::size_t units = plan.units();
  const std::size_t each = plan.numbers();
  const auto at_once = std::min(units, static_cast<std::size_t>(std::max(options.threads, 1)));
  if (plan.runs_held > 0)
    expect_memory(plan.largest.value_or(plan.scenario), plan.runs_held, at_once, options.threads, "threads");
  UnitsResult result{plan, std::vector<double>(units * each)};
  const Executor executor = shared_threads(options.threads, units);
  Progress done(units, options.progress);
  const auto run_one = [&](std::size_t u) {
    options.stop.check();
    std::optional<std::vector<double>> numbers;
    if (journal != nullptr) numbers = journal->find(u, {});
    if (!numbers || numbers->size() != each) {
      numbers = numbers_of(plan, u, options.stop, executor);
      if (journal != nullptr) journal->append(u, {}, *numbers);
    }
    std::copy(numbers->begin(), numbers->end(),
              result.values.begin() + static_cast<std::ptrdiff_t>(u * each));
    done.part_done();
  };
  try {
    parallel_for(units, options.threads, run_one);
  } catch (...) {
    if (journal != nullptr) journal->sync();
    throw;
  }
  if (journal != nullptr) journal->sync();
  return result;
}

double seconds_for(const UnitsPlan& plan, int threads) {
  if (plan.weeks <= 0) return 0;
  using Clock = std::chrono::steady_clock;
  Start start = start_of(plan.scenario, 0);
  const int weeks = std::min(kTrialWeeks, static_cast<int>(plan.scenario.parameters.run.weeks));
  const auto begun = Clock::now();
  start.simulation.run_until(weeks);
  const double a_week = std::chrono::duration<double>(Clock::now() - begun).count() / weeks;
  return a_week * plan.weeks * static_cast<double>(plan.units()) / std::max(threads, 1);
}

std::string said_before(const UnitsPlan& plan, int threads) {
  constexpr double said_from = 10;  // seconds
  const double seconds = seconds_for(plan, threads);
  if (seconds < said_from && !plan.against) return "";
  constexpr double minute = 60;
  constexpr double hour = 60 * minute;
  const std::string time = seconds < 1            ? "a second"
                           : seconds < 2 * minute ? fmt::format("{:.0f} s", seconds)
                           : seconds < 2 * hour   ? fmt::format("{:.0f} min", seconds / minute)
                                                  : fmt::format("{:.1f} h", seconds / hour);
  return fmt::format("{}, about {} on {}", how_many(plan.units(), "unit of work", "units of work"), time,
                     how_many(static_cast<std::uint64_t>(threads), "thread", "threads"));
}

JournalWords journal_words(std::string_view experiment) {
  return {fmt::format("file of `orgsim {}`", experiment), fmt::format("`orgsim {}`", experiment),
          fmt::format("another `orgsim {}`", experiment)};
}

}  // namespace orgsim
