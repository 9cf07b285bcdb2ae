#include "platform/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace orgsim {

namespace {

// Keeps the exception of the lowest job number, so that the same error is reported on any number of threads.
class FirstError {
 public:
  void keep(std::size_t job) {
    const std::scoped_lock lock(mutex_);
    if (!error_ || job < job_) {
      error_ = std::current_exception();
      job_ = job;
    }
    any_ = true;
  }
  bool any() const { return any_; }
  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  std::mutex mutex_;
  std::atomic<bool> any_{false};
  std::exception_ptr error_;
  std::size_t job_ = 0;
};

}  // namespace

void parallel_for(std::size_t count, int threads, const Job& job) {
  std::atomic<std::size_t> next{0};
  FirstError error;
  const auto work = [&] {
    while (!error.any()) {
      const std::size_t i = next++;
      if (i >= count) return;
      try {
        job(i);
      } catch (...) {
        error.keep(i);
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    const std::size_t wanted = std::min(count, static_cast<std::size_t>(std::max(threads, 1)));
    for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back(work);
    work();
  }
  error.rethrow();
}

Executor on_threads(int threads) {
  return [threads](std::size_t count, const Job& job) { parallel_for(count, threads, job); };
}

int hardware_threads() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace orgsim
