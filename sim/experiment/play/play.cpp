#include "experiment/play/play.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/field.hpp"
#include "engine/worlds.hpp"
#include "executive/request.hpp"
#include "experiment/guards.hpp"

namespace orgsim {

namespace {

void check_part(double value, const std::string& key, const Range& range, std::vector<Problem>& problems) {
  if (!range.holds(value))
    problems.push_back({{}, key, fmt::format("{} is out of range", value), range.text()});
}

void check(const Move& move, const std::string& place, std::vector<Problem>& problems) {
  if (!(move.mix >= 0).all() || !(std::abs(move.mix.sum() - 1) <= kSumTolerance))
    problems.push_back({{}, place + ".mix", "these are not shares", "numbers from 0 to 1 that sum to 1"});
  check_part(move.ai_adoption, place + ".ai_adoption", range::share, problems);
  check_part(move.redeploy, place + ".redeploy", range::share, problems);
  check_part(move.prove, place + ".prove", range::share, problems);
  check_part(move.budget, place + ".budget", {kLeastAsked, kMostAsked}, problems);
}

Strategy as_strategy(const Move& move, double granted) {
  Strategy strategy;
  strategy.name = "player";
  strategy.start = 0;
  strategy.mix = move.mix;
  strategy.ai_adoption = move.ai_adoption;
  strategy.redeploy = move.redeploy;
  strategy.prove = move.prove;
  strategy.budget = granted;
  return strategy;
}

// What rivals do of it once a line of theirs is crossed: they copy the work, not what was granted for it.
Strategy as_copied(Strategy strategy) {
  strategy.start.reset();
  strategy.when = Crisis::any;
  strategy.delay = 0;
  strategy.budget = 1;
  return strategy;
}

void let_rivals_answer(Simulation& simulation, const Strategy& strategy) {
  for (std::size_t f = 1; f < simulation.firms().count(); ++f)
    simulation.assign(static_cast<int>(f), as_copied(strategy));
}

// One week, with whoever looks on.
class Course {
 public:
  Course(const Simulation& start, const AfterPlayedWeek& after)
      : simulation(start), tracker(start.firms().count()), after_(after) {}

  void step() {
    simulation.step();
    expect_finite(simulation.world());
    tracker.observe(simulation.world());
    if (simulation.firms().level(0) >= kMarginalisedLevel) ++marginalised;
    if (after_) after_(simulation);
  }

  Simulation simulation;
  OutcomeTracker tracker;
  int marginalised = 0;

 private:
  const AfterPlayedWeek& after_;
};

Played told(const Course& course) {
  return {course.tracker.outcome(course.simulation),
          static_cast<int>(course.simulation.firms().level(0)),
          course.marginalised,
          {}};
}

}  // namespace

std::vector<Problem> problems_of(std::span<const Move> moves, const Scenario& scenario) {
  std::vector<Problem> problems;
  const auto quarters = static_cast<std::size_t>(scenario.parameters.run.weeks / kQuarterWeeks);
  if (moves.size() > quarters) {
    problems.push_back({{},
                        "moves",
                        fmt::format("{} quarters are decided, and the run has {}", moves.size(), quarters),
                        "as many moves as the run has quarters, or fewer"});
  }
  for (std::size_t m = 0; m < moves.size(); ++m) check(moves[m], fmt::format("moves[{}]", m), problems);
  return problems;
}

Scenario as_played(Scenario scenario) {
  scenario.parameters.market.kind = MarketKind::pooled;
  scenario.parameters.run.replications = 1;
  scenario = with_rivals(scenario, Rivals::respond);
  scenario.firms.front().strategy.clear();
  return scenario;
}

Table::Table(const Scenario& scenario, const StreamKey& stream_key, int weeks, const AfterPlayedWeek& after)
    : scenario_(scenario), start_(scenario, stream_key), weeks_(weeks) {
  Course course(start_, after);
  for (int week = 0; week < weeks_; ++week) course.step();
  positions_ = course.tracker.positions();
  untouched_ = judged_last(told(course), course.tracker, course.simulation);
}

Played Table::play(std::span<const Move> moves, const AfterPlayedWeek& after) const {
  const std::vector<Problem> problems = problems_of(moves, scenario_);
  if (!problems.empty()) throw InputError(problems);
  Course course(start_, after);
  std::vector<double> granted;
  for (int week = 0; week < weeks_; ++week) {
    if (week % kQuarterWeeks == 0 && granted.size() < moves.size()) {
      const Move& move = moves[granted.size()];
      granted.push_back(granted_factor(course.simulation.world(), 0, move.budget));
      const Strategy strategy = as_strategy(move, granted.back());
      course.simulation.assign(0, strategy);
      let_rivals_answer(course.simulation, strategy);
    }
    course.step();
  }
  Played played = judged_last(told(course), course.tracker, course.simulation);
  played.granted = std::move(granted);
  return played;
}

Played Table::follow(const Strategy& strategy, const AfterPlayedWeek& after) const {
  Course course(start_, after);
  bool taken = false;
  for (int week = 0; week < weeks_; ++week) {
    const std::optional<int> begins = begin_week(strategy, course.simulation.firms().lines.front());
    if (!taken && begins && *begins <= week) {
      taken = true;
      course.simulation.assign(0, strategy);
      let_rivals_answer(course.simulation, strategy);
    }
    course.step();
  }
  return judged_last(told(course), course.tracker, course.simulation);
}

// Whoever begins when: all are held to the same weeks, the last ones.
Played Table::judged_last(Played played, const OutcomeTracker& tracker, const Simulation& simulation) const {
  if (weeks_ == 0) return played;
  const LineParameters& lines = simulation.world().parameters.lines;
  const int began = std::max(0, weeks_ - 1 - static_cast<int>(lines.judge));
  const Judgement judgement = judged(positions_, tracker.positions(), began, lines);
  played.outcome.began = began;
  played.outcome.verdict = judgement.verdict;
  played.outcome.lenient = judgement.lenient;
  played.outcome.strict = judgement.strict;
  played.outcome.standing = judgement.standing;
  return played;
}

}  // namespace orgsim
