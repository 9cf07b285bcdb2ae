// The population as a table: how many people of each adopter class and favourite use which firm at which
// habit.
#pragma once

#include <cstddef>
#include <vector>

#include "core/vectors.hpp"
#include "keys/market.hpp"

namespace orgsim {

// States of a person are: uses nobody's product (0), then user of firm 0 at habit 0, 1, ..., of firm 1, and
// so on. People who differ in their favourite alone lie side by side; there is room for whole vectors of
// favourites, so that they move together, and what is beyond the last firm stays empty.
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
  int states() const { return 1 + firms * levels; }
  int state_of(int provider, int habit) const { return 1 + provider * levels + habit; }
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
  int levels = 0;
  std::vector<double> users;     // n_f, per firm
  std::vector<double> by_habit;  // n_fh, at f * levels + h
  AlignedNumbers nonusers;       // as their cells lie: at class * stride() + favourite

  double at_habit(int firm, int habit) const {
    return by_habit[static_cast<std::size_t>(firm * levels + habit)];
  }
  double all_users() const;
  double all_nonusers() const;

  bool operator==(const Census&) const = default;
};

// Counts everybody anew, in the memory that `census` has.
void take_census(const Cells& cells, Census& census);
Census census_of(const Cells& cells);

}  // namespace orgsim
