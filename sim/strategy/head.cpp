#include "strategy/head.hpp"

#include <utility>

#include "core/arithmetic.hpp"
#include "model/selection.hpp"

namespace orgsim {

void Reviewed::add(const Firms& firms, std::size_t f) {
  last_touch += firms.mode_credit.of(f);
  contributed += firms.mode_contributed.of(f);
  spend += firms.spend(Department::marketing, f) * firms.mix.of(f);
}

namespace {

Before in_force(const Firms& firms, std::size_t f) {
  return {firms.mix.of(f), firms.ai_adoption(f), firms.redeploy(f), firms.proof(f), firms.ceo_voice(f)};
}

// One week's step back, whatever the strategy named.
void go_back(const Before& before, const Turn& turn) {
  Firms& firms = turn.firms();
  const std::size_t f = turn.firm;
  firms.budget_factor(f) = 1;
  move_mix(before.mix, turn);
  approach(firms.ai_adoption(f), before.ai_adoption, turn.rate);
  approach(firms.redeploy(f), before.redeploy, turn.rate);
  approach(firms.proof(f), before.proof, turn.rate);
  firms.ceo_voice(f) = before.ceo_voice;
}

// Whether the next strategy takes over in this week.
bool takes_over(const Head& head, std::size_t f, const World& world) {
  if (!head.next) return false;
  const std::optional<int> begins = begin_week(*head.next, world.firms.lines[f]);
  return begins && *begins <= world.week;
}

// One week of the strategy in force, or of the way back from it.
void act(Head& head, bool due, std::size_t f, World& world) {
  const bool begins = takes_over(head, f, world);
  if (begins) {
    head.current = std::exchange(head.next, std::nullopt);
    head.began = world.week;
    head.states = {};
    head.before = in_force(world.firms, f);
  }
  if (!head.current) return;
  const Strategy& strategy = *head.current;
  const Turn turn{world, f, 1 / strategy.ramp};
  if (strategy.duration && world.week >= *head.began + *strategy.duration) return go_back(head.before, turn);
  world.firms.budget_factor(f) = 1;
  if (begins) strategy.begin(head.states, turn);
  if (due) strategy.review(head.states, turn, head.since_review);
  strategy.act(head.states, turn);
}

// The sums cover the weeks since the last multiple of `review`, up to the week before this one.
bool review_due(Head& head, std::size_t f, const World& world) {
  if (world.week == 0) return false;
  head.since_review.add(world.firms, f);
  return world.week % world.firms.keys.of(f).marketing.review == 0;
}

// A mix that was decided from outside is there at once, like that of a strategy with a ramp of one week.
void take_decided_mix(const PerMode& before, std::size_t f, Firms& firms) {
  Decided& decided = firms.decided[f];
  if (!decided.hold_mix && !decided.mix) return;
  const PerMode mix = std::exchange(decided.mix, std::nullopt).value_or(before);
  firms.moving(f) = moving(before, mix);
  firms.mix.set(f, mix);
}

}  // namespace

void lead(Head& head, std::size_t f, World& world) {
  Firms& firms = world.firms;
  firms.moving(f) = 0;
  if (is_dissolved(firms, f)) return;
  const bool due = review_due(head, f, world);
  const PerMode before = firms.mix.of(f);
  act(head, due, f, world);
  take_decided_mix(before, f, firms);
  if (due) head.since_review = Reviewed();
}

}  // namespace orgsim
