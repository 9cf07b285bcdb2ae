// The kinds of executive, and their part of the week.
#pragma once

#include <array>
#include <string_view>
#include <tuple>

#include "executive/incremental.hpp"

namespace orgsim {

using ExecutiveKinds = std::tuple<  //
    Incremental                     //
    >;

inline constexpr auto kExecutiveKinds =
    std::apply([](const auto&... kind) { return std::array{std::remove_cvref_t<decltype(kind)>::name...}; },
               ExecutiveKinds());

// The total budget of each firm (docs/model.md, 3.2).
void set_total_budgets(World& world);

// Next week's shares of each firm, after the week's politics (docs/model.md, 3.6).
void reallocate(World& world);

}  // namespace orgsim
