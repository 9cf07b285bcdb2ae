// Long work without the GIL that Ctrl-C can end.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bindings/whole.hpp"
#include "core/stop_flag.hpp"

namespace orgsim::python {

// What a thread of its own does. It must hold all that it needs, and look at `stop`.
struct Job {
  std::atomic<bool> stop{false};
  std::function<void()> work;
};

// Runs the job on another thread while this one waits without the GIL. Many times a second signals are looked
// at and `tick` is called with the GIL. What either raises stops the job and is thrown here, within
// `to_stop`: a job that takes longer to stop is left to end in the background. What the work throws is thrown
// here.
constexpr std::chrono::milliseconds kToStop{100};
void run_waiting(const std::shared_ptr<Job>& job, const std::function<void()>& tick,
                 std::chrono::milliseconds to_stop = kToStop);

// What is told of how far work is, from 0 to 1.
using Progress = pybind11::typing::Callable<pybind11::object(double)>;

// A job that says how far it is, and what its user has to know.
struct ToldJob : Job {
  std::atomic<double> done{0};
  std::vector<std::string> notes;
  // What is said before the work begins, once it is ready: to standard error.
  std::string first;
  std::atomic<bool> first_is_ready{false};
};

// Work that is stopped leaves its journal to the next call, which may come at once.
constexpr std::chrono::milliseconds kToStopJournalled{10000};

// As run_waiting(), with `progress` told of it, if there is one, up to the end; warns of the job's notes.
void run_told(const std::shared_ptr<ToldJob>& job, const std::optional<Progress>& progress,
              std::chrono::milliseconds to_stop = kToStop);

// What `work(StopFlag)` comes to, on a thread of its own. Throws as run_waiting().
template <class Result, class Work>
Result waited_for(Work work) {
  struct Waiting : Job {
    Result result;
  };
  const auto job = std::make_shared<Waiting>();
  Waiting* const own = job.get();  // the job cannot hold itself
  own->work = [own, work] { own->result = work(StopFlag(&own->stop)); };
  run_waiting(job, [] {});
  return std::move(job->result);
}

// Waits for jobs that were left in the background; to be called before the interpreter ends.
void join_left_behind();

// How many threads are asked for; all cores unless said. Throws InputError.
int threads_of(const std::optional<Whole>& threads);

// Lets pending signals raise what they raise (KeyboardInterrupt). Needs the GIL.
void check_signals();

}  // namespace orgsim::python
