// One dimension of a sweep's design: a number between 0 and 1, or a place in a list of levels, as the value
// that its keys take.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

struct Axis {
  std::string name;
  std::vector<std::string> paths;  // of the numbers that take the value
  SweptValues choice;
  Range range;  // of the keys, all together
  bool whole = false;
  Scale scale = Scale::linear;
  std::string share_of{};  // the number of which the values are shares; empty: they are the values themselves
};

// The dimensions of the scenario's sweep; those of a file of points are its columns.
std::vector<Axis> axes_of(const Scenario& scenario);

// The value at `u` in [0, 1): the quantile of what the axis may be, on its scale; every level as often. Of a
// share the share, which sweep/shares.hpp settles.
double value_at(const Axis& axis, double u);

// All values, for designs that need them one by one: the levels, every step of a range, or `usual` equally
// spaced values from its low end to its high one.
std::vector<double> levels_of(const Axis& axis, std::size_t usual);

}  // namespace orgsim
