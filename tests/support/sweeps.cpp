#include "support/sweeps.hpp"

#include <fmt/format.h>

#include <atomic>

#include "support/worlds.hpp"

namespace orgsim::test {

std::string swept_text(std::string_view vary, std::string_view sweep, std::string_view more) {
  const std::string points = sweep.find("points =") == std::string_view::npos ? "points = 9\n" : "";
  return fmt::format(R"(
[run]
weeks = 10
[market]
customers = 1000
[strategies.embed]
start = 3
mix = [0.1, 0.2, 0.5, 0.2]
{}
[sweep]
replications = 2
{}{}
[sweep.vary]
{})",
                     more, points, sweep, vary);
}

Scenario swept(std::string_view vary, std::string_view sweep, std::string_view more) {
  return scenario(swept_text(vary, sweep, more));
}

std::string sweep_bytes(const std::filesystem::path& path, const Scenario& scenario,
                        const SweepOptions& options) {
  sweep_to_file(plan_sweep(scenario), path, options, false);
  return read_file(path);
}

void stop_after(std::size_t points, const std::filesystem::path& path, const Scenario& scenario,
                SweepOptions options) {
  std::atomic<bool> asked{false};
  options.stop = StopFlag(&asked);
  options.tell = [&](const SweepProgress& progress) {
    if (progress.ran >= points) asked = true;
  };
  try {
    sweep_to_file(plan_sweep(scenario), path, options, false);
  } catch (const Interrupted&) {
  }
}

std::string sweep_says(const std::filesystem::path& path, const Scenario& scenario,
                       const SweepOptions& options) {
  try {
    sweep_to_file(plan_sweep(scenario), path, options, false);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

}  // namespace orgsim::test
