// Selection in words that its page and its JSON share.
#pragma once

#include <string>
#include <vector>

#include "experiment/select/course.hpp"
#include "report/language.hpp"

namespace orgsim {

// In a few sentences.
std::string select_conclusion(const UnitsResult& result, const std::vector<SelectCourse>& courses,
                              Language language);

// What people call a strategy; "none" and firms without a department have words of their own.
std::string selected_label(const UnitsResult& result, const std::string& strategy, Language language);

}  // namespace orgsim
