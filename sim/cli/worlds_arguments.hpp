// What the command line says of worlds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "experiment/worlds/plan.hpp"

namespace orgsim::cli {

struct WorldsArguments {
  std::optional<std::string> path;  // of a scenario; nothing: all defaults
  Overrides overrides;
  std::optional<std::string> evidence;  // file; nothing: what comes with orgsim
  std::size_t points = 1000;
  std::uint64_t seed = 1;
  Ranges ranges = Ranges::plausible;
  std::uint64_t most_evaluations = kMostEvaluations;
  int threads = 0;  // 0: all that there are
  std::optional<std::string> output;
  bool force = false;
  bool quiet = false;
  bool json = false;
  Language language = Language::english;
};

int worlds(const WorldsArguments& arguments);

}  // namespace orgsim::cli
