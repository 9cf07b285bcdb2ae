// What a fit to a firm's own history says.
#pragma once

#include <string>

#include "experiment/fit/fit.hpp"
#include "report/language.hpp"

namespace orgsim {

// In a sentence or two: whether any world fits, and if not, where the table is furthest from all of them.
std::string conclusion(const Fit& fit, Language language = Language::english);

std::string to_text(const Fit& fit, bool colour, Language language = Language::english);
std::string to_json(const Fit& fit, Language language = Language::english);

}  // namespace orgsim
