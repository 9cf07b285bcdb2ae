// Small sweeps for tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/scenario.hpp"
#include "results/sweep_to_file.hpp"

namespace orgsim::test {

inline constexpr std::string_view kTwoKeys = R"("market.taste" = [1, 5]
"strategies.embed.start" = { range = [2, 8], step = 3 }
)";

// A sweep over a pooled market of ten weeks with one strategy: 9 points of 2 replications. `vary` are the
// lines of [sweep.vary], `sweep` further ones of [sweep], and `more` further tables.
Scenario swept(std::string_view vary = kTwoKeys, std::string_view sweep = "", std::string_view more = "");

// The same as text.
std::string swept_text(std::string_view vary = kTwoKeys, std::string_view sweep = "",
                       std::string_view more = "");

// Runs it into the file, which may be there, and returns the bytes.
std::string sweep_bytes(const std::filesystem::path& path, const Scenario& scenario,
                        const SweepOptions& options = {});

// Runs it into the file and stops it after so many points: what was run is in the journal.
void stop_after(std::size_t points, const std::filesystem::path& path, const Scenario& scenario,
                SweepOptions options = {});

// What it is refused with; nothing if it is taken.
std::string sweep_says(const std::filesystem::path& path, const Scenario& scenario,
                       const SweepOptions& options = {});

}  // namespace orgsim::test
