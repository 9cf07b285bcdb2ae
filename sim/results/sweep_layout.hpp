// What stands where in the file of a sweep, shared by its writer, its reader and the documentation
// (docs/results.md).
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "experiment/sweep/plan.hpp"
#include "results/layout.hpp"

namespace orgsim::results {

inline constexpr std::string_view kDesign = "design";
inline constexpr std::string_view kOutcomes = "outcomes";
inline constexpr std::string_view kFailures = "failures";

// The groups of weekly numbers, by what asks for them.
inline constexpr std::array<std::pair<Keep, std::string_view>, 3> kWeeklyGroups{
    {{Keep::bands, kBands}, {Keep::means, kMeans}, {Keep::trajectories, kTrajectories}}};

// A dataset with a number per point and whatever `over` names after it.
struct PointVariable {
  std::string name;
  std::vector<std::string> over;  // after `point`
  std::string unit;
  std::string meaning;
  bool narrow = false;             // stored in 32 bits
  std::size_t each = 1;            // numbers per point
  std::vector<std::string> flags;  // what the numbers 0, 1, ... stand for; empty if they are numbers
};

// The sizes of the dimensions of a sweep's file.
struct SweepShape {
  std::vector<std::size_t> points;  // their numbers
  std::vector<ArmTitle> arms;
  std::size_t replications = 1;  // the most that a point has
  std::vector<std::string> axes;
  std::vector<std::string> drawn;
};

// Every dimension of the file.
std::vector<Dimension> sweep_dimensions(const Scenario& scenario, const SweepShape& shape);

// `verdict`, the numbers of the group `outcomes` as in a run, and `drawn` if any key is.
std::vector<PointVariable> outcome_datasets(MarketKind kind, const std::vector<Dimension>& dimensions);

// The series of a group of weekly numbers: "bands", "means" or "trajectories".
std::vector<PointVariable> weekly_datasets(std::string_view group, const RowLayout& series,
                                           const std::vector<Dimension>& dimensions);

// So many points are written, and read, at a time; from the sizes alone.
std::size_t points_per_slab(const std::vector<PointVariable>& variables, std::size_t points);

}  // namespace orgsim::results
