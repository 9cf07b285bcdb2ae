// What is said of the audit of a results file.
#pragma once

#include <string>

#include "report/language.hpp"
#include "results/audited_file.hpp"

namespace orgsim {

std::string to_text(const AuditedFile& file, bool colour, Language language = Language::english);
std::string to_json(const AuditedFile& file, Language language = Language::english);

}  // namespace orgsim
