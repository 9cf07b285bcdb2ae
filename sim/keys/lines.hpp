// [lines]: when a marketing department counts as pushed to the edge, and how a strategy is judged.
#pragma once

#include <cstdint>

#include "core/field.hpp"

namespace orgsim {

struct LineParameters {
  double budget = 0.5;
  double capability = 0.5;
  double structure = 0.08;
  std::int64_t sustain = 13;
  std::int64_t judge = 260;
  double tolerance = 0.2;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(
        Field{"budget", "share of the initial share", range::share,
              "Budget line: marketing's real share of the budget falls below this part of its initial share"},
        self.budget);
    visit(Field{"capability", "", range::share, "Capability line: non-substitutability falls below this"},
          self.capability);
    visit(Field{"structure", "", range::share, "Structure line: centrality falls below this",
                "a third of a fair quarter"},
          self.structure);
    visit(Field{"sustain", "weeks", range::weeks, "Weeks in a row that the condition must hold", "a quarter"},
          self.sustain);
    visit(Field{"judge", "weeks", range::weeks, "Weeks over which a strategy is judged", "five years"},
          self.judge);
    visit(Field{"tolerance", "share of each threshold", range::share,
                "By how much the lines are moved for the lenient and the strict verdict",
                "how far verdicts hang on where the lines are drawn"},
          self.tolerance);
  }

  bool operator==(const LineParameters&) const = default;
};

}  // namespace orgsim
