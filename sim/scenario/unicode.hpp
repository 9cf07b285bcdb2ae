// What text from outside is made of.
#pragma once

#include <string_view>

namespace orgsim {

bool is_utf8(std::string_view text);

}  // namespace orgsim
