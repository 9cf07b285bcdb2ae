// Long work without the GIL that Ctrl-C can end.
#pragma once

#include <pybind11/pybind11.h>

#include <atomic>
#include <functional>

namespace orgsim::python {

// Runs `work` on a thread of its own while this one waits without the GIL. Twenty times a second signals are
// looked at and `tick` is called with the GIL; what either raises sets `stop` and is thrown here once the
// work has ended. What the work throws is thrown here.
void run_waiting(const std::function<void()>& work, std::atomic<bool>& stop,
                 const std::function<void()>& tick);

// Lets pending signals raise what they raise (KeyboardInterrupt). Needs the GIL.
void check_signals();

}  // namespace orgsim::python
