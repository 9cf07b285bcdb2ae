// Where the program is told to write with -o.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace orgsim::cli {

// Whether a file may be made there, or may replace what stands there; looks at nothing but the folder.
// `example` is a name that would be right.
std::vector<Problem> problems_of_place(const std::string& path, bool force, const std::string& example);

}  // namespace orgsim::cli
