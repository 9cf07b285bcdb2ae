// Who is left after twenty years? Markets of firms that copy each other's strategies, and whose executives
// dissolve marketing departments (docs/selection.md). A market is a draw of what its firms begin with; its
// replications differ in their luck.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "experiment/units/plan.hpp"

namespace orgsim {

inline constexpr std::string_view kSelect = "select";  // in results files, and the program's verb

struct SelectOptions {
  std::int64_t markets = 20;
  std::int64_t every = 26;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"markets",
                "markets",
                {1, 100000},
                "Draws of the strategies that firms begin with; run.replications replications of each",
                "",
                Trait::fixed},
          self.markets);
    visit(Field{"every", "weeks", range::weeks, "Weeks from one look at the firms to the next", "",
                Trait::fixed},
          self.every);
  }
};

// The axes of a unit's numbers, in their order.
namespace select_axis {
inline constexpr const char* firm = "firm";
inline constexpr const char* week = "week";  // after which it is looked at
inline constexpr const char* measure = "measure";
}  // namespace select_axis

// Of a firm, after a week.
enum class SelectMeasure {
  strategy,         // its place among selected_strategies()
  dissolved,        // first week without a marketing department, -1 as long as there is one
  budget,           // real share of marketing in the budget
  centrality,       // of marketing
  staff,            // of marketing, 1 at first
  profit_per_user,  // money a week, over the last year
};
template <>
struct Names<SelectMeasure> {
  static constexpr std::array<std::string_view, 6> value{"strategy",   "dissolved", "budget",
                                                         "centrality", "staff",     "profit_per_user"};
};

// The names that firms may follow: those of [selection], then those with which other firms begin.
std::vector<std::string> selected_strategies(const Scenario& scenario);

// The market that a unit is a replication of; each world is a market of its own.
std::size_t market_of(const UnitsShape& shape, const UnitPlace& place);

// Throws InputError with what is wrong with the scenario or the options.
UnitsPlan plan_select(const UnitsAsked& asked);

}  // namespace orgsim
