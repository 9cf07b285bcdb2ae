// The population as a table: how many people of each adopter class and favourite use which firm at which
// habit.
#pragma once

#include <cstddef>
#include <type_traits>
#include <vector>

#include "core/vectors.hpp"
#include "keys/market.hpp"
#include "model/state/arrays.hpp"

namespace orgsim {

// Calls work(firms), with the number as a constant where there are few: loops over them are rolled out then.
template <class Work>
auto for_few_firms(std::size_t firms, const Work& work) {
  switch (firms) {
    case 2:
      return work(std::integral_constant<std::size_t, 2>{});
    case 3:
      return work(std::integral_constant<std::size_t, 3>{});
    case 4:
      return work(std::integral_constant<std::size_t, 4>{});
    default:
      return work(firms);
  }
}

// States of a person are: has never used anybody's product (0), has left some firm and uses none (1, lapsed),
// then user of firm 0 at habit 0, 1, ..., of firm 1, and so on. People who differ in their favourite alone
// lie side by side; there is room for whole vectors of favourites, so that they move together, and what is
// beyond the last firm stays empty.
constexpr int kLapsed = 1;      // the state of those who have left some firm
constexpr int kUserStates = 2;  // the first state of users

struct Cells {
  int classes = 0;
  int firms = 0;
  int levels = 0;
  AlignedNumbers counts;  // at (state * classes + class) * stride() + favourite

  Cells() = default;
  explicit Cells(const MarketParameters& market)
      : classes(static_cast<int>(market.mass.size())),
        firms(static_cast<int>(market.firms)),
        levels(static_cast<int>(market.habit_levels)),
        counts(static_cast<std::size_t>(states() * classes * stride())) {}

  int stride() const { return static_cast<int>(whole_vectors(static_cast<std::size_t>(firms))); }
  int states() const { return kUserStates + firms * levels; }
  int state_of(int provider, int habit) const { return kUserStates + provider * levels + habit; }
  std::size_t cell(int favourite, int adopter_class, int state) const {
    return static_cast<std::size_t>((state * classes + adopter_class) * stride() + favourite);
  }
  double& at(int favourite, int adopter_class, int state) {
    return counts[cell(favourite, adopter_class, state)];
  }
  double at(int favourite, int adopter_class, int state) const {
    return counts[cell(favourite, adopter_class, state)];
  }

  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(classes);
    visit(firms);
    visit(levels);
    visit(counts);
  }

  bool operator==(const Cells&) const = default;
};

// The totals that the rest of the model reads.
struct Census {
  OfFirms users;            // n_f
  ByHabit by_habit;         // n_fh
  AlignedNumbers nonusers;  // as their cells lie: at (lapsed * classes + class) * stride() + favourite

  double at_habit(int firm, int habit) const {
    return by_habit(static_cast<std::size_t>(habit), static_cast<std::size_t>(firm));
  }
  double all_nonusers = 0;
  double lapsed = 0;  // of those

  friend bool operator==(const Census& a, const Census& b) {
    return a.users == b.users && a.by_habit == b.by_habit && a.nonusers == b.nonusers;
  }
};

// Counts everybody anew, in the memory that `census` has.
void take_census(const Cells& cells, Census& census);
Census census_of(const Cells& cells);

}  // namespace orgsim
