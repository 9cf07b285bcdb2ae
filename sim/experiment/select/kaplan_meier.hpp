// How long something lasts, where some of it is still there when it is last seen: the product-limit estimate
// (Kaplan & Meier 1958, J. American Statistical Association 53(282), 457-481).
#pragma once

#include <span>
#include <vector>

namespace orgsim {

struct Lifetime {
  double week = 0;     // in which it ended, or was last seen
  bool ended = false;  // otherwise it was still there
  double weight = 1;   // so many of them
};

// The probability of lasting beyond each of the weeks, which ascend. `lifetimes` are sorted by their week.
// Not a number where there are no lifetimes.
std::vector<double> kaplan_meier(std::span<const Lifetime> lifetimes, std::span<const double> weeks);

}  // namespace orgsim
