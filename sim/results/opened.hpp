// A results file of which more is read than its summary.
#pragma once

#include "experiment/block.hpp"
#include "platform/descriptor.hpp"
#include "results/results.hpp"

namespace orgsim::results {

struct Opened {
  Descriptor file;  // the one that was checked, whatever takes its name
  RunResult result;
};

// As read_results().
Opened opened(const std::filesystem::path& path, const StopFlag& stop = {}, std::string* digest = nullptr);

}  // namespace orgsim::results
