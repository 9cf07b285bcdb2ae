// The population as a table: how many people of each adopter class and favourite use which firm at which
// habit.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "model/parameters/market.hpp"

namespace orgsim {

// Rows are (class s, favourite k); the columns of a row are its non-users, then the users of firm 0 at habit
// 0, 1, ..., of firm 1, and so on.
struct Cells {
  int classes = 0;
  int firms = 0;
  int levels = 0;
  std::vector<double> counts;

  Cells() = default;
  explicit Cells(const MarketParameters& market)
      : classes(static_cast<int>(market.mass.size())),
        firms(static_cast<int>(market.firms)),
        levels(static_cast<int>(market.habit_levels)),
        counts(static_cast<std::size_t>(rows()) * static_cast<std::size_t>(states())) {}

  int rows() const { return classes * firms; }
  int states() const { return 1 + firms * levels; }
  int state_of(int provider, int habit) const { return 1 + provider * levels + habit; }

  std::span<double> row(int r) {
    const auto width = static_cast<std::size_t>(states());
    return std::span(counts).subspan(static_cast<std::size_t>(r) * width, width);
  }
  std::span<const double> row(int r) const {
    const auto width = static_cast<std::size_t>(states());
    return std::span(counts).subspan(static_cast<std::size_t>(r) * width, width);
  }

  bool operator==(const Cells&) const = default;
};

// The totals that the rest of the model reads.
struct Census {
  int levels = 0;
  std::vector<double> users;     // n_f, per firm
  std::vector<double> by_habit;  // n_fh, at f * levels + h
  std::vector<double> nonusers;  // per row (s, k) of Cells

  double at_habit(int firm, int habit) const {
    return by_habit[static_cast<std::size_t>(firm * levels + habit)];
  }
  double all_users() const;
  double all_nonusers() const;

  bool operator==(const Census&) const = default;
};

Census census_of(const Cells& cells);

}  // namespace orgsim
