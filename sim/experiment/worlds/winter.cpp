// With the climate and the AI of the scenario capital_winter; and what forty years without any of it bring.
#include <algorithm>

#include "experiment/worlds/parts.hpp"

namespace orgsim::figure {

namespace {

// Over the first year of the winter, weeks 150 to 202.
double budget_change(Runs& runs, Department department) {
  const double before = runs.winter().week(150).budget[department];
  return runs.winter().week(202).budget[department] / before - 1;
}

double least_penetration(Runs& runs) {
  const auto weeks = runs.baseline().weeks(kTenYears - 1, 4 * kTenYears - 1);
  return std::ranges::min(weeks, {}, &Observed::penetration).penetration();
}

constexpr Figure kWinter[] = {
    {"winter_marketing_budget", "relative change", "marketing's budget in the first year of a capital winter",
     [](Runs& runs) { return budget_change(runs, Department::marketing); }},
    {"winter_product_over_marketing", "1",
     "the change of product's budget in the first year of a capital winter over marketing's",
     [](Runs& runs) {
       return budget_change(runs, Department::product) / budget_change(runs, Department::marketing);
     }},
    {"winter_budget_moved_most", "share of budget",
     "half the L1 distance of the shares over a year of a run with a capital winter, the most of nine years",
     [](Runs& runs) { return std::ranges::max(moved_by_year(runs.winter())); }},
    {"winter_switchers_400", "share of customers won",
     "customers won from rivals, in week 400 of a run with a capital winter",
     [](Runs& runs) { return switchers(runs.winter(), 400); }},
    {"winter_line_budget", "week",
     "first week of a run with a capital winter in which the budget line is crossed",
     [](Runs& runs) { return line_week(runs.winter(), Line::budget); }},
    {"winter_line_capability", "week",
     "first week of a run with a capital winter in which the capability line is crossed",
     [](Runs& runs) { return line_week(runs.winter(), Line::capability); }},
    {"winter_line_structure", "week",
     "first week of a run with a capital winter in which the structure line is crossed",
     [](Runs& runs) { return line_week(runs.winter(), Line::structure); }},
};

constexpr Figure kLongRun[] = {
    {"penetration_least_40_years", "share of people",
     "the least share of people who use some firm's product, from year 10 to year 40", least_penetration},
};

}  // namespace

std::span<const Figure> of_winter() {
  return kWinter;
}
std::span<const Figure> of_the_long_run() {
  return kLongRun;
}

}  // namespace orgsim::figure
