// Which program this is.
#pragma once

#include <string_view>

namespace orgsim {

std::string_view program_version();  // "0.1.0"
std::string_view program_commit();   // abbreviated git commit, "-dirty" if the tree had changes, or "unknown"

}  // namespace orgsim
