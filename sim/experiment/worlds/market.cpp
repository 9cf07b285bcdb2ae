// How the market grows and turns into a stock market.
#include <algorithm>
#include <limits>

#include "experiment/worlds/parts.hpp"

namespace orgsim::figure {

double switchers(WatchedRun& run, int week) {
  const Observed& then = run.week(week);
  return then.switched / then.won;
}

int stock_phase(WatchedRun& run) {
  return run.after(kTenYears).world().category.stock_phase.value_or(kTenYears);
}

namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr double kHalf = 0.5;

double weeks_to_half(Runs& runs) {
  for (int week = 0; week < kTenYears; ++week) {
    if (runs.baseline().week(week).penetration() >= kHalf) return week;
  }
  return kNever;
}

double stock_phase_week(Runs& runs) {
  const int week = stock_phase(runs.baseline());
  return week < kTenYears ? week : kNever;
}

template <class Choose>
double growth_from(Runs& runs, int first, const Choose& choose) {
  return choose(runs.baseline().weeks(first, kTenYears - 1), {}, &Observed::growth)->growth;
}

constexpr Figure kMarketFigures[] = {
    {"weeks_to_half", "weeks", "the week in which half of all people use some firm's product", weeks_to_half},
    {"penetration_year_10", "share of people", "people who use some firm's product after ten years",
     [](Runs& runs) { return runs.baseline().week(kTenYears - 1).penetration(); }},
    {"growth_104", "per year", "the executive's estimate of user growth in week 104",
     [](Runs& runs) { return runs.baseline().week(104).growth; }},
    {"growth_260", "per year", "the executive's estimate of user growth in week 260",
     [](Runs& runs) { return runs.baseline().week(260).growth; }},
    {"growth_least_late", "per year", "the least estimate of user growth from week 260 to week 519",
     [](Runs& runs) { return growth_from(runs, 260, std::ranges::min_element); }},
    {"growth_most_late", "per year", "the highest estimate of user growth from week 260 to week 519",
     [](Runs& runs) { return growth_from(runs, 260, std::ranges::max_element); }},
    {"stock_phase_week", "week", "first week of the stock phase", stock_phase_week},
    {"switchers_26", "share of customers won", "customers won from rivals, in week 26",
     [](Runs& runs) { return switchers(runs.baseline(), 26); }},
    {"switchers_400", "share of customers won", "customers won from rivals, in week 400",
     [](Runs& runs) { return switchers(runs.baseline(), 400); }},
};

}  // namespace

std::span<const Figure> of_market() {
  return kMarketFigures;
}

}  // namespace orgsim::figure
