// Amounts of money for people.
#pragma once

#include <string>

#include "engine/scenario.hpp"
#include "report/phrases.hpp"

namespace orgsim {

// Units of money as a number of three digits: of the currency "7,190", of the model's unit "599 k", in
// Chinese "59.9万"; those of a currency, which may be 万元, stay in digits up to a million.
std::string amount_number(double units, const Scenario& scenario, Language language);

// The same with the currency behind it, if there is one.
std::string amount(double units, const Scenario& scenario, Language language);

// What amounts are in: the currency, or the word for money.
std::string money_name(const Scenario& scenario, const Words& words);

// What a unit is, in a sentence that ends a note.
std::string money_note(const Scenario& scenario, const Words& words);

}  // namespace orgsim
