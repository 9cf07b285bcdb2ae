// How much memory there is.
#pragma once

namespace orgsim {

// Bytes that can be used without swapping, as far as the system tells; at least 0.
double free_memory();

}  // namespace orgsim
