// The options of `value`, and its units: each a replication.
#pragma once

#include "experiment/units/course.hpp"
#include "experiment/units/run.hpp"
#include "experiment/value/value.hpp"

namespace orgsim {

inline constexpr std::string_view kValueVerb = "value";  // in results files, and the program's verb

struct ValueOptions {
  std::string firm = "0";
  std::vector<double> at;
  double factor = kGrantFactor;
  std::int64_t grant_weeks = kGrantWeeks;
  std::string strategy;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"firm", "", range::any, "Name or number of the firm; 0 is the focal one", "", Trait::fixed},
          self.firm);
    visit(Field{"at", "weeks", range::not_negative,
                "Weeks in which grants begin; one, three and five eighths of the run if left out", "",
                Trait::fixed},
          self.at);
    visit(Field{"factor", "times", range::not_negative,
                "What a grant multiplies a department's budget by; below 1 it takes away", "", Trait::fixed},
          self.factor);
    visit(Field{"grant_weeks", "weeks", {1, 10000}, "How long a grant lasts", "", Trait::fixed},
          self.grant_weeks);
    visit(strategy_option(), self.strategy);
  }
};

// The axes of a unit's numbers, in their order.
namespace value_axis {
inline constexpr const char* week = "week";
inline constexpr const char* target = "target";
inline constexpr const char* measure = "measure";
}  // namespace value_axis

// Behind the targets stands the firm as a whole. NaN where a measure does not apply.
inline constexpr std::string_view kWholeFirm = "firm";
std::string name_of(const GrantTarget& target);  // "sales", "marketing.broadcast"

enum class ValueMeasure {
  npv,         // change by the grant; of the firm: NPV from the week on, without any change
  extra_cost,  // of the grant
  cost,        // without a grant, over the grant's weeks
  credited,
  contributed,
  knock_out,  // change of NPV
  shown       // of the firm: change of NPV
};
template <>
struct Names<ValueMeasure> {
  static constexpr std::array<std::string_view, 7> value{"npv",         "extra_cost", "cost", "credited",
                                                         "contributed", "knock_out",  "shown"};
};

// Throws InputError for a firm, weeks or a grant that the scenario has no room for.
Probes probes_of(const ValueOptions& options, const Scenario& scenario);

UnitsPlan plan_value(const UnitsAsked& asked);

// What a variant of it comes to.
Valuation valuation_of(const UnitsResult& result, const UnitVariant& variant);

}  // namespace orgsim
