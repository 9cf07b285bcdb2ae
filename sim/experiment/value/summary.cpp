// What the replications of `value` come to.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/draws.hpp"
#include "core/error.hpp"
#include "experiment/rank_correlation.hpp"
#include "experiment/value/value.hpp"

namespace orgsim {

namespace {

using ValueRuns = std::vector<std::vector<ProbedWeek>>;

constexpr std::size_t kRankResamples = 1000;

// The three returns of one target in one week, from the replications that are named.
struct Returns {
  double causal = 0;
  double credited = 0;
  double contributed = 0;
};

Returns returns_of(const ValueRuns& runs, std::span<const std::size_t> chosen, std::size_t week,
                   std::size_t target) {
  double brought = 0;
  double granted = 0;
  double cost = 0;
  Returns returns;
  for (const std::size_t r : chosen) {
    const ProbedTarget& probe = runs[r][week].targets[target];
    brought += probe.effect.npv + probe.effect.cost;
    granted += probe.effect.cost;
    cost += probe.cost;
    returns.credited += probe.credited;
    returns.contributed += probe.contributed;
  }
  returns.causal = brought / granted;
  returns.credited /= cost;
  returns.contributed /= cost;
  return returns;
}

double spearman(const std::vector<double>& x, const std::vector<double>& y) {
  const Eigen::ArrayXd a = ranks_of(x).array() - (static_cast<double>(x.size()) + 1) / 2;
  const Eigen::ArrayXd b = ranks_of(y).array() - (static_cast<double>(y.size()) + 1) / 2;
  const double lengths = std::sqrt(a.square().sum() * b.square().sum());
  return lengths > 0 ? (a * b).sum() / lengths : 0;
}

// Of credited and contributed returns with the causal ones, over targets and weeks in which money was spent.
std::pair<double, double> correlations(const ValueRuns& runs, std::span<const std::size_t> chosen) {
  std::vector<double> causal;
  std::vector<double> credited;
  std::vector<double> contributed;
  for (std::size_t week = 0; week < runs.front().size(); ++week) {
    for (std::size_t target = 0; target < kTargets; ++target) {
      const Returns returns = returns_of(runs, chosen, week, target);
      if (!std::isfinite(returns.causal) || !std::isfinite(returns.credited)) continue;
      causal.push_back(returns.causal);
      credited.push_back(returns.credited);
      contributed.push_back(returns.contributed);
    }
  }
  return {spearman(causal, credited), spearman(causal, contributed)};
}

Interval percentiles(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {quantile_of_sorted(values, 0.025), quantile_of_sorted(values, 0.975)};
}

// The interval: percentiles of the bootstrap over whole replications (Efron & Tibshirani 1993, An
// Introduction to the Bootstrap, chapter 13).
Agreement agreement_of(const ValueRuns& runs, std::uint64_t seed) {
  std::vector<std::size_t> chosen(runs.size());
  for (std::size_t r = 0; r < chosen.size(); ++r) chosen[r] = r;
  const auto [credited, contributed] = correlations(runs, chosen);
  if (runs.size() < 2) return {{credited, {credited, credited}}, {contributed, {contributed, contributed}}};
  std::vector<double> of_credited;
  std::vector<double> of_contributed;
  for (std::size_t b = 0; b < kRankResamples; ++b) {
    Stream draws = StreamKey{seed, static_cast<std::uint32_t>(b)}.stream(Purpose::permutation, 0, 1);
    for (std::size_t& r : chosen) r = one_of(runs.size(), draws);
    const auto [one, other] = correlations(runs, chosen);
    of_credited.push_back(one);
    of_contributed.push_back(other);
  }
  return {{credited, percentiles(of_credited)}, {contributed, percentiles(of_contributed)}};
}

template <class Number>
std::vector<double> of_each_run(const ValueRuns& runs, Number number) {
  std::vector<double> numbers;
  for (const std::vector<ProbedWeek>& run : runs) numbers.push_back(number(run));
  return numbers;
}

std::vector<GrantEffect> effects_of(const ValueRuns& runs, std::size_t week, std::size_t target) {
  std::vector<GrantEffect> effects;
  for (const std::vector<ProbedWeek>& run : runs) effects.push_back(run[week].targets[target].effect);
  return effects;
}

ValuedTarget valued_target(const ValueRuns& runs, std::span<const std::size_t> all, std::size_t week,
                           std::size_t target) {
  const std::vector<GrantEffect> effects = effects_of(runs, week, target);
  const Returns returns = returns_of(runs, all, week, target);
  return {all_targets()[target], causal_return_of(effects), returns.credited, returns.contributed};
}

// Of the NPV as it is without the change: below 0 it counts by its size.
Estimate part_of_npv(const std::vector<double>& changes, const std::vector<double>& npv) {
  const Estimate part = ratio_of_means(changes, npv);
  if (mean_of(npv) >= 0) return part;
  return {-part.mean, {-part.interval.high, -part.interval.low}};
}

// Departments alone: modes are parts of one of them.
void find_lead(const ValueRuns& runs, std::size_t w, ValuedWeek& week) {
  auto order = every<Department>();
  const auto brings = [&](Department d) {
    const double mean = week.targets[static_cast<std::size_t>(d)].causal.mean;
    return std::isfinite(mean) ? mean : -std::numeric_limits<double>::infinity();
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](Department a, Department b) { return brings(a) > brings(b); });
  week.best = order[0];
  week.second = order[1];
  week.lead = difference_of_returns(effects_of(runs, w, static_cast<std::size_t>(week.best)),
                                    effects_of(runs, w, static_cast<std::size_t>(week.second)));
}

}  // namespace

Valuation valuation_of(const ValueRuns& runs, const std::vector<int>& weeks, std::uint64_t seed) {
  require(!runs.empty() && runs.front().size() == weeks.size(), "values are of runs");
  std::vector<std::size_t> all(runs.size());
  for (std::size_t r = 0; r < all.size(); ++r) all[r] = r;
  Valuation value;
  value.replications = runs.size();
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    ValuedWeek week;
    week.week = weeks[w];
    const std::vector<double> npv = of_each_run(runs, [w](const auto& run) { return run[w].npv; });
    week.npv = mean_of(npv);
    for (std::size_t t = 0; t < kTargets; ++t) week.targets.push_back(valued_target(runs, all, w, t));
    for (const Department d : every<Department>()) {
      const std::vector<double> changes =
          of_each_run(runs, [w, d](const auto& run) { return run[w].knocked_out[d]; });
      week.knocked_out[static_cast<std::size_t>(d)] = estimate_of(changes);
      week.knocked_out_part[static_cast<std::size_t>(d)] = part_of_npv(changes, npv);
    }
    const std::vector<double> shown = of_each_run(runs, [w](const auto& run) { return run[w].shown; });
    week.shown = estimate_of(shown);
    week.shown_part = part_of_npv(shown, npv);
    find_lead(runs, w, week);
    value.weeks.push_back(std::move(week));
  }
  value.agreement = agreement_of(runs, seed);
  return value;
}

}  // namespace orgsim
