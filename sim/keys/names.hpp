// The fixed sets of the model: who competes for the budget, how marketing works, how customers are won.
#pragma once

#include "core/names.hpp"
#include "core/per.hpp"

namespace orgsim {

enum class Department { product, marketing, sales, operations };
template <>
struct Names<Department> {
  static constexpr std::array<std::string_view, 4> value{"product", "marketing", "sales", "operations"};
};

// What marketing splits its effort over: broadcast; performance (tied to business results); product
// (embedded in product definition); operations (embedded in retention loops).
enum class Mode { broadcast, performance, product, operations };
template <>
struct Names<Mode> {
  static constexpr std::array<std::string_view, 4> value{"broadcast", "performance", "product", "operations"};
};

// Through which a customer is won. Owners: marketing (broadcast, performance), sales, product (organic and
// word of mouth; operations owns the referred part of the latter).
enum class Channel { broadcast, performance, sales, organic, word_of_mouth };
template <>
struct Names<Channel> {
  static constexpr std::array<std::string_view, 5> value{"broadcast", "performance", "sales", "organic",
                                                         "word_of_mouth"};
};

// The crisis lines of marketing.
enum class Line { budget, capability, structure };
template <>
struct Names<Line> {
  static constexpr std::array<std::string_view, 3> value{"budget", "capability", "structure"};
};

// States of a marketing department that can trigger a strategy: one of the lines crossed, or marginalised
// (at least two of them crossed), or any of the lines crossed.
enum class Crisis { budget, capability, structure, marginalised, any };
template <>
struct Names<Crisis> {
  static constexpr std::array<std::string_view, 5> value{"budget", "capability", "structure", "marginalised",
                                                         "any"};
};

// Of a list's entries, behind what they are: "share of budget: product, marketing, ...".
template <Literal what>
inline constexpr std::string_view kByDepartment = NameList<what, Department>::value;
template <Literal what>
inline constexpr std::string_view kByOtherDepartment =
    NameList<what, Department, Department::marketing>::value;
template <Literal what>
inline constexpr std::string_view kByMode = NameList<what, Mode>::value;

using PerDepartment = Per<Department>;
using PerMode = Per<Mode>;
using PerChannel = Per<Channel>;

}  // namespace orgsim
