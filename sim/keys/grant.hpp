// [[grants]]: an experiment's causal probe.
#pragma once

#include <optional>

#include "core/field.hpp"
#include "keys/names.hpp"

namespace orgsim {

// A firm, which a scenario may call by its name.
struct FirmNumber {
  int number = 0;
  bool operator==(const FirmNumber&) const = default;
};

// Weeks first ... last, both included.
struct WeekSpan {
  int first = 0;
  int last = 0;

  bool holds(int week) const { return first <= week && week <= last; }
  bool operator==(const WeekSpan&) const = default;
};

// Multiplies one department's budget for some weeks, or what marketing spends on one of its modes.
struct Grant {
  FirmNumber firm;
  Department department = Department::marketing;
  double factor = 1;
  WeekSpan weeks;
  std::optional<Mode> mode = std::nullopt;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"firm", "", range::any, "Firm that an experiment's grant [[grants]] goes to", "",
                Trait::fixed | Trait::required},
          self.firm);
    visit(Field{"department", "", range::any, "Department that gets it", "", Trait::fixed | Trait::required},
          self.department);
    visit(Field{"factor", "", range::not_negative, "What the department's budget is multiplied by", "",
                Trait::required},
          self.factor);
    visit(Field{"weeks", "", range::any, "First and last week of the grant, both included", "",
                Trait::fixed | Trait::required},
          self.weeks);
    visit(Field{"mode", "", range::any,
                "Mode of marketing that the grant goes to alone; the whole department if left out", "",
                Trait::fixed},
          self.mode);
  }

  bool operator==(const Grant&) const = default;
};

}  // namespace orgsim
