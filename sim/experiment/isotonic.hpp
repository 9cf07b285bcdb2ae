// The falling curve that is nearest to given values.
#pragma once

#include <span>
#include <vector>

namespace orgsim {

// Of all curves that never rise, the one of the least weighted squares (pool adjacent violators: Barlow,
// Bartholomew, Bremner & Brunk 1972, Statistical Inference under Order Restrictions, 1.2). Weights are
// positive.
std::vector<double> falling_fit(std::span<const double> values, std::span<const double> weights);

}  // namespace orgsim
