// The vocabulary of field lists. A struct of parameters has one static function template
//
//   template <class Self, class Visitor> static void fields(Self& self, Visitor&& visit);
//
// that calls visit(Field{...}, self.member) for each key and visit(Section{...}, nested) for each sub-table.
// Reader, writer, JSON Schema, `orgsim describe`, the reference page and the bindings are visitors.
// A default stands in one place: the member's initialiser.
#pragma once

#include <array>
#include <limits>
#include <string>
#include <string_view>

#include "core/names.hpp"

namespace orgsim {

// The values a number may take. Every number must be finite as well.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool open_low = false;  // `low` itself is excluded

  bool holds(double value) const;
  // In words: "a number in [0, 1]", "a whole number above 0", "any finite number".
  std::string text(bool whole = false) const;

  bool operator==(const Range&) const = default;
};

namespace range {
constexpr Range any{};
constexpr Range share{0, 1};
constexpr Range not_negative{0};
constexpr Range positive{0, std::numeric_limits<double>::infinity(), true};
constexpr Range at_least_one{1};
constexpr Range weeks{1, 10000};  // up to the longest run
constexpr Range replications{1, 1000000};
}  // namespace range

// What a distance between two values of a key is measured in: its units, or factors.
enum class Scale { linear, log };
template <>
struct Names<Scale> {
  static constexpr std::array<std::string_view, 2> value{"linear", "log"};
};

// How far shares may sum beside 1.
inline constexpr double kSumTolerance = 1e-9;

// What else holds for a key.
enum class Trait : unsigned {
  plain = 0,
  sums_to_one = 1,  // a list of shares
  fixed = 2,        // shapes the run or its results: may not be a distribution, nor change during a run
  start = 4,        // is read before week 0, or holds from then on: may not change during a run
  required = 8,     // must be given: the table has no use without
  per_firm = 16,    // its section may also list one value for each firm
  executive = 32,   // names a kind of executive
  lines = 64,       // numbers of budget lines, of which there must be some
};

constexpr Trait operator|(Trait a, Trait b) {
  return static_cast<Trait>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

struct Field {
  std::string_view name;
  std::string_view unit;
  Range range;
  std::string_view meaning;
  std::string_view source = "";
  Trait trait = Trait::plain;
  Scale scale = Scale::linear;  // that ranges of a sweep use

  constexpr bool has(Trait wanted) const {
    return (static_cast<unsigned>(trait) & static_cast<unsigned>(wanted)) != 0;
  }
  // Whether a distribution may stand for the value.
  constexpr bool drawable() const { return !has(Trait::fixed) && !has(Trait::sums_to_one); }
};

struct Section {
  std::string_view name;
  std::string_view meaning;
};

// Joins a path: ("market", "taste") is "market.taste".
std::string joined_path(std::string_view path, std::string_view name);

}  // namespace orgsim
