// [run] and [record]: how long, how often, from which seed, and what is kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/field.hpp"
#include "core/names.hpp"

namespace orgsim {

struct RunParameters {
  std::int64_t weeks = 520;
  std::int64_t seed = 1;
  std::int64_t replications = 100;
  std::string currency;
  std::optional<double> money;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"weeks", "weeks", range::weeks, "Length of the run; a week is the tick of the model", "",
                Trait::fixed},
          self.weeks);
    visit(Field{"seed",
                "",
                {0, 9007199254740991.0},
                "Seed of all random streams; the same seed gives the same bytes",
                "",
                Trait::fixed},
          self.seed);
    visit(Field{"replications", "runs", range::replications,
                "Independent replications of the baseline and of every strategy, on common random numbers",
                "", Trait::fixed},
          self.replications);
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
