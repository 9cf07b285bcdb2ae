// How far work is, told from whatever thread does it.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>

namespace orgsim {

class Progress {
 public:
  // `tell` may be empty.
  Progress(std::size_t parts, std::function<void(double)> tell) : parts_(parts), tell_(std::move(tell)) {}

  void part_done() {
    const std::scoped_lock lock(mutex_);
    ++done_;
    if (tell_) tell_(static_cast<double>(done_) / static_cast<double>(parts_));
  }

 private:
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::size_t parts_;
  std::function<void(double)> tell_;
};

}  // namespace orgsim
