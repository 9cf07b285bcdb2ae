// The population as a table: how many people of each adopter class and favourite use which firm at which
// habit.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/vectors.hpp"
#include "model/parameters/market.hpp"

namespace orgsim {

// States of a person are: uses nobody's product (0), then user of firm 0 at habit 0, 1, ..., of firm 1, and
// so on. People who differ in their adopter class alone lie side by side, since as users they face the same;
// there is room for whole vectors of classes, so that they move together, and what is beyond the last class
// stays empty.
struct Cells {
  int classes = 0;
  int stride = 0;  // classes rounded up to whole vectors
  int firms = 0;
  int levels = 0;
  std::vector<double> counts;  // at (state * firms + favourite) * stride + class

  Cells() = default;
  explicit Cells(const MarketParameters& market)
      : classes(static_cast<int>(market.mass.size())),
        stride(static_cast<int>(whole_vectors(market.mass.size()))),
        firms(static_cast<int>(market.firms)),
        levels(static_cast<int>(market.habit_levels)),
        counts(static_cast<std::size_t>(stride * firms * states())) {}

  int states() const { return 1 + firms * levels; }
  int state_of(int provider, int habit) const { return 1 + provider * levels + habit; }
  int cell(int favourite, int state) const { return (state * firms + favourite) * stride; }  // of class 0

  // The people of each class in one state.
  std::span<double> at(int favourite, int state) {
    return std::span(counts).subspan(static_cast<std::size_t>(cell(favourite, state)),
                                     static_cast<std::size_t>(classes));
  }
  std::span<const double> at(int favourite, int state) const {
    return std::span(counts).subspan(static_cast<std::size_t>(cell(favourite, state)),
                                     static_cast<std::size_t>(classes));
  }

  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(classes);
    visit(stride);
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
  std::vector<double> nonusers;  // as their cells lie: at favourite * stride + class

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
