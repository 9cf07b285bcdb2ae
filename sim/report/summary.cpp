#include "report/summary.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/plausible.hpp"
#include "experiment/twins.hpp"
#include "report/numbers.hpp"

namespace orgsim {

namespace {

template <class Week>
Event event(const std::vector<Outcome>& outcomes, Week week) {
  std::vector<double> weeks;
  for (const Outcome& outcome : outcomes) {
    const std::optional<int> when = week(outcome);
    if (when) weeks.push_back(*when);
  }
  if (weeks.empty()) return {};
  std::sort(weeks.begin(), weeks.end());
  return {weeks.size(), quantile_of_sorted(weeks, 0.5), quantile_of_sorted(weeks, 0.05),
          quantile_of_sorted(weeks, 0.95)};
}

// Of a value of the whole outcome, or of the focal firm.
template <class Value>
std::vector<double> values(const std::vector<Outcome>& outcomes, Value value) {
  std::vector<double> result;
  for (const Outcome& outcome : outcomes) {
    if constexpr (std::is_invocable_v<Value, const Outcome&>) {
      result.push_back(value(outcome));
    } else {
      result.push_back(value(outcome.firms.front()));
    }
  }
  return result;
}

std::optional<int> marginalised_week(const Outcome& outcome) {
  return outcome.firms.front().marginalised_week;
}
double npv(const FirmOutcome& firm) {
  return firm.npv;
}
double marketing_share(const FirmOutcome& firm) {
  return firm.share_end[Department::marketing];
}
double rivals_npv(const Outcome& outcome) {
  double sum = 0;
  for (std::size_t f = 1; f < outcome.firms.size(); ++f) sum += outcome.firms[f].npv;
  return sum;
}
double others_budget(const FirmOutcome& firm) {
  return firm.budget_total.sum() - firm.budget_total[Department::marketing];
}

template <class Value>
Difference difference(const std::vector<Outcome>& baseline, const std::vector<Outcome>& arm, Value value) {
  const std::vector<double> before = values(baseline, value);
  std::vector<double> change = values(arm, value);
  for (std::size_t r = 0; r < change.size(); ++r) change[r] -= before[r];
  const double base = std::abs(mean_of(before));
  Difference result;
  result.mean = mean_of(change);
  if (change.size() > 1) result.interval = mean_interval(change);
  if (base > 0) {
    result.relative = result.mean / base;
    if (result.interval)
      result.relative_interval = {result.interval->low / base, result.interval->high / base};
  }
  return result;
}

Twins twins_of(const std::vector<Outcome>& arm) {
  Twins twins;
  for (const Outcome& outcome : arm) {
    twins.lenient.add(outcome.lenient);
    twins.strict.add(outcome.strict);
  }
  return twins;
}

// Over the replications that have one.
std::optional<Standing> mean_standing(const std::vector<Outcome>& arm) {
  Standing sum{0, 0, 0};
  double count = 0;
  for (const Outcome& outcome : arm) {
    if (!outcome.standing) continue;
    sum.real_share += outcome.standing->real_share;
    sum.non_substitutability += outcome.standing->non_substitutability;
    sum.centrality += outcome.standing->centrality;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return Standing{sum.real_share / count, sum.non_substitutability / count, sum.centrality / count};
}

// Of the focal firm, over the replications in which somebody came through the channel; NaN if that is none.
std::optional<PerChannel> mean_margins(const std::vector<Outcome>& arm) {
  if (!arm.front().firms.front().margin_per_customer) return std::nullopt;
  PerChannel sum;
  PerChannel count;
  for (const Outcome& outcome : arm) {
    const PerChannel& margins = *outcome.firms.front().margin_per_customer;
    for (const Channel j : every<Channel>()) {
      if (std::isnan(margins[j])) continue;
      sum[j] += margins[j];
      ++count[j];
    }
  }
  return PerChannel(sum / count);
}

StrategySummary summarise_strategy(const RunResult& result, std::size_t a) {
  const std::vector<Outcome>& baseline = result.outcomes[0];
  const std::vector<Outcome>& arm = result.outcomes[a];
  StrategySummary summary;
  summary.arm = result.arms[a];
  summary.beginning = event(arm, [](const Outcome& outcome) { return outcome.began; });
  summary.began = summary.beginning.count;
  for (const Outcome& outcome : arm) summary.verdicts.add(outcome.verdict);
  if (has_twins(result)) summary.twins = twins_of(arm);
  summary.standing = mean_standing(arm);
  summary.replications = result.replications;
  summary.saved_interval = wilson(summary.saved(), summary.replications);
  summary.share_end = mean_of(values(arm, marketing_share));
  summary.npv = difference(baseline, arm, npv);
  if (result.scenario.firms.size() > 1) summary.rivals_npv = difference(baseline, arm, rivals_npv);
  summary.others = difference(baseline, arm, others_budget);
  summary.margins = mean_margins(arm);
  summary.marginalised = marginalised_of(arm);
  summary.any_time = at_any_time(result, a);
  return summary;
}

std::optional<std::size_t> best_of(const std::vector<StrategySummary>& strategies) {
  std::optional<std::size_t> best;
  for (std::size_t s = 0; s < strategies.size(); ++s) {
    if (strategies[s].saved() == 0) continue;
    const auto better = [&](const StrategySummary& a, const StrategySummary& b) {
      return std::tuple(!a.harms(), a.saved(), a.npv.mean) > std::tuple(!b.harms(), b.saved(), b.npv.mean);
    };
    if (!best || better(strategies[s], strategies[*best])) best = s;
  }
  return best;
}

std::optional<std::size_t> best_paid_of(const Summary& summary) {
  std::optional<std::size_t> best;
  for (std::size_t s = 0; s < summary.strategies.size(); ++s) {
    const StrategySummary& strategy = summary.strategies[s];
    if (!strategy.saves_in_half() || strategy.harms()) continue;
    if (!best || strategy.npv.mean > summary.strategies[*best].npv.mean) best = s;
  }
  return best == summary.best ? std::nullopt : best;
}

std::vector<std::size_t> harmful_of(const std::vector<StrategySummary>& strategies) {
  std::vector<std::size_t> harmful;
  for (std::size_t s = 0; s < strategies.size(); ++s) {
    if (strategies[s].harms()) harmful.push_back(s);
  }
  std::stable_sort(harmful.begin(), harmful.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(strategies[a].any_time.made, -strategies[a].npv.mean) >
           std::pair(strategies[b].any_time.made, -strategies[b].npv.mean);
  });
  return harmful;
}

// A key with its range, as far as the results are of a version that has one.
Influential influential(const std::string& path, double correlation, Ranges ranges) {
  Influential found{path, correlation, std::nan(""), std::nan(""), ""};
  for (const PlausibleNumber& number : plausible_numbers(ranges)) {
    if (number.path != path) continue;
    found.low = number.low;
    found.high = number.high;
    found.source = number.source;
  }
  return found;
}

std::vector<Influential> beyond_chance(const RunResult& result, const std::vector<double>& correlations,
                                       double by_chance) {
  const std::vector<std::string>& names = result.doubt.worlds->keys;
  std::vector<Influential> keys;
  for (std::size_t i = 0; i < correlations.size(); ++i) {
    if (std::abs(correlations[i]) > by_chance)
      keys.push_back(influential(names[i], correlations[i], result.scenario.parameters.run.ranges));
  }
  std::stable_sort(keys.begin(), keys.end(), [](const Influential& a, const Influential& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  return keys;
}

AcrossWorlds across_worlds(const RunResult& result, std::size_t arm) {
  const InWorlds& worlds = *result.doubt.worlds;
  AcrossWorlds across;
  std::vector<double> relative;
  for (std::size_t w = 0; w < worlds.worlds(); ++w) {
    const double before = worlds.runs.outcomes[0][w].firms.front().npv;
    const double change = worlds.runs.outcomes[arm][w].firms.front().npv - before;
    if (before != 0) relative.push_back(change / std::abs(before));
  }
  if (!relative.empty()) across.npv = quantiles_5_50_95(std::move(relative));
  if (!worlds.spread.saved.empty() && !worlds.spread.saved[arm - 1].empty()) {
    across.saved = saved_in_a_world(worlds.spread.saved[arm - 1], worlds.spread.replications);
  }
  if (worlds.influences.empty()) return across;
  const Influence& influence = worlds.influences[arm - 1];
  across.saved_by = beyond_chance(result, influence.saved, influence.saved_by_chance);
  across.npv_by = beyond_chance(result, influence.npv, influence.npv_by_chance);
  return across;
}

void summarise_doubt(const RunResult& result, const std::vector<std::string>& only, Summary& summary) {
  const auto fill = [&](DoubtSummary& doubt, const VariantRuns& runs) {
    doubt.result = std::make_shared<const RunResult>(as_result(result, runs));
    doubt.summary = std::make_shared<const Summary>(summarise(*doubt.result, only));
  };
  if (const std::optional<InWorlds>& worlds = result.doubt.worlds) {
    fill(summary.worlds.emplace(), worlds->runs);
    for (const StrategySummary& strategy : summary.strategies) {
      const auto arm = std::find(result.arms.begin(), result.arms.end(), strategy.arm) - result.arms.begin();
      summary.worlds->strategies.push_back(across_worlds(result, static_cast<std::size_t>(arm)));
    }
    if (const std::optional<Between>& between = worlds->between) {
      summary.worlds->between = {result.arms[between->first + 1], result.arms[between->second + 1],
                                 beyond_chance(result, between->npv, between->npv_by_chance)};
    }
  }
  for (const WithRivals& with : result.doubt.rivals) {
    RivalsSummary& rivals = summary.rivals.emplace_back();
    rivals.rivals = with.rivals;
    fill(rivals, with.runs);
  }
}

}  // namespace

Event stock_phase_of(const std::vector<Outcome>& outcomes) {
  return event(outcomes, [](const Outcome& outcome) { return outcome.stock_phase_week; });
}

Event line_of(const std::vector<Outcome>& outcomes, Line line) {
  return event(outcomes, [line](const Outcome& outcome) {
    return outcome.firms.front().line_week[static_cast<std::size_t>(line)];
  });
}

Event marginalised_of(const std::vector<Outcome>& outcomes) {
  return event(outcomes, marginalised_week);
}

SavedInAWorld saved_in_a_world(const std::vector<std::size_t>& saved, std::size_t replications) {
  const auto count = static_cast<double>(replications);
  std::vector<double> shares;
  for (const std::size_t number : saved) shares.push_back(static_cast<double>(number) / count);
  SavedInAWorld found{quantiles_5_50_95(shares), std::nullopt};
  if (replications < 2 || shares.size() < 2) return found;
  const double mean = mean_of(shares);
  double variance = 0;
  double luck = 0;
  for (const double p : shares) {
    variance += (p - mean) * (p - mean) / static_cast<double>(shares.size() - 1);
    luck += p * (1 - p) / (count - 1) / static_cast<double>(shares.size());
  }
  if (variance <= luck) return found;
  const double kept = std::sqrt(1 - luck / variance);
  for (double& p : shares) p = mean + kept * (p - mean);
  found.without_luck = quantiles_5_50_95(std::move(shares));
  return found;
}

std::string share_of_replications(const RunResult& result, std::size_t count, const Words& words) {
  if (is_deterministic(result.scenario)) return std::string(count > 0 ? words["yes"] : words["no"]);
  return percent_number(count, result.replications) + " %";
}

std::string tolerance_in_words(const Scenario& scenario, bool differs) {
  if (differs) return "lines.tolerance";
  return plain_number(100 * scenario.parameters.lines.tolerance, "{:.3g}") + " %";
}

std::string tolerance_in_words(const RunResult& result) {
  return tolerance_in_words(result.scenario, draws(result, "lines.tolerance"));
}

Summary summarise(const RunResult& result, const std::vector<std::string>& only) {
  const std::vector<Outcome>& baseline = result.outcomes[0];
  Summary summary;
  summary.result = &result;
  summary.stock_phase = stock_phase_of(baseline);
  for (const Line line : every<Line>())
    summary.lines[static_cast<std::size_t>(line)] = line_of(baseline, line);
  summary.marginalised = marginalised_of(baseline);
  summary.baseline_npv = mean_of(values(baseline, npv));
  summary.baseline_margins = mean_margins(baseline);
  summary.baseline_share_end = mean_of(values(baseline, marketing_share));
  for (std::size_t a = 1; a < result.arms.size(); ++a) {
    const bool asked = only.empty() || std::find(only.begin(), only.end(), result.arms[a].name) != only.end();
    if (asked) summary.strategies.push_back(summarise_strategy(result, a));
  }
  if (summary.marginalised.count > 0) summary.best = best_of(summary.strategies);
  summary.best_paid = best_paid_of(summary);
  summary.harmful = harmful_of(summary.strategies);
  summarise_doubt(result, only, summary);
  return summary;
}

}  // namespace orgsim
