// What a marketing head intends to do, and when (docs/model.md, 7.7).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/field.hpp"
#include "model/firm.hpp"

namespace orgsim {

struct Strategy {
  std::string name;  // of the table [strategies.NAME], not one of its keys

  std::string label;  // for people; empty means the name
  std::optional<std::int64_t> start;
  std::optional<Crisis> when;
  std::int64_t delay = 0;
  double ramp = 13;
  std::optional<PerMode> mix;
  std::optional<double> ai_adoption;
  std::optional<double> redeploy;
  std::optional<double> ceo_voice;
  bool adaptive = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"label", "", range::any, "Name for people, in any script; the table's own name if empty", "",
                Trait::fixed},
          self.label);
    visit(Field{"start", "week", {0, 1000000}, "First week of the strategy (or give `when`)"}, self.start);
    visit(Field{"when", "", range::any,
                "State of the firm's marketing that triggers the strategy: a crisis line crossed, or "
                "marginalised"},
          self.when);
    visit(Field{"delay",
                "weeks",
                {0, 10000},
                "With `when`: weeks between the state's first week and the beginning"},
          self.delay);
    visit(Field{"ramp", "weeks", range::at_least_one,
                "Time scale on which mix and AI adoption move to their targets"},
          self.ramp);
    visit(Field{"mix", "share of effort: broadcast, performance, product, operations", range::share,
                "Target mix; what a strategy does not name stays", "", Trait::sums_to_one},
          self.mix);
    visit(Field{"ai_adoption", "0..1", range::share,
                "Target AI adoption; 0 if the strategy names neither ai_adoption nor redeploy"},
          self.ai_adoption);
    visit(Field{"redeploy", "share", range::share,
                "Share of the people whom AI frees who are redeployed to judgement; the rest leave"},
          self.redeploy);
    visit(
        Field{"ceo_voice", "money per person and week", range::not_negative, "Voice of the chief executive"},
        self.ceo_voice);
    visit(Field{"adaptive", "", range::any,
                "The head reviews the mix every marketing.review weeks by last-touch value per money"},
          self.adaptive);
  }

  const std::string& title() const { return label.empty() ? name : label; }

  bool operator==(const Strategy&) const = default;
};

// The week in which the strategy begins for a firm, as far as is known from the states of its marketing so
// far.
std::optional<int> begin_week(const Strategy& strategy, const LineState& lines);

}  // namespace orgsim
