// What a scenario says of a sweep: which keys vary and how, and what is kept of every point (docs/sweeps.md).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/error.hpp"
#include "core/field.hpp"
#include "core/names.hpp"
#include "engine/distribution.hpp"

namespace orgsim {

enum class DesignKind { grid, zip, lhs, sobol, random, file };
template <>
struct Names<DesignKind> {
  static constexpr std::array<std::string_view, 6> value{"grid", "zip", "lhs", "sobol", "random", "file"};
};

// What is kept of a point besides its design.
enum class Keep { outcomes, bands, means, trajectories };
template <>
struct Names<Keep> {
  static constexpr std::array<std::string_view, 4> value{"outcomes", "bands", "means", "trajectories"};
};

// One of some numbers.
struct Levels {
  std::vector<double> values;
  bool operator==(const Levels&) const = default;
};

// From `low` to `high` on a scale; with a step, those of low, low + step, ... that do not exceed `high`.
struct ValueRange {
  double low = 0;
  double high = 0;
  std::optional<double> step;
  std::optional<std::int64_t> levels;  // equally spaced ones, for designs that need a number of them
  std::optional<Scale> scale;          // nothing: the key's own, or linear for a share
  std::string share_of{};              // the key of which the range is a share; empty: of nothing
  bool operator==(const ValueRange&) const = default;
};

using SweptValues = std::variant<Levels, ValueRange, Distribution>;

// One dimension of the design: a key, or several that take the same number.
struct Varied {
  std::string name;
  std::vector<std::string> keys;
  SweptValues choice;
  Place place;  // where it was written

  bool operator==(const Varied& other) const {  // wherever it was written
    return name == other.name && keys == other.keys && choice == other.choice;
  }
};

// More than these are a mistake.
inline constexpr double kMostPoints = 1e9;

// The points of design = "file", one number per varied key.
struct PointTable {
  std::vector<std::string> columns;  // empty: those of `vary`, in their order
  std::size_t width = 0;
  std::vector<double> numbers;    // row by row; not a number where a mistake is
  std::string path;               // of the file
  std::vector<int> lines;         // of the rows
  std::vector<Problem> problems;  // to be reported with what else is wrong with the sweep

  std::size_t rows() const { return width == 0 ? 0 : numbers.size() / width; }
  std::span<const double> row(std::size_t r) const { return {numbers.data() + r * width, width}; }
  Place place(std::size_t r) const { return {path, lines[r], 1}; }

  bool operator==(const PointTable& other) const {
    return columns == other.columns && width == other.width && numbers == other.numbers;
  }
};

// A list as a default; GCC 12 stumbles over a brace-enclosed one where a struct that has it is archived.
template <class T>
std::vector<T> only(const T& value) {
  return std::vector<T>(1, value);
}

// The table of a scenario, and the keys in it that are its dimensions: no field, for these are any keys.
inline constexpr std::string_view kSweepTable = "sweep";
inline constexpr Field kVary{"vary", "", range::any,
                             "The keys that vary, and the values that each may take; a group of keys that "
                             "take the same number has a name of its own and lists them as `keys`. Or "
                             "\"plausible\": every number that has a plausible range, over it"};
// What stands for a range of every number that has a plausible one.
inline constexpr std::string_view kVaryPlausible = "plausible";

struct SweepTable {
  DesignKind design = DesignKind::sobol;
  std::int64_t points = 128;
  std::optional<std::int64_t> replications;
  std::optional<std::vector<std::string>> strategies;
  std::vector<Keep> keep = only(Keep::outcomes);
  std::vector<std::string> series = only(std::string("share"));
  bool independent = false;
  std::string file;
  std::vector<Varied> vary;
  PointTable table;  // what `file` holds

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"design", "", range::any,
                "How points are chosen: grid (every combination), zip (side by side), lhs (Latin hypercube), "
                "sobol (scrambled), random, file (a table of points)",
                "", Trait::fixed},
          self.design);
    visit(Field{"points",
                "points",
                {1, kMostPoints},
                "Number of points; a grid, a zip and a file have their own",
                "",
                Trait::fixed},
          self.points);
    visit(Field{"replications", "replications", range::replications,
                "Replications of every point; run.replications if left out", "", Trait::fixed},
          self.replications);
    visit(
        Field{"strategies", "", range::any,
              "Strategies that are run besides the baseline; all if left out, [] for none", "", Trait::fixed},
        self.strategies);
    visit(Field{"keep", "", range::any,
                "What is kept of every point: outcomes, and weekly bands, means or trajectories", "",
                Trait::fixed},
          self.keep);
    visit(Field{"series", "", range::any, "The weekly series that bands, means and trajectories are kept of",
                "", Trait::fixed},
          self.series);
    visit(Field{"independent", "", range::any,
                "Whether every point has random numbers of its own; otherwise all share them (common random "
                "numbers)",
                "", Trait::fixed},
          self.independent);
    visit(Field{"file", "", range::any,
                "CSV file of points for design = \"file\", a column per key and a row per point", "",
                Trait::fixed},
          self.file);
  }

  // Whether the scenario says anything of a sweep.
  bool given() const { return !vary.empty() || !file.empty(); }
  bool keeps(Keep what) const;
  // The entry of `vary` of that name, or nothing.
  const Varied* find_varied(std::string_view name) const;
  // What a column of a table of points sets: that entry, or the key of that name.
  Varied varied_as(const std::string& name) const;
  bool keeps_weeks() const { return keep.size() > 1 || !keeps(Keep::outcomes); }

  bool operator==(const SweepTable&) const = default;
};

}  // namespace orgsim
