// A strategy with targets: mix, AI adoption and proof approach them; redeployment, the chief executive's
// voice and the budget's factor are set at once.
#pragma once

#include <optional>

#include "core/field.hpp"
#include "strategy/kind.hpp"

namespace orgsim {

struct Targets {
  double budget = 1;
  std::optional<PerMode> mix;
  std::optional<double> ai_adoption;
  std::optional<double> redeploy;
  std::optional<double> prove;
  std::optional<double> ceo_voice;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"budget", "times", range::not_negative,
                "Factor on marketing's budget while the strategy is in force; the firm pays or saves the "
                "difference, and pays no more than it can"},
          self.budget);
    visit(Field{"mix", kByMode<"share of effort: ">, range::share, "Target mix; without one the mix stays",
                "", Trait::sums_to_one},
          self.mix);
    visit(Field{"ai_adoption", "0..1", range::share,
                "Target AI adoption; 0 if the strategy names neither ai_adoption nor redeploy"},
          self.ai_adoption);
    visit(Field{"redeploy", "share", range::share,
                "Share of the people whom AI frees who are redeployed to judgement; the rest leave. 0 if the "
                "strategy names neither ai_adoption nor redeploy"},
          self.redeploy);
    visit(Field{"prove", "0..1", range::share,
                "Target of proof: how far marketing's effects are shown by tests instead of the last touch"},
          self.prove);
    visit(
        Field{"ceo_voice", "money per person and week", range::not_negative, "Voice of the chief executive"},
        self.ceo_voice);
  }

  // One week's step towards the targets.
  void act(NoState& state, const Turn& turn) const;

  bool operator==(const Targets&) const = default;
};

// Half the L1 distance between two mixes, which is what moves.
double moving(const PerMode& from, const PerMode& to);

// One week's step of a firm's mix towards its target. Sets `moving`, which costs effort (docs/model.md, 3.3).
void move_mix(const PerMode& target, const Turn& turn);

}  // namespace orgsim
