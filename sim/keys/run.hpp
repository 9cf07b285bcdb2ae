// [run] and [record]: how long, how often, from which seed, and what is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/names.hpp"

namespace orgsim {

// How wide plausible ranges are taken: about their middle, on their scale, within what a key may be.
enum class Ranges { plausible, narrow, wide };
template <>
struct Names<Ranges> {
  static constexpr std::array<std::string_view, 3> value{"plausible", "narrow", "wide"};
};

// What rivals do while the focal firm takes a strategy: nothing of their own, the same from the same week on,
// or the same once a crisis line of theirs is crossed.
enum class Rivals { stand, same, respond };
template <>
struct Names<Rivals> {
  static constexpr std::array<std::string_view, 3> value{"static", "same", "respond"};
};

struct RunParameters {
  std::int64_t weeks = 520;
  std::int64_t seed = 1;
  std::int64_t replications = 100;
  std::optional<std::int64_t> worlds;
  std::string worlds_file;
  std::string worlds_checksum;
  Ranges ranges = Ranges::plausible;
  std::int64_t worlds_replications = 10;
  std::optional<std::vector<Rivals>> rivals;
  std::vector<std::string> named;
  std::string currency;
  std::optional<double> money;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"weeks", "weeks", range::weeks, "Length of the run; a week is the tick of the model", "",
                Trait::fixed},
          self.weeks);
    visit(Field{"seed", "", range::seed, "Seed of all random streams; the same seed gives the same bytes", "",
                Trait::fixed},
          self.seed);
    visit(Field{"replications", "runs", range::replications,
                "Independent replications of the baseline and of every strategy, on common random numbers",
                "", Trait::fixed},
          self.replications);
    visit(
        Field{"worlds",
              "worlds",
              {0, 100000},
              "Worlds that fit the evidence in which the answer is looked at besides the default one, 0 for "
              "none; 100 if left out, and none for a network",
              "",
              Trait::fixed},
        self.worlds);
    visit(
        Field{"worlds_file", "", range::any,
              "CSV file of worlds, a column per key and a row per world; the ensemble that comes with orgsim "
              "if left out",
              "", Trait::fixed},
        self.worlds_file);
    visit(Field{"worlds_checksum", "", range::any,
                "Checksum of the worlds that a run was made with; written by orgsim, and compared when it is "
                "run again",
                "", Trait::fixed},
          self.worlds_checksum);
    visit(
        Field{"ranges", "", range::any,
              "Which ensemble that comes with orgsim is taken: worlds from plausible ranges, or from narrow "
              "(half as wide) or wide ones (twice as wide)",
              "", Trait::fixed},
        self.ranges);
    visit(Field{"worlds_replications",
                "replications",
                {2, 10000},
                "Replications of each of twenty worlds, for how much the share saved differs between worlds",
                "",
                Trait::fixed},
          self.worlds_replications);
    visit(
        Field{"rivals", "", range::any,
              "What rivals do in further runs of the default world: same (they take the strategy too), "
              "respond (once a crisis line of theirs is crossed) or static (nothing, as in the first runs); "
              "[\"same\"] if left out, and none for a network",
              "", Trait::fixed},
        self.rivals);
    visit(Field{"named", "", range::any,
                "Keys with a plausible range that stand as they are in every world; those that the scenario "
                "gives if left out",
                "", Trait::fixed},
          self.named);
    visit(Field{"currency", "", range::any,
                "Currency, with its multiple, in which amounts are printed, plotted and exported, such as "
                "\"RMB m\"; given together with run.money, or neither of them",
                "", Trait::fixed},
          self.currency);
    visit(Field{"money",
                "run.currency",
                {0, 1e12, true},
                "What one unit of money is in run.currency; the unit is what a new user pays in a week at "
                "economics.price 1. Without both, amounts are in that unit",
                "",
                Trait::fixed},
          self.money);
  }

  bool operator==(const RunParameters&) const = default;
};

enum class Precision { single, double_ };
template <>
struct Names<Precision> {
  static constexpr std::array<std::string_view, 2> value{"single", "double"};
};

struct RecordParameters {
  std::int64_t trajectories = 8;
  Precision precision = Precision::single;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(
        Field{
            "trajectories",
            "replications",
            {0, 1000000},
            "Replications, from the first on, whose full trajectories and decision audit go into the results "
            "file; run.replications or more means all",
            "",
            Trait::fixed},
        self.trajectories);
    visit(Field{"precision", "", range::any, "Floating-point format of the trajectories: 32 or 64 bits", "",
                Trait::fixed},
          self.precision);
  }

  bool operator==(const RecordParameters&) const = default;
};

}  // namespace orgsim
