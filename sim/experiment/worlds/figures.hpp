// The figures that the model is held to (docs/model.md, 7), measured of any scenario: how fast its market
// fills, what money brings, how long customers stay, how budgets move. One list; tests/science measures the
// same in Python, written apart from this, and a test compares the two.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/stop_flag.hpp"
#include "engine/scenario.hpp"

namespace orgsim {

class Runs;

struct Figure {
  std::string_view name;
  std::string_view unit;
  std::string_view meaning;
  double (*of)(Runs& runs);  // for measure()
};

// In the order of docs/model.md. What never happens is in week infinity; what cannot be said, such as a share
// of no customers, is NaN, which lies in no band.
std::span<const Figure> figures();
std::optional<std::size_t> figure_named(std::string_view name);

// A weekly series of the focal firm, or of the market, on the average of some weeks.
struct SeriesMean {
  std::size_t series = 0;  // in run_series()
  std::size_t entry = 0;   // of its department, mode or channel; 0 where it has none
  WeekSpan weeks;          // up to kMostWeeks - 1

  bool operator==(const SeriesMean&) const = default;
};
inline constexpr int kMostWeeks = 10000;

struct FigureNumber {
  std::size_t number = 0;  // in figures()

  bool operator==(const FigureNumber&) const = default;
};

using Measurable = std::variant<FigureNumber, SeriesMean>;

// For people and in tables: "weeks_to_half", "share of marketing, weeks 100 to 152".
std::string title_of(const Measurable& what);

// What is measured is the scenario without strategies (of anybody) and grants, over 520 weeks or as many as a
// figure needs; numbers that are drawn are those of the replication.
struct MeasuredAs {
  MarketKind kind = MarketKind::mean_field;  // or pooled, to see how far noise moves a figure
  std::uint32_t replication = 0;
};

// The numbers of `which`, in their order. A run that several need is made once, and no run that none needs.
// Throws Interrupted, and InputError where numbers overflow. Any thread may call it.
std::vector<double> measure(const Scenario& world, std::span<const Measurable> which,
                            const StopFlag& stop = {}, const MeasuredAs& as = {});

}  // namespace orgsim
