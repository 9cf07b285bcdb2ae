// All that a sweep is going to run, from the scenario alone.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiment/arm.hpp"
#include "experiment/block.hpp"
#include "experiment/sweep/axis.hpp"
#include "experiment/sweep/design.hpp"

namespace orgsim {

inline constexpr std::string_view kSweep = "sweep";  // in results files, and the program's verb

struct SweepPlan {
  Scenario scenario;  // as it was given
  std::vector<Axis> axes;
  Design design;
  std::vector<Arm> arms;         // the baseline first
  std::size_t replications = 1;  // of every point
  bool deterministic = false;    // whether all replications would be the same
  RowLayout series;              // weekly, of which bands, means or trajectories are kept; may be none
  Scenario without_sweep;        // what points are copied from: a file's table of points may be long
  std::vector<DrawnKey> drawn;   // keys that replications draw, and no axis sets

  std::size_t points() const { return design.points(); }
  const SweepTable& sweep() const { return scenario.sweep; }

  // The scenario of one point, checked. Throws InputError if its values contradict each other.
  Scenario scenario_of(std::size_t point) const { return scenario_of(point, design.point(point)); }
  // The same with these values of the axes, whatever the design has at the point.
  Scenario scenario_of(std::size_t point, std::span<const double> values) const;
};

// The weekly series that the scenario's sweep keeps; none unless it keeps bands, means or trajectories.
RowLayout series_of_sweep(const Scenario& scenario);

// Throws InputError with what is wrong with the scenario or its sweep.
SweepPlan plan_sweep(const Scenario& scenario);

// The plan as TOML without what a sweep may be continued with more of: points (unless the design hangs on
// their number) and replications.
std::string text_of(const SweepPlan& plan);

// Key by key, in what two such texts differ: "market.taste: 2.0 here, 3.0 there".
std::vector<std::string> differences(const std::string& here, const std::string& there);

// What a journal or a file was made by, and of.
struct MadeOf {
  std::string version;  // of the program
  std::string commit;
  std::string plan;  // its text
};
// In what two of them differ, in a line: what else is known to, the program, then the plans. Empty if in
// nothing.
std::string what_differs(const MadeOf& now, const MadeOf& then, std::vector<std::string> found = {});

// A part of the points: those of which the number leaves the remainder index - 1 when divided by count.
struct Shard {
  std::size_t index = 1;  // from 1 on
  std::size_t count = 1;

  bool has(std::size_t point) const { return point % count == index - 1; }
  bool operator==(const Shard&) const = default;
};

}  // namespace orgsim
