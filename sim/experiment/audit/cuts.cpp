#include "experiment/audit/cuts.hpp"

#include <algorithm>

namespace orgsim {

namespace {

// One department's share before each week, and after the last.
class Falls {
 public:
  Falls(std::span<const AuditedWeek> history, Department department)
      : weeks_(static_cast<int>(history.size())) {
    for (int week = 0; week < weeks_; ++week) before_.push_back(share_before(history, department, week));
    if (weeks_ > 0) before_.push_back(history.back().share[department]);
  }

  bool announced_in(int week) const { return before(lowest(week) + 1) <= (1 - kCutDepth) * before(week); }

  // The week within the 26 from `week` on after which the share is lowest.
  int lowest(int week) const {
    const auto first = before_.begin() + week + 1;
    const auto last = before_.begin() + std::min(week + kCutWeeks, weeks_) + 1;
    return static_cast<int>(std::min_element(first, last) - before_.begin()) - 1;
  }

 private:
  double before(int week) const { return before_[static_cast<std::size_t>(week)]; }

  int weeks_;
  std::vector<double> before_;
};

}  // namespace

std::vector<WeekSpan> cuts_of(std::span<const AuditedWeek> history, Department department) {
  const Falls falls(history, department);
  const int weeks = static_cast<int>(history.size());
  std::vector<WeekSpan> cuts;
  for (int week = 0; week < weeks; ++week) {
    if (!falls.announced_in(week)) continue;
    int last = week;
    while (last + 1 < weeks && falls.announced_in(last + 1)) ++last;
    cuts.push_back({week, falls.lowest(last)});
    week = cuts.back().last;
  }
  return cuts;
}

}  // namespace orgsim
