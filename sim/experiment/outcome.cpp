#include "experiment/outcome.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"

namespace orgsim {

namespace {

bool are_alike(const std::optional<PerChannel>& a, const std::optional<PerChannel>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return std::equal(a->begin(), a->end(), b->begin(), [](double one, double other) {
    return one == other || (std::isnan(one) && std::isnan(other));
  });
}

}  // namespace

bool FirmOutcome::operator==(const FirmOutcome& other) const {
  return line_week == other.line_week && marginalised_week == other.marginalised_week &&
         marginalised_until == other.marginalised_until && npv == other.npv && share_end == other.share_end &&
         budget_total == other.budget_total && are_alike(margin_per_customer, other.margin_per_customer);
}

void OutcomeTracker::observe(const World& world) {
  const double discounted = elementary::exp(-world.parameters.economics.discount * world.week);
  for (std::size_t f = 0; f < firms_.size(); ++f) {
    firms_[f].discounted_profit += discounted * world.firms.profit(f);
    firms_[f].budget += world.firms.budget.of(f);
    if (world.firms.level(f) >= kMarginalisedLevel) firms_[f].marginalised_until = world.week;
  }
  if (const auto* network = std::get_if<Network>(&world.market)) add_margins(world, *network);
  positions_.push_back(position_of(world.firms, 0));
}

// What the week brought in, of those who were users at its start.
void OutcomeTracker::add_margins(const World& world, const Network& network) {
  const Economics& economics = world.parameters.economics;
  const double spending = economics.paid_in(world.environment.climate);
  const auto levels = static_cast<std::size_t>(network.cells.levels);
  for (std::size_t f = 0; f < firms_.size() && !users_by_entry_.empty(); ++f) {
    const double of_price = economics.margin * world.firms.keys.of(f).offer.price * spending;
    for (std::size_t h = 0; h < levels; ++h) {
      const double each = of_price * economics.paid_at(h);
      const double* users = &users_by_entry_[(f * levels + h) * count_of<Channel>];
      for (const Channel j : every<Channel>())
        firms_[f].margin[j] += each * users[static_cast<std::size_t>(j)];
    }
  }
  users_by_entry_ = network.entries.users;
}

Outcome OutcomeTracker::outcome(const Simulation& simulation) const {
  const World& world = simulation.world();
  // The customers in hand at the end are worth something.
  const double at_the_end = elementary::exp(-world.parameters.economics.discount * simulation.weeks_done());
  Outcome outcome;
  outcome.stock_phase_week = world.category.stock_phase;
  for (std::size_t f = 0; f < firms_.size(); ++f) {
    const Firms& firms = world.firms;
    FirmOutcome result;
    for (const Line line : every<Line>()) {
      result.line_week[static_cast<std::size_t>(line)] = firms.lines[f].first_week(static_cast<Crisis>(line));
    }
    result.marginalised_week = firms.lines[f].first_week(Crisis::marginalised);
    result.marginalised_until = firms_[f].marginalised_until;
    result.npv = firms_[f].discounted_profit + at_the_end * firms.users_end(f) * firms.ltv(f);
    result.share_end = firms.share.of(f);
    result.budget_total = firms_[f].budget;
    if (const auto* network = std::get_if<Network>(&world.market)) {
      const double* won = &network->entries.won[f * count_of<Channel>];
      result.margin_per_customer = firms_[f].margin / Eigen::Map<const PerChannel::Base>(won);
    }
    outcome.firms.push_back(result);
  }
  return outcome;
}

}  // namespace orgsim
