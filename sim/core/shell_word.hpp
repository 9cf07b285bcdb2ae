// Words of commands that people copy.
#pragma once

#include <string>

namespace orgsim {

// As a shell takes it: what is not plain stands in single quotes.
std::string shell_word(const std::string& word);

}  // namespace orgsim
