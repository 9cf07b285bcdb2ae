// The facts of a summary, before they are printed.
#pragma once

#include <nlohmann/json.hpp>

#include "report/summary.hpp"

namespace orgsim {

// What to_json() prints.
nlohmann::ordered_json facts_of(const Summary& summary, Language language);

}  // namespace orgsim
