// What results of the model's first version lack.
#pragma once

#include "experiment/block.hpp"

namespace orgsim {

// Whether there are lenient and strict verdicts and standings: files of the model's first version have none.
bool has_twins(const RunResult& result);

}  // namespace orgsim
