// Scenarios beside each other.
#pragma once

#include <string>
#include <vector>

#include "report/language.hpp"
#include "report/summary.hpp"

namespace orgsim {

struct Compared {
  std::string path;  // as it was asked for
  Summary summary;
};

// A line for each, and its conclusion: 80 columns.
std::string comparison_text(const std::vector<Compared>& scenarios, bool colour,
                            Language language = Language::english);

// The list of what to_json() says of each, with `scenario` before it.
std::string comparison_json(const std::vector<Compared>& scenarios, Language language = Language::english);

}  // namespace orgsim
