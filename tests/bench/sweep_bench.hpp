// What a sweep costs.
#pragma once

namespace orgsim {

// Times sweeps against a bare loop over the same points, and one thread against two; prints the ratios.
void print_sweeps();

}  // namespace orgsim
