// docs/model.md, 7.2: how much each executive dares to spend in all, and how closely the spending is watched.
#include <algorithm>
#include <array>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "model/columns.hpp"
#include "model/week.hpp"

namespace orgsim {

namespace {

// Growth a year over the window, of the firms whose window is full.
void estimate_growth(World& world) {
  auto growth = columns_for<1>(world.firms.size());
  std::array<bool, kMostFirms> known{};
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    const double users = world.census.users[f];
    const std::optional<double> before = world.firms[f].users_before.push(users);
    known[f] = before.has_value();
    growth(static_cast<Eigen::Index>(f)) = std::max(users, 1.0) / std::max(before.value_or(users), 1.0);
  }
  elementary::log_of_each(numbers_of(growth));
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    Firm& firm = world.firms[f];
    const Executive& p = firm.parameters.executive;
    const double a_year = growth(static_cast<Eigen::Index>(f)) * 52 / static_cast<double>(p.growth_window);
    if (known[f]) approach(firm.growth, a_year, p.growth_rate);
    firm.now.growth_clipped = clip(firm.growth, 0, 1);
  }
}

void scrutinise(World& world) {
  auto odds = columns_for<1>(world.firms.size());
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    const Firm& firm = world.firms[f];
    const Executive& p = firm.parameters.executive;
    odds(static_cast<Eigen::Index>(f)) =
        -p.scrutiny_slope * (p.scrutiny_mid - firm.now.growth_clipped / 2 - world.environment.climate / 2);
  }
  elementary::exp_of_each(numbers_of(odds));
  for (std::size_t f = 0; f < world.firms.size(); ++f) {
    world.firms[f].now.scrutiny = 1 / (1 + odds(static_cast<Eigen::Index>(f)));
  }
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

// The executive's division of the budget; what was decided for marketing comes on top, and the firm pays it.
void divide(Firm& firm) {
  firm.now.budget = firm.now.total_budget * firm.share;
  firm.now.budget[Department::marketing] *= firm.decided.marketing_budget;
}

// A grant adds to the budget what is paid from outside.
void grant(const World& world, int f, Firm& firm) {
  firm.now.granted = 0;
  for (const Grant& g : world.grants) {
    if (g.firm.number != f || !g.weeks.holds(world.week)) continue;
    const double before = firm.now.budget[g.department];
    firm.now.budget[g.department] = before * g.factor;
    firm.now.granted += firm.now.budget[g.department] - before;
  }
}

}  // namespace

void executives(World& world) {
  const double kappa = world.environment.climate;
  const auto firms = static_cast<int>(world.firms.size());
  estimate_growth(world);
  scrutinise(world);
  for (int f = 0; f < firms; ++f) {
    Firm& firm = world.firms[static_cast<std::size_t>(f)];
    firm.now.revenue = revenue(world, f);
    firm.now.injection = firm.parameters.finance.injection * world.environment.people / firms * kappa *
                         firm.now.growth_clipped;
    firm.now.total_budget = total_budget(world, firm);
    divide(firm);
    grant(world, f, firm);
  }
}

}  // namespace orgsim
