// The strategies in the summary for a person with one minute: which save marketing, how they are judged, what
// they change.
#pragma once

#include <string>

#include "report/summary.hpp"

namespace orgsim {

// Three tables with their notes; of a summary that has strategies.
std::string strategies_text(const Summary& summary, bool colour, Language language);

}  // namespace orgsim
