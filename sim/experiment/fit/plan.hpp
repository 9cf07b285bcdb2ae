// What a firm's own history is fitted with: the numbers that nobody knows, and what its books say.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/plausible.hpp"
#include "engine/quarters.hpp"
#include "engine/scenario.hpp"

namespace orgsim {

// From low to high; one number where they are equal.
struct Span {
  double low = 0;
  double high = 0;

  bool single() const { return low == high; }
};

// Kinds of columns that err alike. The four budgets come from the same ledger.
enum class ErrorKind { users, revenue, budgets, won };
template <>
struct Names<ErrorKind> {
  static constexpr std::array<std::string_view, 4> value{"users", "revenue", "budgets", "won"};
};
ErrorKind error_kind(Book book);

// Where the luck of a pooled run comes from, besides who of the people acts: keys by whose square it grows.
enum class Luck { creative, fit, virality, perception };
template <>
struct Names<Luck> {
  static constexpr std::array<std::string_view, 4> value{"marketing.creative_noise", "product.fit_noise",
                                                         "product.viral_noise", "executive.perception_noise"};
};
using LuckSizes = std::array<double, count_of<Luck>>;
LuckSizes luck_in(const Scenario& world);
Scenario with_luck(Scenario world, const LuckSizes& sizes);

struct FitSettings {
  Ranges ranges = Ranges::plausible;
  Span age{0, 156};                  // of the market when the table begins, in weeks: uniform
  std::map<std::string, Span> vary;  // other ranges of numbers, by path; single ones stay there
  // Standard deviation of the logarithm of what is reported about what was: log-uniform.
  // It is the model's inaccuracy as much as the books': within 2 %, no model of this kind is right (Kennedy &
  // O'Hagan 2001, J. Royal Statistical Society B 63(3), 425-464).
  std::array<Span, count_of<ErrorKind>> errors{Span{0.02, 0.2}, Span{0.02, 0.2}, Span{0.02, 0.2},
                                               Span{0.02, 0.2}};
  int rolling = 1;  // quarters that `won` is summed over
  int ahead = 0;    // quarters after the table's that are foreseen
  std::size_t points = 400;
  std::uint64_t seed = 1;
  std::uint64_t most_evaluations = 100000;
};

struct FitPlan {
  Scenario scenario;  // of which the numbers below are drawn, and all else stays
  Quarters quarters;
  FitSettings settings;
  std::vector<PlausibleNumber> numbers;  // keys that are drawn
  std::vector<std::string> kept;         // plausible numbers that the scenario has its own word on
  // What is unknown of the firm and its table, behind the numbers: age_weeks, weight.DEPARTMENT (its share of
  // the first budget over the product's), error.KIND.
  std::vector<PlausibleNumber> others;
  // Columns of a table of worlds: the numbers', and the first shares of the budget where they are unknown.
  std::vector<std::string> paths;

  std::size_t unknowns() const { return numbers.size() + others.size(); }
  int grid_quarters() const { return static_cast<int>(quarters.count()) + settings.ahead; }
};

// Throws InputError with all that is wrong with the settings.
FitPlan plan_fit(const Scenario& scenario, const Quarters& quarters, const FitSettings& settings);

// One guess at all that is unknown.
struct FitPoint {
  std::vector<double> values;  // of the plan's paths, rounded as the file has them
  int age = 0;
  std::array<double, count_of<ErrorKind>> errors{};
};
FitPoint point_at(const FitPlan& plan, std::span<const double> units);

// The scenario of a point, which lasts to the end of the grid.
Scenario world_of(const FitPlan& plan, const FitPoint& point);

}  // namespace orgsim
