// How work that takes long learns that the user wants it to end.
#pragma once

#include <atomic>

#include "core/error.hpp"

namespace orgsim {

class StopFlag {
 public:
  StopFlag() = default;  // nobody can ask
  // `asked` is set from outside, as by a signal handler, and must outlive the work.
  explicit StopFlag(const std::atomic<bool>* asked) : asked_(asked) {}

  // Throws Interrupted once it has been asked for. Costs next to nothing: loops call it at every turn.
  void check() const {
    if (asked_ != nullptr && asked_->load(std::memory_order_relaxed)) throw Interrupted();
  }

 private:
  const std::atomic<bool>* asked_ = nullptr;
};

}  // namespace orgsim
