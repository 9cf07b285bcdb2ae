// What a marketing head intends to do, and when (docs/model.md, 3.8).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/field.hpp"
#include "strategy/all.hpp"

namespace orgsim {

// With the keys of every kind.
struct Strategy : StrategyKinds {
  std::string name;  // of the table [strategies.NAME], not one of its keys

  std::string label;  // for people; empty means the name
  std::optional<std::int64_t> start;
  std::optional<Crisis> when;
  std::int64_t delay = 0;
  double ramp = 13;
  std::optional<std::int64_t> duration;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"label", "", range::any, "Name for people, in any script; the table's own name if empty", "",
                Trait::fixed},
          self.label);
    visit(Field{"start", "week", {0, 1000000}, "First week of the strategy (or give `when`)"}, self.start);
    visit(Field{"when", "", range::any,
                "State of the firm's marketing that triggers the strategy: a crisis line crossed, any of "
                "them, or marginalised"},
          self.when);
    visit(Field{"delay",
                "weeks",
                {0, 10000},
                "With `when`: weeks between the state's first week and the beginning"},
          self.delay);
    visit(Field{"ramp", "weeks", range::at_least_one,
                "Time scale on which mix, AI adoption and proof move to their targets"},
          self.ramp);
    visit(
        Field{"duration",
              "weeks",
              {1, 1000000},
              "Weeks after which the strategy is over and mix, AI, proof and voice go back to what they were "
              "before it, while a strategy that the firm followed before does not resume; left out, it goes "
              "on"},
        self.duration);
    for_each_kind(self, [&](auto& kind) { kind.fields(kind, visit); });
  }

  const std::string& title() const { return label.empty() ? name : label; }

  // As bytes.
  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    for_each_kind(*this, visit);
    visit(name);
    visit(label);
    visit(start);
    visit(when);
    visit(delay);
    visit(ramp);
    visit(duration);
  }

  bool operator==(const Strategy&) const = default;
};

// The week in which the strategy begins for a firm, as far as is known from the states of its marketing so
// far.
std::optional<int> begin_week(const Strategy& strategy, const LineState& lines);

}  // namespace orgsim
