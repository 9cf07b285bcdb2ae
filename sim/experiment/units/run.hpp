// Runs the units of an experiment, on as many threads as there are.
#pragma once

#include <span>

#include "experiment/numbers_journal.hpp"
#include "experiment/run.hpp"
#include "experiment/units/plan.hpp"

namespace orgsim {

struct UnitsResult {
  UnitsShape shape;
  std::vector<double> values;  // unit by unit

  std::span<const double> of(std::size_t unit) const {
    return {values.data() + unit * shape.numbers(), shape.numbers()};
  }
  bool operator==(const UnitsResult&) const = default;
};

// What is in the journal, if there is one, is not run again. Throws InputError if numbers overflow or what is
// drawn contradicts itself, Interrupted, SystemError; what the journal has by then is on the disk.
UnitsResult run_units(const UnitsPlan& plan, const WorkOptions& options, NumbersJournal* journal = nullptr);

// Seconds that all units take on so many threads, from a trial of a few weeks. 0 if nothing says how many
// weeks they have.
double seconds_for(const UnitsPlan& plan, int threads);
// What is said before it begins: how much work it is, and how long it takes. Empty where that is short,
// unless two scenarios are compared.
std::string said_before(const UnitsPlan& plan, int threads);

// What messages call the journal of such an experiment.
JournalWords journal_words(std::string_view experiment);

}  // namespace orgsim
