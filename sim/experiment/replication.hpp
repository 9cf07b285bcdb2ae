// The machinery that experiments share: one replication of a scenario, its baseline and its arms, on common
// random numbers. Each arm is forked off the baseline in its first week, so what they share is simulated
// once.
//
//   Replication replication(drawn.scenario, arms, drawn.stream_key);
//   replication.run_until(weeks);
//   replication.outcome(1).verdict;
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/executor.hpp"
#include "core/stop_flag.hpp"
#include "engine/simulation.hpp"
#include "experiment/arm.hpp"
#include "experiment/outcome.hpp"

namespace orgsim {

// Who takes a strategy when the focal firm does.
class Followers {
 public:
  explicit Followers(const Scenario& scenario);

  // The focal firm takes the strategy, and so do those that do as it does, and those that answer it once a
  // line of theirs is crossed.
  void take(Simulation& simulation, const Strategy& strategy) const;
  // The firms that take it when it begins: the focal one, and those that do as it does.
  const std::vector<int>& takers() const { return takers_; }

 private:
  std::vector<int> takers_;
  std::vector<int> answerers_;
};

class Replication {
 public:
  // `scenario` is the replication's own, without distributions; `arms` begin with the baseline. Throws
  // InputError for what is wrong with an arm, and Interrupted, as do step() and the making of a network.
  Replication(const Scenario& scenario, std::span<const Arm> arms, const StreamKey& stream_key,
              const StopFlag& stop = {});

  // Told of every week of the baseline (arm 0) and of each arm that has begun.
  using AfterWeek = std::function<void(std::size_t arm, const Simulation& simulation)>;

  // Simulates the weeks before `week`: of the baseline, then of one arm after the other, so that what a run
  // needs stays in the cache. Throws InputError if numbers overflow.
  void run_until(int week, const Executor& executor = in_turn, const AfterWeek& after = {});

  // The same up to `weeks` at most, and of each arm only as far as its verdict needs: to the end of the span
  // by which it is judged.
  void run_until_judged(int weeks);

  int weeks_done() const { return baseline_.simulation.weeks_done(); }
  std::size_t arms() const { return 1 + arms_.size(); }
  bool has_begun(std::size_t arm) const { return arm > 0 && arms_[arm - 1].fork.has_value(); }
  // The first week of an arm's own; until then its run is the baseline's. All weeks so far, if it has not
  // begun.
  int first_week(std::size_t arm) const { return has_begun(arm) ? arms_[arm - 1].forked : weeks_done(); }

  // The run of an arm; as long as it has not begun, the baseline's.
  const Simulation& simulation(std::size_t arm) const { return run_of(arm).simulation; }

  // What came of it so far: the verdict compares it with the baseline.
  Outcome outcome(std::size_t arm) const;

 private:
  struct Run {
    Simulation simulation;
    OutcomeTracker tracker;
  };
  struct Branch {
    std::optional<Scenario> changed;  // nothing where an arm takes strategies and does no more
    std::optional<int> from;
    std::vector<Strategy> strategies;
    std::optional<Run> fork;
    int forked = 0;  // its first week
  };

  // Of the arms that wanted(arm) does not refuse.
  template <class Wanted>
  void run_until(int week, const Executor& executor, const AfterWeek& after, Wanted wanted);
  bool is_judged(std::size_t arm) const;
  // The week in which an arm's strategy began, or from which it was changed.
  std::optional<int> began(std::size_t arm) const;

  const Run& run_of(std::size_t arm) const { return has_begun(arm) ? *arms_[arm - 1].fork : baseline_; }
  bool is_due(const Branch& branch) const;
  void fork_if_due(Branch& branch) const;
  void advance(Run& run, std::size_t arm, const Executor& executor, const AfterWeek& after) const;

  Followers followers_;
  Run baseline_;
  std::vector<Branch> arms_;
  StopFlag stop_;
};

}  // namespace orgsim
