// What customers cost, and what departments are given of the revenue.
#include "experiment/worlds/parts.hpp"

namespace orgsim::figure {

namespace {

double cost_per_customer(Runs& runs, int week) {
  const Observed& then = runs.baseline().week(week);
  return then.spent_on_winning() / then.won;
}

double marketing_and_sales(const PerDepartment& budget) {
  return budget[Department::marketing] + budget[Department::sales];
}
double all_departments(const PerDepartment& budget) {
  return budget.sum();
}

// Departments' budgets over revenue, on the average of the weeks from `first` to before `end`.
double intensity(Runs& runs, double (*of)(const PerDepartment&), int first, int end) {
  double total = 0;
  for (int week = first; week < end; ++week) {
    const Observed& then = runs.baseline().week(week);
    total += of(then.budget) / then.revenue;
  }
  return total / (end - first);
}

double in_growth(Runs& runs, double (*of)(const PerDepartment&)) {
  return intensity(runs, of, 0, stock_phase(runs.baseline()));
}
double late(Runs& runs, double (*of)(const PerDepartment&)) {
  return intensity(runs, of, kTenYears * 2 / 3, kTenYears);
}

constexpr Figure kSpendingFigures[] = {
    {"cost_per_customer_300_over_30", "1",
     "what marketing and sales cost for a customer won in week 300, over the same in week 30",
     [](Runs& runs) { return cost_per_customer(runs, 300) / cost_per_customer(runs, 30); }},
    {"selling_over_revenue_growth", "share of revenue",
     "budgets of marketing and sales over revenue, mean until the stock phase",
     [](Runs& runs) { return in_growth(runs, marketing_and_sales); }},
    {"selling_over_revenue_late", "share of revenue",
     "budgets of marketing and sales over revenue, mean of the last third of ten years",
     [](Runs& runs) { return late(runs, marketing_and_sales); }},
    {"budget_over_revenue_growth", "share of revenue",
     "the whole budget over revenue, mean until the stock phase",
     [](Runs& runs) { return in_growth(runs, all_departments); }},
    {"budget_over_revenue_late", "share of revenue",
     "the whole budget over revenue, mean of the last third of ten years",
     [](Runs& runs) { return late(runs, all_departments); }},
};

}  // namespace

std::span<const Figure> of_spending() {
  return kSpendingFigures;
}

}  // namespace orgsim::figure
