// How the answer changes if the crisis lines are drawn elsewhere.
#pragma once

#include <string>
#include <vector>

#include "report/summary.hpp"

namespace orgsim {

// Nothing if the answer stays, or if nothing is known of other lines.
std::vector<std::string> if_lines_moved(const Summary& summary, Language language);

}  // namespace orgsim
