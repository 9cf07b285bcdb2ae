// What more money does: the same world once with a grant and once without, the shares of the budget held
// still.
#include <algorithm>
#include <cmath>

#include "experiment/worlds/parts.hpp"

namespace orgsim::figure {

namespace {

constexpr int kFrom = 60;
constexpr double kMore = 1.1;
constexpr double kHalfAsMuchAgain = 1.5;
constexpr int kGrantWeeks = 26;

// Of a sum over weeks, to a tenth more money from week 60 on.
double elasticity(Runs& runs, Department department, double Observed::* of, int first, int last) {
  const auto total = [&](WatchedRun& run) {
    double all = 0;
    for (const Observed& week : run.weeks(first, last)) all += week.*of;
    return all;
  };
  WatchedRun& granted = runs.granted(department, kMore, {kFrom, kMostWeeks});
  return std::log(total(granted) / total(runs.still())) / std::log(kMore);
}

// (NPV change + extra cost) / extra cost of half as much again for 26 weeks.
double causal_return(Runs& runs, Department department, int week) {
  const WeekSpan span{week, week + kGrantWeeks - 1};
  const double discount = runs.world().parameters.economics.discount;
  const auto without = runs.still().weeks(week, kTenYears - 1);
  const auto with = runs.granted(department, kHalfAsMuchAgain, span).weeks(week, kTenYears - 1);
  const auto in_hand = [](const Observed& end) { return end.users_end * end.ltv; };
  double change = std::exp(-discount * kTenYears) * (in_hand(with.back()) - in_hand(without.back()));
  double extra = 0;
  for (std::size_t i = 0; i < with.size(); ++i) {
    const int t = week + static_cast<int>(i);
    const double weight = std::exp(-discount * t);
    change += weight * (with[i].profit - without[i].profit);
    if (span.holds(t)) extra += weight * (with[i].cost[department] - without[i].cost[department]);
  }
  return (change + extra) / extra;
}

template <Department department, int week>
double return_of(Runs& runs) {
  return causal_return(runs, department, week);
}

template <Department department, int week>
double return_over_product(Runs& runs) {
  return causal_return(runs, department, week) / causal_return(runs, Department::product, week);
}

double operations_over_least(Runs& runs) {
  const auto of = [&](Department department) { return causal_return(runs, department, kFrom); };
  return of(Department::operations) /
         std::min({of(Department::product), of(Department::marketing), of(Department::sales)});
}

constexpr int kStock = 300;
constexpr std::string_view kTimes = "NPV per money";

constexpr Figure kMoneyFigures[] = {
    {"elasticity_marketing_60", "1", "elasticity of customers won in weeks 60 to 63 to marketing's budget",
     [](Runs& runs) { return elasticity(runs, Department::marketing, &Observed::won, 60, 63); }},
    {"elasticity_marketing_100", "1",
     "elasticity of customers won in weeks 100 to 111 to marketing's budget from week 60 on",
     [](Runs& runs) { return elasticity(runs, Department::marketing, &Observed::won, 100, 111); }},
    {"elasticity_sales_60", "1", "elasticity of customers won in weeks 60 to 63 to sales' budget",
     [](Runs& runs) { return elasticity(runs, Department::sales, &Observed::won, 60, 63); }},
    {"elasticity_product_users", "1",
     "elasticity of users after week 111 to product's budget from week 60 on",
     [](Runs& runs) { return elasticity(runs, Department::product, &Observed::users_end, 111, 111); }},
    {"return_product_60", kTimes,
     "causal return of half as much again to product for 26 weeks from week 60 on",
     return_of<Department::product, kFrom>},
    {"return_marketing_60", kTimes,
     "causal return of half as much again to marketing for 26 weeks from week 60 on",
     return_of<Department::marketing, kFrom>},
    {"return_sales_60", kTimes, "causal return of half as much again to sales for 26 weeks from week 60 on",
     return_of<Department::sales, kFrom>},
    {"return_operations_60", kTimes,
     "causal return of half as much again to operations for 26 weeks from week 60 on",
     return_of<Department::operations, kFrom>},
    {"return_marketing_over_product_60", "1", "marketing's causal return over product's, week 60",
     return_over_product<Department::marketing, kFrom>},
    {"return_sales_over_product_60", "1", "sales' causal return over product's, week 60",
     return_over_product<Department::sales, kFrom>},
    {"return_operations_over_least_60", "1",
     "operations' causal return over the least of the others', week 60", operations_over_least},
    {"return_product_300", kTimes,
     "causal return of half as much again to product for 26 weeks from week 300 on",
     return_of<Department::product, kStock>},
    {"return_marketing_300", kTimes,
     "causal return of half as much again to marketing for 26 weeks from week 300 on",
     return_of<Department::marketing, kStock>},
    {"return_sales_300", kTimes, "causal return of half as much again to sales for 26 weeks from week 300 on",
     return_of<Department::sales, kStock>},
    {"return_operations_300", kTimes,
     "causal return of half as much again to operations for 26 weeks from week 300 on",
     return_of<Department::operations, kStock>},
    {"return_marketing_over_product_300", "1", "marketing's causal return over product's, week 300",
     return_over_product<Department::marketing, kStock>},
};

}  // namespace

std::span<const Figure> of_money() {
  return kMoneyFigures;
}

}  // namespace orgsim::figure
