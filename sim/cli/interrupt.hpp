// Ctrl-C and termination as a flag that long work looks at.
#pragma once

#include <atomic>

namespace orgsim::cli {

// From now on the first SIGINT or SIGTERM sets the flag; a second one ends the program at once.
const std::atomic<bool>& watch_interrupts();

}  // namespace orgsim::cli
