// The languages, by their names.
#pragma once

#include <string>

#include "report/language.hpp"

namespace orgsim::python {

// Throws ValueError for an unknown name.
Language language_of(const std::string& name);

}  // namespace orgsim::python
