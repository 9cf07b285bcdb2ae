// What an experiment that runs units says: for a person with one minute, and for programs. The same from the
// file as from the run.
#pragma once

#include <string>

#include "experiment/units/run.hpp"
#include "report/language.hpp"

namespace orgsim {

std::string to_text(const UnitsResult& result, bool colour, Language language = Language::english);
std::string to_json(const UnitsResult& result, Language language = Language::english);

}  // namespace orgsim
