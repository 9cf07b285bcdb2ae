// Small markets in which strategies spread and departments are dissolved.
#pragma once

#include <string>

#include "support/worlds.hpp"

namespace orgsim::test {

// Three firms and a few hundred people; `keys` are those of [selection] besides its strategies, and whatever
// tables follow them.
inline Scenario selected(const std::string& keys, const std::string& above = "weeks = 60\nreplications = 3") {
  return scenario("[run]\n" + above + R"(
    [market]
    customers = 600
    firms = 3
    [strategies.embed]
    start = 0
    ramp = 4
    mix = [0.1, 0.2, 0.5, 0.2]
    [strategies.cut]
    start = 0
    budget = 0.3
    [selection]
    strategies = ["embed", "cut", "none"]
  )" + keys);
}

}  // namespace orgsim::test
