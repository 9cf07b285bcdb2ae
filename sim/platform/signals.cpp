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
std::atomic<int> first_signal{0};

extern "C" void on_signal(int signal) {
  interrupted = true;
  int none = 0;
  first_signal.compare_exchange_strong(none, signal);
  if (++signals < kPatience) return;
  std::signal(signal, SIG_DFL);
  static_cast<void>(std::raise(signal));
}

// What was ignored when the program began stays so: `nohup` wants it to outlive its terminal.
void watch(int signal) {
  struct sigaction action = {};
  sigaction(signal, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;
  action = {};
  action.sa_handler = on_signal;
  sigaction(signal, &action, nullptr);
}

}  // namespace

const std::atomic<bool>& watch_interrupts() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) watch(signal);
  return interrupted;
}

int interrupting_signal() {
  return first_signal;
}

void ignore_file_size_signal() {
  struct sigaction action = {};
  action.sa_handler = SIG_IGN;
  sigaction(SIGXFSZ, &action, nullptr);
}

}  // namespace orgsim
