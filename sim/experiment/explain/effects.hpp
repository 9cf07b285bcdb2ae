// What came of explaining: how much each mechanism, or group of keys, contributes to each value.
#pragma once

#include <string>
#include <vector>

#include "experiment/statistics.hpp"
#include "experiment/units/run.hpp"

namespace orgsim {

struct Effect {
  double mean = 0;    // Shapley value, over units
  Interval interval;  // 95 %, paired: Student's t over units' own values
};

struct PairEffect {
  std::size_t one = 0;
  std::size_t other = 0;
  Effect effect;
};

struct ExplainedValue {
  std::string name;
  Effect none;                  // with no player in
  Effect all;                   // with all of them
  Effect whole;                 // the difference, to which the effects sum
  std::vector<Effect> effects;  // by player
  // Of sampled orders: the largest standard error of an effect that is due to the sampling of orders.
  double sampling_error = 0;
  // Shapley-Taylor, if asked for: what a player adds to none, and pairs.
  std::vector<Effect> first;
  std::vector<PairEffect> pairs;
};

struct ExplainedVariant {
  std::string variant;
  std::size_t units = 0;
  std::vector<ExplainedValue> values;
};

struct Explanation {
  std::vector<std::string> players;
  bool exact = true;
  std::vector<ExplainedVariant> variants;  // the scenario's own first
};
Explanation explanation_of(const UnitsResult& result);

// Of one unit, for one value: by player. `units` and the value count from 0.
std::vector<double> effects_in_unit(const UnitsResult& result, std::size_t unit, std::size_t value);

}  // namespace orgsim
