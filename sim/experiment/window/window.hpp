// Until when can it still be reversed? Every strategy, begun at many weeks: each replication's baseline is
// simulated once and forked at every start, and an arm stops where its span of judgement ends
// (docs/window.md).
#pragma once

#include <string>
#include <vector>

#include "experiment/units/plan.hpp"

namespace orgsim {

inline constexpr std::string_view kWindow = "window";  // in results files, and the program's verb

struct WindowOptions {
  std::string starts;
  std::vector<std::string> only;
  std::vector<double> ramp;
  std::vector<double> budget_factor;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"starts", "weeks", range::any,
                "First weeks of the strategies, as A:B:STEP; every 13 weeks over the run if left out", "",
                Trait::fixed},
          self.starts);
    visit(Field{"only", "", range::any, "Strategies that are tried; all if left out", "", Trait::fixed},
          self.only);
    visit(Field{"ramp", "weeks", range::at_least_one,
                "Second axis: values of the strategies' key `ramp`, how fast they move", "", Trait::fixed},
          self.ramp);
    visit(Field{"budget_factor",
                "times",
                {0, 1000},
                "Second axis: values of the strategies' key `budget`, the factor on marketing's budget",
                "",
                Trait::fixed},
          self.budget_factor);
  }
};

// The axes of a unit's numbers, in their order.
namespace window_axis {
inline constexpr const char* strategy = "strategy";
inline constexpr const char* setting = "setting";  // of the second axis; one, 1, where there is none
inline constexpr const char* start = "start";
inline constexpr const char* measure = "measure";
}  // namespace window_axis

// Of a strategy begun in a week.
enum class WindowMeasure {
  verdict,  // its number
  to_save,  // 1 where the baseline is marginalised within the span or before it, else 0
  npv,      // of the firm by the end of the span, less the baseline's
  real_share,
  non_substitutability,
  centrality
};
template <>
struct Names<WindowMeasure> {
  static constexpr std::array<std::string_view, 6> value{
      "verdict", "to_save", "npv", "real_share", "non_substitutability", "centrality"};
};

// Throws InputError with what is wrong with the scenario or the options.
UnitsPlan plan_window(const UnitsAsked& asked);

// The weeks that `A:B:STEP` names, `A:B` every 13 and `A` alone; all within a run of so many. Throws
// InputError.
std::vector<double> starts_from(const std::string& text, std::int64_t weeks);

}  // namespace orgsim
