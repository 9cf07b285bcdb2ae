// How much memory there is, and memory in large pages.
#pragma once

#include <cstddef>

namespace orgsim {

// Bytes that can be used without swapping, as far as the system tells; at least 0.
double free_memory();

// Memory in large pages if it is large, the system permitting. Throws std::bad_alloc.
void* allocate_large(std::size_t bytes);
void free_large(void* memory, std::size_t bytes);

}  // namespace orgsim
