// What the system lets a process have.
#pragma once

#include <cstddef>

namespace orgsim {

// Lets this process open `files` files and more at once, as far as the system allows.
void allow_open_files(std::size_t files);

}  // namespace orgsim
