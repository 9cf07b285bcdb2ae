// Memory in large pages, if it is large and the system permits.
#pragma once

#include <cstddef>

namespace orgsim {

// Throws std::bad_alloc.
void* allocate_large(std::size_t bytes);
void free_large(void* memory, std::size_t bytes);

}  // namespace orgsim
