#include "platform/signals.hpp"

#include <csignal>

namespace orgsim {

namespace {

// Signal handlers can only reach globals.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

// Signals may come in twos (`timeout` sends them to a process and to its group): the third is meant.
constexpr int kPatience = 3;
std::atomic<int> signals{0};

extern "C" void on_signal(int signal) {
  interrupted = true;
  if (++signals < kPatience) return;
  std::signal(signal, SIG_DFL);
  static_cast<void>(std::raise(signal));
}

}  // namespace

const std::atomic<bool>& watch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGHUP, &action, nullptr);
  return interrupted;
}

void ignore_file_size_signal() {
  struct sigaction action = {};
  action.sa_handler = SIG_IGN;
  sigaction(SIGXFSZ, &action, nullptr);
}

}  // namespace orgsim
