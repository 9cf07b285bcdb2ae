// Quantiles and means over replications.
#pragma once

#include "experiment/block.hpp"

namespace orgsim {

// Of every number of the block.
BandBlock bands_of(const WeekBlock& block, int threads);

// Appends the medians of the baseline's focal marketing.
void add_headline(const WeekBlock& block, Headline& headline);

}  // namespace orgsim
