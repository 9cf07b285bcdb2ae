// A scenario that comes through a pipe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"

namespace orgsim {

// What messages call it.
inline constexpr std::string_view kStandardInput = "<standard input>";

// Reads the scenario that the text is, and what it extends, with `settings` laid over it. What it names is
// looked for from the working folder on; a scenario without a title is called "standard input". Throws
// InputError with everything that is wrong.
Scenario load_piped(std::string text, const std::vector<Setting>& settings,
                    std::vector<std::string>* sources = nullptr);

// All defaults, with `settings` laid over them. Throws InputError.
Scenario load_defaults(const std::vector<Setting>& settings = {});

}  // namespace orgsim
