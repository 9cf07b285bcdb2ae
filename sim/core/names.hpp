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

}  // namespace orgsim
