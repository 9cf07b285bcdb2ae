// [selection]: firms that copy each other's strategies, and departments that are dissolved
// (docs/model.md, 3.10).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/field.hpp"
#include "keys/run.hpp"

namespace orgsim {

// What stands for following no strategy.
inline constexpr std::string_view kNoStrategy = "none";

// Firms of a scenario with this section that says nothing of their number.
inline constexpr std::int64_t kFirmsUnderSelection = 6;

struct Selection {
  std::vector<std::string> strategies;
  std::vector<double> weights;
  std::int64_t review = 52;
  double imitation = 0.2;
  double noise = 0.02;
  double dissolve = 0.25;
  std::int64_t patience = 52;
  Rivals rivals = Rivals::same;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"strategies", "", range::any,
                "What firms may begin with: names under [strategies], or \"none\"; each firm draws one of "
                "them, unless its [[firms]] table names one. Nothing is selected without it",
                "", Trait::fixed},
          self.strategies);
    visit(Field{"weights", "", range::not_negative,
                "How often each of them is drawn, relative to the others; all alike if left out", "",
                Trait::fixed | Trait::per_strategy},
          self.weights);
    visit(Field{"review", "weeks", range::weeks,
                "Weeks from one review, at which firms may copy a strategy, to the next", "a year",
                Trait::fixed},
          self.review);
    visit(Field{"imitation", "probability per review", range::share,
                "How likely a firm is to copy the strategy of the firm that it takes for the most profitable",
                "choice; success is imitated where it cannot be computed (Alchian 1950)"},
          self.imitation);
    visit(Field{"noise", "money per user and week", range::not_negative,
                "Error in a firm's view of each firm's profit per user", "choice"},
          self.noise);
    visit(Field{"dissolve", "share of its first real share", range::share,
                "Real share of the budget below which a marketing department may be dissolved; 0 for never",
                "choice: half of what the budget line takes"},
          self.dissolve);
    visit(Field{"patience", "weeks", range::weeks,
                "Weeks in a row below it after which the department is dissolved", "choice: a budget year",
                Trait::fixed},
          self.patience);
    visit(
        Field{"rivals", "", range::any,
              "What every firm but the first does at reviews: the same as it (same), keep what it began with "
              "(static), or the same once a crisis line of its own has been crossed (respond)",
              "", Trait::fixed},
        self.rivals);
  }

  // Whether the scenario has any of it.
  bool given() const { return !strategies.empty(); }

  bool operator==(const Selection&) const = default;
};

}  // namespace orgsim
