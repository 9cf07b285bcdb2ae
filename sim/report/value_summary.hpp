// What a department is worth, in words that its page and its JSON share.
#pragma once

#include <string>

#include "experiment/value/plan.hpp"
#include "report/phrases.hpp"

namespace orgsim {

// In a few sentences.
std::string value_conclusion(const UnitsShape& shape, const Valuation& valuation, Language language);

// A department, or one of marketing's modes under it.
std::string target_label(const GrantTarget& target, const Words& words);

// ".43 (.31 to .55)"; without an interval where there is none.
std::string estimate_words(const Estimate& estimate, const Words& words);

}  // namespace orgsim
