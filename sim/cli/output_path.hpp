// Where the program is told to write with -o or --report.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace orgsim::cli {

// Whether a file may be made there, or may replace what stands there; looks at nothing but the folder.
// `example` is a name that would be right, `option` what asks for the file.
std::vector<Problem> problems_of_place(const std::string& path, bool force, const std::string& example,
                                       const std::string& option = "-o");

}  // namespace orgsim::cli
