// 3.2: how much each executive dares to spend in all, and how closely the spending is watched.
#include <algorithm>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

void estimate_growth(Firm& firm, double users) {
  const Executive& p = firm.parameters.executive;
  const std::optional<double> before = firm.users_before.push(users);
  if (!before) return;  // the window is not yet full
  const double a_year = elementary::log(std::max(users, 1.0) / std::max(*before, 1.0)) * 52 /
                        static_cast<double>(p.growth_window);
  approach(firm.growth, a_year, p.growth_rate);
}

double revenue(const World& world, int f) {
  const Economics& p = world.parameters.economics;
  double paid = 0;
  for (int h = 0; h < world.census.levels; ++h) paid += world.census.at_habit(f, h) * (1 + p.habit_price * h);
  return p.price * (1 - p.winter_spend * (1 - world.environment.climate)) * paid;
}

double total_budget(const World& world, const Firm& firm) {
  const Finance& p = firm.parameters.finance;
  const Economics& economics = world.parameters.economics;
  const double kappa = world.environment.climate;
  const double people_per_firm = world.environment.people / static_cast<double>(world.firms.size());
  const double R = firm.now.revenue;
  const double I = firm.now.injection;
  const double gc = firm.now.growth_clipped;

  const double floor = p.budget_floor * people_per_firm;
  const double share_of_revenue =
      p.budget_mature + (p.budget_growth - p.budget_mature) * gc - economics.winter_cut * (1 - kappa);
  const double wish = std::max(share_of_revenue * R, floor) + I;
  const double affordable = economics.margin * R + I + firm.cash / p.cash_weeks;
  return std::max(std::min(wish, affordable), floor);
}

// A grant adds to the budget what is paid from outside.
void grant(const World& world, int f, Firm& firm) {
  firm.now.granted = 0;
  for (const Grant& g : world.grants) {
    if (g.firm != f || world.week < g.first || world.week > g.last) continue;
    const double before = firm.now.budget[g.department];
    firm.now.budget[g.department] = before * g.factor;
    firm.now.granted += firm.now.budget[g.department] - before;
  }
}

}  // namespace

void executives(World& world) {
  const double kappa = world.environment.climate;
  const auto firms = static_cast<int>(world.firms.size());
  for (int f = 0; f < firms; ++f) {
    Firm& firm = world.firms[static_cast<std::size_t>(f)];
    const Executive& p = firm.parameters.executive;
    estimate_growth(firm, world.census.users[static_cast<std::size_t>(f)]);
    const double gc = firm.now.growth_clipped = clip(firm.growth, 0, 1);
    firm.now.scrutiny = logistic(p.scrutiny_slope * (p.scrutiny_mid - gc / 2 - kappa / 2));
    firm.now.revenue = revenue(world, f);
    firm.now.injection = firm.parameters.finance.injection * world.environment.people / firms * kappa * gc;
    firm.now.total_budget = total_budget(world, firm);
    firm.now.budget = firm.now.total_budget * firm.share;
    grant(world, f, firm);
  }
}

}  // namespace orgsim
