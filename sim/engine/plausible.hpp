// What worlds differ in: the numbers of which nobody knows the value, each with its plausible range (the
// field lists; docs/model.md, 6).
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

// One number, independent of the others but for `share_of`.
struct PlausibleNumber {
  std::string path;  // "market.taste", "marketing.judgement[2]", "executive.share[1]"
  std::string key;   // without the entry
  double low = 0;    // of the number, or of its share of the other
  double high = 0;
  Scale scale = Scale::linear;
  bool whole = false;    // rounded to a whole number
  std::string share_of;  // the path of the other number; empty for none
  std::string_view source;

  bool operator==(const PlausibleNumber&) const = default;
};

// All of them, in the order of the field lists, with ranges about today's defaults.
std::vector<PlausibleNumber> plausible_numbers(Ranges ranges = Ranges::plausible);

// Their keys.
const std::set<std::string>& plausible_keys();

// The numbers at `units` in [0, 1] of their ranges, one for each, in their order; uniform units are drawn
// uniformly on the ranges' scales. Whole numbers are as often as each other on a linear scale.
std::vector<double> plausible_values(const std::vector<PlausibleNumber>& numbers,
                                     std::span<const double> units);

// The units at which the numbers have these values, clipped to [0, 1]; the middle of what a whole number is
// rounded from.
std::vector<double> plausible_units(const std::vector<PlausibleNumber>& numbers,
                                    std::span<const double> values);

}  // namespace orgsim
