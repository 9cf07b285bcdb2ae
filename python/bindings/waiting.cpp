#include "bindings/waiting.hpp"

#include <chrono>
#include <future>

namespace py = pybind11;

namespace orgsim::python {

namespace {

constexpr std::chrono::milliseconds kPatience{50};

}  // namespace

void check_signals() {
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
}

void run_waiting(const std::function<void()>& work, std::atomic<bool>& stop,
                 const std::function<void()>& tick) {
  std::future<void> done = std::async(std::launch::async, work);
  const auto wait = [&] {
    const py::gil_scoped_release release;
    return done.wait_for(kPatience) == std::future_status::ready;
  };
  try {
    while (!wait()) {
      check_signals();
      tick();
    }
  } catch (...) {
    stop = true;
    const py::gil_scoped_release release;
    done.wait();
    throw;
  }
  const py::gil_scoped_release release;
  done.get();
}

}  // namespace orgsim::python
