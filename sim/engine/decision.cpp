#include "engine/decision.hpp"

#include <cmath>

#include "core/field.hpp"

namespace orgsim {

namespace {

template <class Shares>
void check_shares(const char* key, const std::optional<Shares>& shares, std::vector<Problem>& problems) {
  if (!shares) return;
  if (!(*shares >= 0).all() || !(std::abs(shares->sum() - 1) <= kSumTolerance))
    problems.push_back({{}, key, "these are not shares", "numbers from 0 to 1 that sum to 1"});
}

}  // namespace

std::vector<Problem> problems_of(const Decision& decision) {
  std::vector<Problem> problems;
  if (!decision.share && !decision.marketing_budget && !decision.mix)
    problems.push_back({{}, "", "nothing is decided", "give share, marketing_budget or mix"});
  check_shares("share", decision.share, problems);
  const double factor = decision.marketing_budget.value_or(1);
  if (!(factor >= 0) || !std::isfinite(factor))
    problems.push_back({{}, "marketing_budget", "this is no factor of a budget", "a number of at least 0"});
  check_shares("mix", decision.mix, problems);
  if (decision.hold && !decision.share && !decision.mix && decision.marketing_budget) {
    problems.push_back({{},
                        "hold",
                        "there is nothing to hold: the factor stays as it is decided anyhow",
                        "leave it out, or give share or mix"});
  }
  return problems;
}

void decide(Decided& decided, const Decision& decision) {
  const std::vector<Problem> problems = problems_of(decision);
  if (!problems.empty()) throw InputError(problems);
  if (decision.share) {
    decided.share = decision.share;
    decided.hold_share = decision.hold;
  }
  if (decision.marketing_budget) decided.marketing_budget = *decision.marketing_budget;
  if (decision.mix) {
    decided.mix = decision.mix;
    decided.hold_mix = decision.hold;
  }
}

}  // namespace orgsim
