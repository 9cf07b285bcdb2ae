#include "experiment/audit/audit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/error.hpp"
#include "experiment/guards.hpp"
#include "experiment/units/course.hpp"

namespace orgsim {

namespace {

std::vector<Department> departments_with_cuts(const AuditRequest& request) {
  if (request.department) return {*request.department};
  const auto all = every<Department>();
  return {all.begin(), all.end()};
}

// In the order of the first weeks of the cuts: the run is simulated once more, and forked where each begins.
void judge(const Unit& unit, std::span<const AuditedWeek> history, const Probing& probing,
           std::vector<FoundCut>& cuts) {
  std::vector<FoundCut*> by_week;
  for (FoundCut& cut : cuts) by_week.push_back(&cut);
  std::stable_sort(by_week.begin(), by_week.end(),
                   [](const FoundCut* a, const FoundCut* b) { return a->weeks.first < b->weeks.first; });
  Simulation run = begun(unit.scenario, unit);
  Probing probed = probing;
  // A mean field has one future.
  if (!is_random(run.world().market)) probed.futures = 1;
  for (FoundCut* cut : by_week) {
    for (; run.weeks_done() < cut->weeks.first; run.step(unit.executor)) unit.stop.check();
    const PerDepartment gains = gains_over(history, cut->weeks);
    const CutJudgement judgement = judgement_of(run, cut->department, gains, probed, unit);
    if (std::isfinite(judgement.difference.mean)) cut->judgement = judgement;
  }
}

void sort_deepest_first(std::vector<FoundCut>& cuts) {
  std::stable_sort(cuts.begin(), cuts.end(), [](const FoundCut& a, const FoundCut& b) {
    return a.movement.change() < b.movement.change();
  });
}

template <class Number>
std::vector<double> of_each(const std::vector<AuditedRun>& runs, Number number) {
  std::vector<double> numbers;
  for (const AuditedRun& run : runs) numbers.push_back(number(run.movement));
  return numbers;
}

WorthMoved mean_worth(const std::vector<AuditedRun>& runs, WorthMoved Movement::* ledger) {
  const auto mean = [&](BookedValue WorthMoved::* end, double BookedValue::* number) {
    return mean_of(of_each(runs, [&](const Movement& m) { return m.*ledger.*end.*number; }));
  };
  return {{mean(&WorthMoved::first, &BookedValue::money), mean(&WorthMoved::first, &BookedValue::part)},
          {mean(&WorthMoved::last, &BookedValue::money), mean(&WorthMoved::last, &BookedValue::part)}};
}

MeanMovement mean_movement(const std::vector<AuditedRun>& runs) {
  MeanMovement mean;
  mean.before = mean_of(of_each(runs, [](const Movement& m) { return m.before; }));
  mean.after = mean_of(of_each(runs, [](const Movement& m) { return m.after; }));
  mean.change = estimate_of(of_each(runs, [](const Movement& m) { return m.change(); }));
  for (const Term term : every<Term>()) {
    mean.terms[static_cast<std::size_t>(term)] =
        estimate_of(of_each(runs, [term](const Movement& m) { return m.terms[term]; }));
  }
  mean.contributed = mean_worth(runs, &Movement::contributed);
  mean.credited = mean_worth(runs, &Movement::credited);
  return mean;
}

// Replications are independent of each other, cuts of one replication are not.
std::optional<Estimate> share_of(CutVerdict verdict, const std::vector<AuditedRun>& runs) {
  std::vector<double> such;
  std::vector<double> judged;
  for (const AuditedRun& run : runs) {
    such.push_back(0);
    judged.push_back(0);
    for (const FoundCut& cut : run.cuts) {
      if (!cut.judgement) continue;
      judged.back() += 1;
      such.back() += cut.judgement->verdict() == verdict ? 1 : 0;
    }
  }
  if (mean_of(judged) == 0) return std::nullopt;
  Estimate share = ratio_of_means(such, judged);
  share.interval = {std::max(share.interval.low, 0.0), std::min(share.interval.high, 1.0)};
  return share;
}

}  // namespace

AuditedRun audited(std::span<const AuditedWeek> history, const AuditRequest& request) {
  AuditedRun run;
  run.movement = movement_of(history, request.told(), request.weeks);
  for (const Department department : departments_with_cuts(request)) {
    for (const WeekSpan& weeks : cuts_of(history, department)) {
      run.cuts.push_back({0, department, weeks, movement_of(history, department, weeks), {}});
      ++run.cuts_of[static_cast<std::size_t>(department)];
    }
  }
  sort_deepest_first(run.cuts);
  run.cuts.resize(std::min(run.cuts.size(), kMostCuts));
  return run;
}

std::vector<AuditedWeek> history_of(const Unit& unit, int firm) {
  Simulation simulation = begun(unit.scenario, unit);
  const auto f = static_cast<std::size_t>(firm);
  std::vector<AuditedWeek> history;
  for (std::int64_t week = 0; week < unit.scenario.parameters.run.weeks; ++week) {
    unit.stop.check();
    simulation.step(unit.executor);
    expect_finite(simulation.world());
    history.push_back(audited_week(simulation.firms(), f));
  }
  return history;
}

AuditedRun audited(const Unit& unit, std::span<const AuditedWeek> history, const AuditRequest& request) {
  AuditedRun run = audited(history, request);
  if (request.probing.futures > 0 && !run.cuts.empty()) judge(unit, history, request.probing, run.cuts);
  return run;
}

std::size_t Audit::all_cuts() const {
  return std::accumulate(cuts_of.begin(), cuts_of.end(), std::size_t{0});
}

std::size_t Audit::judged_cuts() const {
  return std::accumulate(verdicts.begin(), verdicts.end(), std::size_t{0});
}

Audit audit_of(std::vector<AuditedRun> runs) {
  require(!runs.empty(), "an audit is of runs");
  Audit audit;
  audit.replications = runs.size();
  audit.movement = mean_movement(runs);
  audit.wrong = share_of(CutVerdict::wrong, runs);
  audit.right = share_of(CutVerdict::right, runs);
  for (std::size_t r = 0; r < runs.size(); ++r) {
    for (std::size_t d = 0; d < audit.cuts_of.size(); ++d) audit.cuts_of[d] += runs[r].cuts_of[d];
    for (FoundCut& cut : runs[r].cuts) {
      cut.replication = r;
      audit.cuts.push_back(cut);
      if (cut.judgement) ++audit.verdicts[static_cast<std::size_t>(cut.judgement->verdict())];
    }
  }
  sort_deepest_first(audit.cuts);
  return audit;
}

}  // namespace orgsim
