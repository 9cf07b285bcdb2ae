#include "strategy/plan.hpp"

#include "core/arithmetic.hpp"

namespace orgsim {

void follow_plan(const Strategy& strategy, Firm& firm) {
  const double rate = 1 / strategy.ramp;
  if (strategy.mix) {
    firm.now.moving = (*strategy.mix - firm.mix).abs().sum() / 2;
    firm.mix += rate * (*strategy.mix - firm.mix);
  }
  const bool names_neither = !strategy.ai_adoption && !strategy.redeploy;
  if (strategy.ai_adoption || names_neither) {
    approach(firm.ai_adoption, strategy.ai_adoption.value_or(0), rate);
  }
  if (strategy.redeploy || names_neither) firm.redeploy = strategy.redeploy.value_or(0);
  if (strategy.ceo_voice) firm.ceo_voice = *strategy.ceo_voice;
}

}  // namespace orgsim
