#include "experiment/outcome.hpp"

#include <algorithm>

#include "core/elementary.hpp"

namespace orgsim {

namespace {

constexpr int kVerdictWeeks = 26;

}  // namespace

void OutcomeTracker::observe(const World& world) {
  const double discounted = elementary::exp(-world.parameters.economics.discount * world.week);
  for (std::size_t f = 0; f < firms_.size(); ++f) {
    firms_[f].discounted_profit += discounted * world.firms[f].now.profit;
    firms_[f].budget += world.firms[f].now.budget;
    if (world.firms[f].lines.level >= kMarginalisedLevel) firms_[f].marginalised_until = world.week;
  }
  const Firm& focal = world.firms.front();
  focal_.push_back({focal.lines.crossed, focal.lines.level, focal.now.centrality[Department::marketing]});
}

Outcome OutcomeTracker::outcome(const Simulation& simulation) const {
  const World& world = simulation.world();
  // The customers in hand at the end are worth something.
  const double at_the_end = elementary::exp(-world.parameters.economics.discount * simulation.weeks_done());
  Outcome outcome;
  outcome.stock_phase_week = world.category.stock_phase;
  for (std::size_t f = 0; f < firms_.size(); ++f) {
    const Firm& firm = world.firms[f];
    FirmOutcome result;
    for (const Line line : every<Line>()) {
      result.line_week[static_cast<std::size_t>(line)] = firm.lines.first_week(static_cast<Crisis>(line));
    }
    result.marginalised_week = firm.lines.first_week(Crisis::marginalised);
    result.marginalised_until = firms_[f].marginalised_until;
    result.npv =
        firms_[f].discounted_profit + at_the_end * world.census_end.users[f] * firm.now.lifetime_value;
    result.share_end = firm.share;
    result.budget_total = firms_[f].budget;
    outcome.firms.push_back(result);
  }
  return outcome;
}

bool OutcomeTracker::marginalised(int first, int last) const {
  return std::any_of(focal_.begin() + first, focal_.begin() + last + 1,
                     [](const FocalWeek& week) { return week.level >= kMarginalisedLevel; });
}

Verdict OutcomeTracker::judge(const OutcomeTracker& baseline, const OutcomeTracker& run, int began,
                              const LineParameters& lines) {
  const auto last = static_cast<std::int64_t>(run.focal_.size()) - 1;
  const int end = static_cast<int>(std::min(began + lines.judge, last));
  const int first = std::max(began, end - kVerdictWeeks + 1);

  int highest = 0;
  std::array<bool, count_of<Line>> crossed{};
  double least_central = 1;
  for (int week = first; week <= end; ++week) {
    const FocalWeek& w = run.focal_[static_cast<std::size_t>(week)];
    highest = std::max(highest, w.level);
    least_central = std::min(least_central, w.centrality);
    for (std::size_t i = 0; i < crossed.size(); ++i) crossed[i] = crossed[i] || w.crossed[i];
  }
  const auto is_crossed = [&](Line line) { return crossed[static_cast<std::size_t>(line)]; };

  if (highest == 0 && baseline.marginalised(began, end) && !run.marginalised(began, end)) {
    return Verdict::averted;
  }
  if (highest == 0 && run.marginalised(0, end)) return Verdict::reversed;
  if (is_crossed(Line::budget) && !is_crossed(Line::capability) && !is_crossed(Line::structure) &&
      least_central >= 2 * lines.structure) {
    return Verdict::transformed;
  }
  return highest <= 1 ? Verdict::contained : Verdict::lost;
}

}  // namespace orgsim
