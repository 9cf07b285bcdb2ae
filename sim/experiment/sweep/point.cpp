#include "experiment/sweep/point.hpp"

#include <algorithm>

#include "experiment/bands.hpp"
#include "experiment/drawn.hpp"
#include "experiment/guards.hpp"
#include "experiment/replication.hpp"
#include "experiment/statistics.hpp"

namespace orgsim {

namespace {

using Clock = std::chrono::steady_clock;

class TimedOut : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class PointRun {
 public:
  PointRun(const SweepPlan& plan, const StopFlag& stop, std::optional<Clock::time_point> end,
           PointRecord& record)
      : plan_(plan), stop_(stop), end_(end), record_(record) {}

  void run() {
    const Scenario scenario = plan_.scenario_of(record_.point, record_.values);
    if (scenario.parameters.market.kind == MarketKind::network) expect_room(scenario);
    weeks_ = static_cast<std::size_t>(scenario.parameters.run.weeks);
    record_.outcomes.resize(plan_.arms.size() * record_.replications);
    std::optional<WeekBlock> block;
    if (plan_.sweep().keeps_weeks()) {
      block.emplace(plan_.arms.size(), record_.replications, weeks_, Recording(plan_.series));
      block->weeks = weeks_;
    }
    for (std::size_t r = 0; r < record_.replications; ++r) replicate(scenario, r, block ? &*block : nullptr);
    if (block) keep_weeks(*block);
  }

 private:
  // What this machine has no room for says nothing of the point.
  void expect_room(const Scenario& scenario) const {
    try {
      expect_memory(scenario, plan_.arms.size(), 1, 1, "run.replications");
    } catch (const InputError& error) {
      throw SystemError(fmt::format("point {}: {}", record_.point, error.what()));
    }
  }

  void replicate(const Scenario& scenario, std::size_t r, WeekBlock* block) {
    stop_.check();
    const Drawn drawn = drawn_for(scenario, record_.first + r);
    record_.drawn.insert(record_.drawn.end(), drawn.values.begin(), drawn.values.end());
    Replication replication(drawn.scenario, plan_.arms, drawn.stream_key, stop_);
    replication.run_until(static_cast<int>(weeks_), in_turn,
                          [&](std::size_t a, const Simulation& simulation) {
                            if (block != nullptr) keep_week(simulation.world(), a, r, *block);
                            if (end_ && Clock::now() > *end_)
                              throw TimedOut("the time limit for a point is over");
                          });
    for (std::size_t a = 1; block != nullptr && a < plan_.arms.size(); ++a)
      block->copy_baseline(a, r, replication.first_week(a));
    for (std::size_t a = 0; a < plan_.arms.size(); ++a) {
      record_.outcomes[a * record_.replications + r] = replication.outcome(a);
    }
  }

  static void keep_week(const World& world, std::size_t a, std::size_t r, WeekBlock& block) {
    block.recording().series.record(world, block.row(a, r, static_cast<std::size_t>(world.week)));
  }

  void keep_weeks(const WeekBlock& block) {
    BandBlock bands = bands_of(block, 1);
    if (plan_.sweep().keeps(Keep::bands)) record_.bands = std::move(bands.quantiles);
    if (plan_.sweep().keeps(Keep::means)) record_.means = std::move(bands.means);
    if (!plan_.sweep().keeps(Keep::trajectories)) return;
    const std::size_t width = block.recording().series.width();
    for (std::size_t a = 0; a < block.arms(); ++a) {
      for (std::size_t r = 0; r < block.replications(); ++r) {
        for (std::size_t week = 0; week < weeks_; ++week) {
          const double* row = block.row(a, r, week);
          std::transform(row, row + width, std::back_inserter(record_.trajectories),
                         [](double x) { return static_cast<float>(x); });
        }
      }
    }
  }

  const SweepPlan& plan_;
  const StopFlag& stop_;
  std::optional<Clock::time_point> end_;
  PointRecord& record_;
  std::size_t weeks_ = 0;
};

// Through which file and line a scenario came is no part of what becomes of it.
std::string without_places(const InputError& error) {
  std::vector<Problem> problems = error.problems();
  for (Problem& problem : problems) problem.place = {};
  return InputError(problems).what();
}

PointRecord not_done(const PointRecord& of, PointStatus status, const std::string& message) {
  PointRecord record;
  record.point = of.point;
  record.values = of.values;
  record.status = status;
  record.message = message;
  return record;
}

}  // namespace

PointRecord run_point(const SweepPlan& plan, std::size_t point, std::size_t first, std::size_t replications,
                      const StopFlag& stop, std::optional<std::chrono::duration<double>> limit) {
  PointRecord record;
  record.point = point;
  record.status = PointStatus::done;
  record.values = plan.design.point(point);
  record.first = first;
  record.replications = replications;
  std::optional<Clock::time_point> end;
  constexpr std::chrono::duration<double> for_ever{1e9};
  if (limit && *limit < for_ever) end = Clock::now() + std::chrono::duration_cast<Clock::duration>(*limit);
  try {
    PointRun(plan, stop, end, record).run();
  } catch (const Interrupted&) {
    throw;
  } catch (const TimedOut& error) {
    return not_done(record, PointStatus::timed_out, error.what());
  } catch (const std::bad_alloc&) {
    throw SystemError(fmt::format("not enough memory for point {}: fewer threads need less", point));
  } catch (const SystemError&) {
    throw;
  } catch (const InputError& error) {
    return not_done(record, PointStatus::failed, without_places(error));
  } catch (const std::exception& error) {
    return not_done(record, PointStatus::failed, error.what());
  }
  return record;
}

double widest_interval(const PointRecord& record, std::size_t arms) {
  double widest = 0;
  for (std::size_t a = 1; a < arms; ++a) {
    const auto from = record.outcomes.begin() + static_cast<std::ptrdiff_t>(a * record.replications);
    const auto saved = std::count_if(from, from + static_cast<std::ptrdiff_t>(record.replications),
                                     [](const Outcome& outcome) { return saves(outcome.verdict); });
    widest = std::max(widest, wilson_width(static_cast<std::size_t>(saved), record.replications));
  }
  return widest;
}

}  // namespace orgsim
