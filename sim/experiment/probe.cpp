#include "experiment/probe.hpp"

#include <cmath>
#include <limits>

#include "core/elementary.hpp"
#include "core/error.hpp"
#include "experiment/guards.hpp"

namespace orgsim {

namespace {

constexpr double kNotANumber = std::numeric_limits<double>::quiet_NaN();

void book_week(const World& world, std::size_t f, double discounted, Account& account) {
  const Firms& firms = world.firms;
  account.cost += discounted * firms.cost.of(f);
  account.credited += discounted * firms.credited.of(f);
  account.contributed += discounted * firms.contributed.of(f);
  // Modes are credited as their department is (docs/model.md, 3.5).
  const double beta = firms.keys.of(f).measurement.attribution_bias * (1 - firms.proof(f));
  account.mode_cost += discounted * firms.cost(Department::marketing, f) * firms.mix.of(f);
  account.mode_credited +=
      discounted * (beta * firms.mode_credit.of(f) + (1 - beta) * firms.mode_contributed.of(f));
  account.mode_contributed += discounted * firms.mode_contributed.of(f);
}

}  // namespace

double Account::cost_of(const GrantTarget& target) const {
  return target.mode ? mode_cost[*target.mode] : cost[target.department];
}

double Account::credited_to(const GrantTarget& target) const {
  return target.mode ? mode_credited[*target.mode] : credited[target.department];
}

double Account::contributed_by(const GrantTarget& target) const {
  return target.mode ? mode_contributed[*target.mode] : contributed[target.department];
}

Account account_of(Simulation fork, const Watched& watched, const Unit& unit, const BeforeWeek& act) {
  Account account;
  const auto f = static_cast<std::size_t>(watched.firm);
  const double discount = fork.world().parameters.economics.discount;
  while (fork.weeks_done() < watched.end) {
    unit.stop.check();
    if (act) act(fork);
    fork.step(unit.executor);
    const World& world = fork.world();
    expect_finite(world);
    const double discounted = elementary::exp(-discount * world.week);
    account.npv += discounted * world.firms.profit(f);
    if (watched.weeks.holds(world.week)) book_week(world, f, discounted, account);
  }
  const Firms& firms = fork.firms();
  account.npv += elementary::exp(-discount * fork.weeks_done()) * firms.users_end(f) * firms.ltv(f);
  return account;
}

double GrantEffect::causal_return() const {
  return cost != 0 ? (npv + cost) / cost : kNotANumber;
}

GrantEffect effect_of(const Simulation& before, const GrantTarget& target, double factor,
                      const Watched& watched, const Account& without, const Unit& unit) {
  Simulation fork = before;
  fork.give({{watched.firm}, target.department, factor, watched.weeks, target.mode});
  const Account with = account_of(std::move(fork), watched, unit);
  return {with.npv - without.npv, with.cost[target.department] - without.cost[target.department]};
}

Estimate estimate_of(std::span<const double> values) {
  return {mean_of(values), mean_interval(values)};
}

std::vector<double> linearised(std::span<const double> numerators, std::span<const double> denominators) {
  require(numerators.size() == denominators.size() && !numerators.empty(), "a ratio is of pairs");
  const double denominator = mean_of(denominators);
  const double ratio = denominator == 0 ? kNotANumber : mean_of(numerators) / denominator;
  std::vector<double> numbers;
  for (std::size_t i = 0; i < numerators.size(); ++i)
    numbers.push_back(ratio + (numerators[i] - ratio * denominators[i]) / denominator);
  return numbers;
}

Estimate ratio_of_means(std::span<const double> numerators, std::span<const double> denominators) {
  const std::vector<double> numbers = linearised(numerators, denominators);
  const double denominator = mean_of(denominators);
  if (denominator == 0) return {kNotANumber, {kNotANumber, kNotANumber}};
  return {mean_of(numerators) / denominator, mean_interval(numbers)};
}

namespace {

// What a grant brought before its cost, and that cost, of each effect.
std::pair<std::vector<double>, std::vector<double>> brought_and_cost(std::span<const GrantEffect> effects) {
  std::pair<std::vector<double>, std::vector<double>> both;
  for (const GrantEffect& effect : effects) {
    both.first.push_back(effect.npv + effect.cost);
    both.second.push_back(effect.cost);
  }
  return both;
}

}  // namespace

Estimate causal_return_of(std::span<const GrantEffect> effects) {
  const auto [brought, cost] = brought_and_cost(effects);
  return ratio_of_means(brought, cost);
}

Estimate difference_of_returns(std::span<const GrantEffect> first, std::span<const GrantEffect> second) {
  require(first.size() == second.size(), "returns are of the same runs");
  const auto [brought, cost] = brought_and_cost(first);
  const auto [other_brought, other_cost] = brought_and_cost(second);
  std::vector<double> difference = linearised(brought, cost);
  const std::vector<double> other = linearised(other_brought, other_cost);
  for (std::size_t i = 0; i < difference.size(); ++i) difference[i] -= other[i];
  return estimate_of(difference);
}

}  // namespace orgsim
