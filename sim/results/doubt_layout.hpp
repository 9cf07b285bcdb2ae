// The groups of a results file that hold what the answer is doubted with.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "results/layout.hpp"

namespace orgsim::results {

inline constexpr std::string_view kWorlds = "worlds";
inline constexpr std::string_view kWorldOutcomes = "worlds/outcomes";
inline constexpr std::string_view kRivalOutcomes = "rivals/outcomes";

// worlds, worlds/outcomes and rivals/outcomes, as far as there are such.
std::vector<Group> doubt_groups(const RunResult& result);

// How one group's arrays are read back: numbers and texts of a shape, by name.
struct GroupSource {
  std::function<bool(const std::string& path)> has;
  std::function<std::vector<std::size_t>(const std::string& path)> shape;
  std::function<std::vector<double>(const std::string& path, const std::vector<std::size_t>& shape)> numbers;
  std::function<std::vector<std::string>(const std::string& path, const std::vector<std::size_t>& shape)>
      texts;
};

// What doubt_groups() was made of. `result` has its scenario and its arms. Throws std::out_of_range if the
// arrays do not fit together.
Doubt read_doubt(const GroupSource& source, const RunResult& result);

}  // namespace orgsim::results
