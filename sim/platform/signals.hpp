// Ctrl-C and termination as a flag that long work looks at.
#pragma once

#include <atomic>

namespace orgsim {

// From now on SIGINT, SIGTERM and SIGHUP set the flag, but for those that the program was started to ignore;
// the third of them ends the program at once.
const std::atomic<bool>& watch_interrupts();

// The signal that set the flag; 0 if none has.
int interrupting_signal();

// Lets a write beyond the file-size limit (ulimit -f) fail with an error instead of ending the program.
void ignore_file_size_signal();

}  // namespace orgsim
