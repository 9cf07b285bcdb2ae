// Enumerations that have a spelling: in scenario files, in results and on the command line alike.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace orgsim {

// Specialised beside each enumeration; `value` lists the spellings in the order of the enumerators from 0 up.
template <class Enum>
struct Names;

template <class Enum>
constexpr std::size_t count_of = Names<Enum>::value.size();

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return Names<Enum>::value[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> named(std::string_view name) {
  for (std::size_t i = 0; i < count_of<Enum>; ++i) {
    if (Names<Enum>::value[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// Every enumerator in order, for range-based loops.
template <class Enum>
constexpr auto every() {
  std::array<Enum, count_of<Enum>> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Enum>(i);
  return all;
}

// A text as a template's argument.
template <std::size_t size>
struct Literal {
  char text[size]{};                             // NOLINT(*-avoid-c-arrays)
  constexpr Literal(const char (&from)[size]) {  // NOLINT(*-avoid-c-arrays,google-explicit-constructor)
    for (std::size_t i = 0; i < size; ++i) text[i] = from[i];
  }
  constexpr std::string_view view() const { return {text, size - 1}; }
};

// The spellings one after another behind a text, such as "share: product, marketing". Those of `marked` stand
// in parentheses: ", (marketing)".
template <Literal before, class Enum, Enum... marked>
class NameList {
  static constexpr auto parts() {
    std::array<std::array<std::string_view, 4>, count_of<Enum>> all{};
    for (const Enum one : every<Enum>()) {
      const bool is_marked = ((one == marked) || ...);
      const std::size_t i = static_cast<std::size_t>(one);
      all[i] = {i == 0 ? "" : ", ", is_marked ? "(" : "", name_of(one), is_marked ? ")" : ""};
    }
    return all;
  }
  static constexpr std::size_t length() {
    std::size_t sum = before.view().size();
    for (const auto& name : parts())
      for (const std::string_view part : name) sum += part.size();
    return sum;
  }
  static constexpr auto written() {
    std::array<char, length()> text{};
    std::size_t at = 0;
    const auto add = [&](std::string_view part) {
      for (const char c : part) text[at++] = c;
    };
    add(before.view());
    for (const auto& name : parts())
      for (const std::string_view part : name) add(part);
    return text;
  }
  static constexpr auto kText = written();

 public:
  static constexpr std::string_view value{kText.data(), kText.size()};
};

}  // namespace orgsim
