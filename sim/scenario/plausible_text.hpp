// The plausible range of a key in words.
#pragma once

#include <string>

#include "core/field.hpp"

namespace orgsim {

// "1.45 to 5.8, on a logarithmic scale", "20 % to 60 % of product.cycle"; empty for a key that has none. The
// path is that of the key in the parameters.
std::string plausible_text(const std::string& path, const Field& field);

}  // namespace orgsim
