// Why does it happen? The baseline with every combination of its mechanisms, or of the keys in which it
// differs from another scenario, on common random numbers; and what each contributes (docs/explain.md).
#pragma once

#include <string>
#include <vector>

#include "experiment/explain/shapley.hpp"
#include "experiment/units/course.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

inline constexpr std::string_view kExplain = "explain";  // in results files, and the program's verb

// More than these groups of keys are not combined exactly, but sampled.
inline constexpr std::size_t kMostExact = 10;

struct ExplainOptions {
  std::vector<std::string> mechanisms;
  std::vector<std::string> series;
  std::string strategy;
  bool interactions = false;
  std::int64_t orders = 8;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"mechanisms", "", range::any,
                "Mechanisms that are switched, of those that the scenario uses; all of them if left out", "",
                Trait::fixed},
          self.mechanisms);
    visit(
        Field{"series", "", range::any,
              "Further values to explain: a weekly series of the focal firm in a week, such as share@200 or "
              "credited.sales@519",
              "", Trait::fixed},
        self.series);
    visit(strategy_option(), self.strategy);
    visit(Field{"interactions", "", range::any, "Contributions of pairs too (Shapley-Taylor, order 2)", "",
                Trait::fixed},
          self.interactions);
    visit(Field{"orders",
                "orders",
                {4, 10000},
                "With --against and more than ten groups of keys: random orders in which each replication "
                "goes through them, an even number",
                "",
                Trait::fixed},
          self.orders);
  }
};

// The axes of a unit's numbers. Exact ones are values of coalitions; sampled ones go from none to all along
// random orders.
namespace explain_axis {
inline constexpr const char* coalition = "coalition";  // "none", "winter", "winter + ai", ...
inline constexpr const char* order = "order";          // of sampled ones
inline constexpr const char* player = "player";  // what each adds in that order; behind them none and all
inline constexpr const char* value = "value";
}  // namespace explain_axis
inline constexpr const char* kNone = "none";
inline constexpr const char* kAllOfThem = "all";
inline constexpr const char* kBothOf = " + ";

// What is explained besides series: falls from the first week to the last, so that what makes marketing lose
// is above zero; and the week of marginalisation, the number of weeks where it never comes.
inline constexpr std::array<std::string_view, 5> kExplained{
    "budget_share", "centrality", "non_substitutability", "npv", "marginalised_week"};

// Throws InputError with what is wrong with the scenarios or the options.
UnitsPlan plan_explain(const UnitsAsked& asked);

}  // namespace orgsim
