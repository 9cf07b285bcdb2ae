// An explanation in words that its page and its JSON share.
#pragma once

#include <string>

#include "experiment/explain/effects.hpp"
#include "report/language.hpp"

namespace orgsim {

// In a few sentences.
std::string explain_conclusion(const UnitsResult& result, const Explanation& explanation, Language language);

// A mechanism for people; a group of keys by their paths.
std::string player_label(std::string_view player, Language language);
// A value for people.
std::string value_label(std::string_view value, Language language);
// A number of it: shares in percentage points, money in money.
std::string value_number(std::string_view value, double number, const Scenario& scenario, bool sign,
                         Language language);

// One run without chance has no interval, unless its orders are sampled.
bool has_interval(const Explanation& explanation, const Effect& effect);

// Players by how much they contribute, the largest first.
std::vector<std::size_t> largest_first(const ExplainedValue& value);

}  // namespace orgsim
