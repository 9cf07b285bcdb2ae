#include "experiment/twins.hpp"

#include <algorithm>

namespace orgsim {

bool has_twins(const RunResult& result) {
  const auto lacks = [](const Outcome& outcome) { return outcome.began && !outcome.standing; };
  return std::none_of(result.outcomes.begin(), result.outcomes.end(),
                      [&](const auto& arm) { return std::any_of(arm.begin(), arm.end(), lacks); });
}

}  // namespace orgsim
