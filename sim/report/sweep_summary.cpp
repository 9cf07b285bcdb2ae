#include "report/sweep_summary.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "experiment/statistics.hpp"
#include "report/any_time.hpp"

namespace orgsim {

namespace {

// A point's numbers of one arm.
struct ArmAtPoint {
  double marginalised = 0;
  double saved = 0;
  double saved_lenient = 0;
  double saved_strict = 0;
  double npv = 0;
  std::size_t began = 0;
  bool harms = false;
};

ArmAtPoint arm_at(const PointRecord& record, std::size_t arm) {
  const std::size_t n = record.replications;
  std::size_t began = 0;
  std::size_t marginalised = 0;
  std::size_t saved = 0;
  std::size_t lenient = 0;
  std::size_t strict = 0;
  AnyTime any_time;
  double change = 0;
  double base = 0;
  for (std::size_t r = 0; r < n; ++r) {
    const Outcome& without = record.outcomes[r];
    const Outcome& run = record.outcomes[arm * n + r];
    pair_up(any_time, without, run);
    began += run.began ? 1 : 0;
    marginalised += run.firms.front().marginalised_week ? 1 : 0;
    saved += saves(run.verdict) ? 1 : 0;
    lenient += saves(run.lenient) ? 1 : 0;
    strict += saves(run.strict) ? 1 : 0;
    base += without.firms.front().npv;
    change += run.firms.front().npv - without.firms.front().npv;
  }
  const auto count = static_cast<double>(n);
  const double npv = arm == 0 ? base / count : base != 0 ? change / std::abs(base) : 0;
  const auto share = [count](std::size_t of) { return static_cast<double>(of) / count; };
  return {share(marginalised), share(saved), share(lenient), share(strict), npv, began, any_time.harms()};
}

OverPoints over_points(std::vector<double> values) {
  OverPoints over;
  if (values.empty()) return over;
  over.mean = mean_of(values);
  std::sort(values.begin(), values.end());
  over.low = quantile_of_sorted(values, 0.05);
  over.high = quantile_of_sorted(values, 0.95);
  return over;
}

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t from = 0; from < order.size();) {
    std::size_t to = from;
    while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
    for (std::size_t i = from; i < to; ++i) ranks[order[i]] = static_cast<double>(from + to - 1) / 2;
    from = to;
  }
  return ranks;
}

// Collects the points of a file, arm by arm.
class Collector {
 public:
  explicit Collector(const SweepFile& file)
      : twins_(file.has_twins()), arms_(file.shape().arms.size()), axes_(file.shape().axes.size()) {}

  void add(const PointRecord& record) {
    for (std::size_t a = 0; a < arms_.size(); ++a) {
      const ArmAtPoint at = arm_at(record, a);
      arms_[a].marginalised.push_back(at.marginalised);
      arms_[a].saved.push_back(at.saved);
      arms_[a].saved_lenient.push_back(at.saved_lenient);
      arms_[a].saved_strict.push_back(at.saved_strict);
      arms_[a].npv.push_back(at.npv);
      arms_[a].began += at.began;
      arms_[a].half += at.saved >= 0.5 ? 1 : 0;
      arms_[a].harms += at.harms ? 1 : 0;
    }
    for (std::size_t x = 0; x < axes_.size(); ++x) axes_[x].push_back(record.values[x]);
  }

  SweptArm arm(std::size_t a, const ArmTitle& title) const {
    SweptArm arm;
    arm.arm = title;
    arm.marginalised = over_points(arms_[a].marginalised);
    arm.saved = over_points(arms_[a].saved);
    if (twins_) {
      arm.saved_lenient = over_points(arms_[a].saved_lenient);
      arm.saved_strict = over_points(arms_[a].saved_strict);
    }
    arm.npv = over_points(arms_[a].npv);
    arm.began = arms_[a].began;
    arm.half = arms_[a].half;
    arm.harms = arms_[a].harms;
    for (const std::vector<double>& axis : axes_) {
      arm.with_marginalised.push_back(rank_correlation(axis, arms_[a].marginalised));
      arm.with_saved.push_back(rank_correlation(axis, arms_[a].saved));
      arm.with_npv.push_back(rank_correlation(axis, arms_[a].npv));
    }
    return arm;
  }

 private:
  struct Numbers {
    std::vector<double> marginalised;
    std::vector<double> saved;
    std::vector<double> saved_lenient;
    std::vector<double> saved_strict;
    std::vector<double> npv;
    std::size_t began = 0;
    std::size_t half = 0;
    std::size_t harms = 0;
  };
  bool twins_;
  std::vector<Numbers> arms_;
  std::vector<std::vector<double>> axes_;
};

}  // namespace

double rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
  if (x.size() < 2) return 0;
  const std::vector<double> a = ranks_of(x);
  const std::vector<double> b = ranks_of(y);
  const double middle = static_cast<double>(x.size() - 1) / 2;
  double ab = 0;
  double aa = 0;
  double bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - middle) * (b[i] - middle);
    aa += (a[i] - middle) * (a[i] - middle);
    bb += (b[i] - middle) * (b[i] - middle);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

SweepSummary summarise(const SweepFile& file) {
  SweepSummary summary;
  summary.file = &file;
  summary.points = file.shape().points.size();
  const bool has_outcomes = file.scenario().sweep.keeps(Keep::outcomes);
  Collector collector(file);
  std::size_t done = 0;
  for (const std::size_t point : file.shape().points) {
    const PointStatus status = file.status(point);
    ++summary.status[static_cast<std::size_t>(status)];
    if (status != PointStatus::done) continue;
    const std::size_t replications = file.replications(point);
    summary.replications_low = done == 0 ? replications : std::min(summary.replications_low, replications);
    summary.replications_high = std::max(summary.replications_high, replications);
    ++done;
    if (has_outcomes) collector.add(file.record(point));
  }
  if (!has_outcomes || done == 0) return summary;
  for (std::size_t a = 0; a < file.shape().arms.size(); ++a)
    summary.arms.push_back(collector.arm(a, file.shape().arms[a]));
  for (std::size_t a = 1; a < summary.arms.size(); ++a) {
    if (summary.arms[a].saved.mean <= 0) continue;
    if (!summary.best || summary.arms[a].saved.mean > summary.arms[*summary.best].saved.mean)
      summary.best = a;
  }
  constexpr double normal = 1.96;
  summary.chance = done > 1 ? std::min(1.0, normal / std::sqrt(static_cast<double>(done - 1))) : 1;
  return summary;
}

}  // namespace orgsim
