#include "strategy/targets.hpp"

#include "core/arithmetic.hpp"

namespace orgsim {

double moving(const PerMode& from, const PerMode& to) {
  return (to - from).abs().sum() / 2;
}

void move_mix(const PerMode& target, const Turn& turn) {
  Firms& firms = turn.firms();
  const PerMode mix = firms.mix.of(turn.firm);
  firms.moving(turn.firm) = moving(mix, target);
  firms.mix.set(turn.firm, mix + turn.rate * (target - mix));
}

void Targets::act(NoState& /*state*/, const Turn& turn) const {
  Firms& firms = turn.firms();
  const std::size_t f = turn.firm;
  firms.budget_factor(f) *= budget;
  if (mix) move_mix(*mix, turn);
  const bool names_neither = !ai_adoption && !redeploy;
  if (ai_adoption || names_neither) approach(firms.ai_adoption(f), ai_adoption.value_or(0), turn.rate);
  if (redeploy || names_neither) firms.redeploy(f) = redeploy.value_or(0);
  if (prove) approach(firms.proof(f), *prove, turn.rate);
  if (ceo_voice) firms.ceo_voice(f) = *ceo_voice;
}

}  // namespace orgsim
