// What a picture shows week by week, from the bands of a results file.
#pragma once

#include <vector>

#include "experiment/focal_weeks.hpp"
#include "results/opened.hpp"

namespace orgsim {

// By arm, the baseline first. Throws InputError if the file is damaged, SystemError if it cannot be read.
std::vector<FocalWeeks> focal_weeks_of(const results::Opened& opened);

}  // namespace orgsim
