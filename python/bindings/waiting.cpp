#include "bindings/waiting.hpp"

#include <fmt/format.h>
#include <pybind11/stl.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "core/error.hpp"
#include "platform/parallel.hpp"

namespace py = pybind11;

namespace orgsim::python {

namespace {

constexpr std::chrono::milliseconds kBetweenLooks{20};

// How a job went, known to its thread and to who waits for it.
class Outcome {
 public:
  void run(const Job& job) {
    try {
      job.work();
    } catch (...) {
      error_ = std::current_exception();
    }
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }

  // Whether it has ended within that time.
  bool ended_in(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, time, [this] { return ended_; });
  }

  const std::exception_ptr& error() const { return error_; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::exception_ptr error_;
};

bool is_wish_to_stop(const std::exception& error) {
  const auto* raised = dynamic_cast<const py::error_already_set*>(&error);
  return raised != nullptr && raised->matches(py::module_::import("orgsim.errors").attr("Stopped"));
}

// Threads must be joined before the program ends, by whoever is still there.
std::vector<std::thread>& left_behind() {
  static std::vector<std::thread> threads;
  return threads;
}

}  // namespace

int threads_of(const std::optional<Whole>& threads) {
  if (!threads) return hardware_threads();
  return static_cast<int>(threads->within("threads", 1, kMostThreads));
}

void check_signals() {
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
}

void run_waiting(const std::shared_ptr<Job>& job, const std::function<void()>& tick,
                 std::chrono::milliseconds to_stop) {
  const auto outcome = std::make_shared<Outcome>();
  std::thread thread([job, outcome] { outcome->run(*job); });
  const auto ended_in = [&](std::chrono::milliseconds time) {
    const py::gil_scoped_release release;
    return outcome->ended_in(time);
  };
  try {
    while (!ended_in(kBetweenLooks)) {
      check_signals();
      tick();
    }
  } catch (const std::exception& error) {
    job->stop = true;
    if (!ended_in(to_stop)) {
      left_behind().push_back(std::move(thread));
      throw;
    }
    // Work that was whole before it heard of it is not said to be stopped: its file is there.
    if (outcome->error() || !is_wish_to_stop(error)) {
      thread.join();
      throw;
    }
  }
  thread.join();
  if (outcome->error()) std::rethrow_exception(outcome->error());
}

void run_told(const std::shared_ptr<ToldJob>& job, const std::optional<Progress>& progress,
              std::chrono::milliseconds to_stop) {
  run_waiting(
      job,
      [&] {
        if (job->first_is_ready.exchange(false)) {
          const py::object standard_error = py::module_::import("sys").attr("stderr");
          py::print(job->first, py::arg("file") = standard_error, py::arg("flush") = true);
        }
        if (progress) (*progress)(job->done.load());
      },
      to_stop);
  if (!job->notes.empty()) py::module_::import("orgsim.errors").attr("warn_of_notes")(py::cast(job->notes));
  if (progress) (*progress)(1.0);
}

void join_left_behind() {
  const py::gil_scoped_release release;
  for (std::thread& thread : left_behind()) thread.join();
  left_behind().clear();
}

}  // namespace orgsim::python
