// How strategies are judged, in the summary for a person with one minute.
#pragma once

#include <string>

#include "report/summary.hpp"

namespace orgsim {

// A table with its note; of a summary that has strategies.
std::string verdicts_text(const Summary& summary, bool colour, Language language);

}  // namespace orgsim
