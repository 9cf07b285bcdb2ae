// What a kind of executive is: how a firm's total budget is set, and how it is divided. Each firm names its
// kind in executive.budgeting.
//
//   struct Kind {
//     static constexpr std::string_view name = "...";
//     static OfFirms total_budget(const World&);  // 3.2: money this week, of every firm
//     static Division divide(const World&);       // 3.6: the shares of next week
//   };
//
// A kind computes both for every firm; those of the firms that name it are taken. Its keys are among those of
// the section [executive]. Who adds one gives it a file NAME.hpp, a file NAME.cpp and a line in all.hpp
// (CONTRIBUTING.md).
#pragma once

#include "model/world.hpp"

namespace orgsim {

struct Division {
  OfDepartments shares;  // not negative; floor, sum and what was decided from outside come after it
  // Why each log share moves; what these four do not sum to is booked as the rest.
  OfDepartments by_credit, by_noise, by_power, by_equality;
};

}  // namespace orgsim
