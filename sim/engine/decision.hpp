// What somebody decides in a firm's stead, as a player or a rule does in a run that is stepped.
#pragma once

#include <optional>
#include <vector>

#include "core/error.hpp"
#include "model/state/firms.hpp"

namespace orgsim {

// From the next week on (docs/model.md, 3.9); what is not named stays as it is.
struct Decision {
  std::optional<PerDepartment> share = std::nullopt;  // then the executive goes on from them
  std::optional<double> marketing_budget =
      std::nullopt;                           // factor on marketing's budget, until it is decided anew
  std::optional<PerMode> mix = std::nullopt;  // then marketing's head goes on from it
  bool hold = false;                          // shares and mix stay as decided until they are decided anew
};

std::vector<Problem> problems_of(const Decision& decision);

// Throws InputError with problems_of(decision), and then nothing has changed.
void decide(Decided& decided, const Decision& decision);

}  // namespace orgsim
