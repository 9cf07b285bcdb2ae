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
constexpr Range seed{0, 9007199254740991.0};  // whole numbers that a double tells apart
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
  sums_to_one = 1,     // a list of shares
  fixed = 2,           // shapes the run or its results: may not be a distribution, nor change during a run
  start = 4,           // is read before week 0, or holds from then on: may not change during a run
  required = 8,        // must be given: the table has no use without
  per_firm = 16,       // its section may also list one value for each firm
  executive = 32,      // names a kind of executive
  lines = 64,          // numbers of budget lines, of which there must be some
  per_strategy = 128,  // a list with a number for each strategy that firms may begin with
};

constexpr Trait operator|(Trait a, Trait b) {
  return static_cast<Trait>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

// Where the true value of a key may lie as far as anybody knows: what worlds are drawn from. A key without it
// is structural: it says what is simulated, not how the world is.
struct Plausible {
  enum class Of {
    nothing,
    number,    // of the value itself; of a list that sums to one, of its entry `entry`
    factor,    // what the default, or each entry of a list, is multiplied by
    share_of,  // of the key `other` of the same section, to which a check binds it
  };
  Of of = Of::nothing;
  double low = 0;
  double high = 0;
  Scale scale = Scale::linear;
  std::string_view source{};
  std::size_t entry = 0;
  std::string_view other{};
};

struct Field {
  std::string_view name;
  std::string_view unit;
  Range range;
  std::string_view meaning;
  std::string_view source = "";
  Trait trait = Trait::plain;
  Scale scale = Scale::linear;  // that ranges of a sweep use
  Plausible plausible{};

  // The same field with a plausible range, on the key's scale.
  constexpr Field within(double low, double high, std::string_view known_from) const {
    return with({Plausible::Of::number, low, high, scale, known_from, 0, {}});
  }
  constexpr Field within_by_factors(double low, double high, std::string_view known_from) const {
    return with({Plausible::Of::number, low, high, Scale::log, known_from, 0, {}});
  }
  // Of one entry of a list that sums to one; the others move in proportion.
  constexpr Field entry_within(std::size_t entry, double low, double high,
                               std::string_view known_from) const {
    return with({Plausible::Of::number, low, high, Scale::linear, known_from, entry, {}});
  }
  constexpr Field half_to_twice() const {
    return with(
        {Plausible::Of::factor, 0.5, 2, Scale::log, "nothing is known: half to twice the default", 0, {}});
  }
  constexpr Field share_of_within(std::string_view other, double low, double high,
                                  std::string_view known_from) const {
    return with({Plausible::Of::share_of, low, high, Scale::linear, known_from, 0, other});
  }

  constexpr bool has(Trait wanted) const {
    return (static_cast<unsigned>(trait) & static_cast<unsigned>(wanted)) != 0;
  }
  // Whether a distribution may stand for the value.
  constexpr bool drawable() const { return !has(Trait::fixed) && !has(Trait::sums_to_one); }

 private:
  constexpr Field with(const Plausible& range_of) const {
    Field field = *this;
    field.plausible = range_of;
    return field;
  }
};

struct Section {
  std::string_view name;
  std::string_view meaning;
};

// Joins a path: ("market", "taste") is "market.taste".
std::string joined_path(std::string_view path, std::string_view name);

}  // namespace orgsim
