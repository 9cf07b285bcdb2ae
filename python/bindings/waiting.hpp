// Long work without the GIL that Ctrl-C can end.
#pragma once

#include <pybind11/pybind11.h>

#include <atomic>
#include <functional>
#include <memory>

namespace orgsim::python {

// What a thread of its own does. It must hold all that it needs, and look at `stop`.
struct Job {
  std::atomic<bool> stop{false};
  std::function<void()> work;
};

// Runs the job on another thread while this one waits without the GIL. Many times a second signals are looked
// at and `tick` is called with the GIL. What either raises stops the job and is thrown here, within a tenth
// of a second: a job that takes longer to stop is left to end in the background. What the work throws is
// thrown here.
void run_waiting(const std::shared_ptr<Job>& job, const std::function<void()>& tick);

// Waits for jobs that were left in the background; to be called before the interpreter ends.
void join_left_behind();

// Lets pending signals raise what they raise (KeyboardInterrupt). Needs the GIL.
void check_signals();

}  // namespace orgsim::python
