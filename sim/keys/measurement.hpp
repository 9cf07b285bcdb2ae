// [measurement]: what can be shown to work, and who is recorded as having won the customer.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "core/field.hpp"
#include "keys/names.hpp"

namespace orgsim {

inline constexpr std::string_view kDash = "-";

// A figure per department whose entry for marketing follows from its mix instead of from a key; that entry is
// kept at 0 and written as a dash.
struct ExceptMarketing {
  PerDepartment value;
  bool operator==(const ExceptMarketing&) const = default;

  // What a list of it has in the places: the departments' names, and the dash.
  static std::vector<std::string> places() {
    std::vector<std::string> names(Names<Department>::value.begin(), Names<Department>::value.end());
    names[static_cast<std::size_t>(Department::marketing)] = fmt::format("\"{}\"", kDash);
    return names;
  }
};

struct Measurement {
  PerMode measurability{0.35, 0.95, 0.6, 0.6};
  ExceptMarketing measurability_department{{0.8, 0.0, 1.0, 0.95}};
  double attribution_bias = 1.0;
  double capture = 0.4;
  double accountability = 0.5;
  ExceptMarketing ai_exposure{{0.25, 0.0, 0.3, 0.3}};

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"measurability", kByMode<"share: ">, range::share,
                "Part of each mode's results that can be shown",
                "broadcast is the least, performance the most measurable"}
              .half_to_twice(),
          self.measurability);
    visit(Field{"measurability_department", kByOtherDepartment<"share: ">, range::share,
                "Part of each department's results that can be shown; marketing's follows from its mix"}
              .half_to_twice(),
          self.measurability_department);
    visit(Field{"attribution_bias", "1 last touch, 0 truth", range::share,
                "What the executive sees: the last touch (1), what was contributed (0), or a blend"}
              .within(0.5, 1, "the last touch prevails"),
          self.attribution_bias);
    visit(Field{"capture", "share", range::share,
                "Part of other channels' wins that is credited to performance marketing at full share",
                "part of performance marketing's credit that would have come anyway; field experiments find "
                "large "
                "shares"}
              .within(0.2, 0.8, "field experiments find large shares that would have come anyway"),
          self.capture);
    visit(Field{"accountability", "exponent", range::not_negative, "How far being measurable gives power",
                "accountability drives influence (Verhoef & Leeflang 2009)"}
              .half_to_twice(),
          self.accountability);
    visit(Field{"ai_exposure", kByOtherDepartment<"share: ">, range::share,
                "Part of each department's work that AI can take over; marketing's follows from its mix"}
              .half_to_twice(),
          self.ai_exposure);
  }

  bool operator==(const Measurement&) const = default;
};

}  // namespace orgsim
