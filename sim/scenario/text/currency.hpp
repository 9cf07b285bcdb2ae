// The currency that amounts are told in.
#pragma once

#include <vector>

#include "core/error.hpp"
#include "keys/run.hpp"

namespace orgsim {

// What is wrong with run.currency and run.money together.
std::vector<Problem> problems_of_currency(const RunParameters& run);

}  // namespace orgsim
