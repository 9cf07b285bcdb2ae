#include "experiment/focal_weeks.hpp"

#include <algorithm>

namespace orgsim {

namespace {

void add_band(WeeklyBand& band, const BandsOfWeek& bands, std::string_view series, std::size_t i) {
  static_assert(kQuantiles[0] == 0.05 && kQuantiles[2] == 0.5 && kQuantiles[4] == 0.95);
  band.low.push_back(bands.quantile(series, i, 0));
  band.median.push_back(bands.quantile(series, i, 2));
  band.high.push_back(bands.quantile(series, i, 4));
}

constexpr auto kMarketing = static_cast<std::size_t>(Department::marketing);

AuditedWeek audited_row(const Recording& recording, const double* row, bool in_doubles) {
  AuditedWeek week;
  const auto take = [&](const RowLayout& layout, const double* from, std::string_view name, auto put) {
    const double* numbers = from + layout.offsets[layout.index_of(name)];  // the focal firm's come first
    for (const Department d : every<Department>()) {
      const double number = numbers[static_cast<std::size_t>(d)];
      put(d, in_doubles ? number : static_cast<double>(static_cast<float>(number)));
    }
  };
  take(recording.series, row, "share", [&](Department d, double number) { week.share[d] = number; });
  take(recording.series, row, "contributed",
       [&](Department d, double number) { week.contributed[d] = number; });
  take(recording.series, row, "credited", [&](Department d, double number) { week.credited[d] = number; });
  for (const Term term : every<Term>()) {
    take(recording.audit, row + recording.series.width(), name_of(term),
         [&](Department d, double number) { week.terms[static_cast<std::size_t>(d)][term] = number; });
  }
  return week;
}

}  // namespace

void add_week(FocalWeeks& weeks, std::size_t firms, const BandsOfWeek& bands) {
  const float people = bands.mean("people", 0);
  float rivals = 0;
  for (std::size_t f = 1; f < firms; ++f) rivals += bands.mean("users_end", f);
  weeks.users.push_back(bands.mean("users_end", 0) / people);
  weeks.rivals.push_back(rivals / people);
  weeks.nobody.push_back(bands.mean("nonusers", 0) / people);
  add_band(weeks.switchers, bands, "zero_sum", 0);
  for (std::size_t d = 0; d < count_of<Department>; ++d) add_band(weeks.share[d], bands, "share", d);
  weeks.contributed.push_back(bands.quantile("contributed", kMarketing, 2));
  weeks.credited.push_back(bands.quantile("credited", kMarketing, 2));
}

void FocalWeeksSink::begin(const Plan& plan) {
  weeks_.assign(plan.arms.size(), {});
  audited_.assign(recorded_replications(plan), {});
  firms_ = plan.scenario.firms.size();
  in_doubles_ = plan.scenario.parameters.record.precision == Precision::double_;
}

void FocalWeeksSink::block(const WeekBlock& block, const BandBlock& bands) {
  const RowLayout& layout = block.recording().series;
  for (std::size_t arm = 0; arm < block.arms(); ++arm) {
    for (std::size_t week = 0; week < block.weeks; ++week) {
      const auto at = [&](std::string_view series, std::size_t i) {
        return (arm * block.weeks + week) * layout.width() + layout.offsets[layout.index_of(series)] + i;
      };
      add_week(weeks_[arm], firms_,
               {[&](std::string_view series, std::size_t i, std::size_t q) {
                  return bands.quantiles[at(series, i) * kQuantiles.size() + q];
                },
                [&](std::string_view series, std::size_t i) { return bands.means[at(series, i)]; }});
    }
  }
  for (std::size_t r = 0; r < audited_.size(); ++r) {
    for (std::size_t week = 0; week < block.weeks; ++week)
      audited_[r].push_back(audited_row(block.recording(), block.row(0, r, week), in_doubles_));
  }
}

}  // namespace orgsim
