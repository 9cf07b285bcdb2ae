// The platform where there is no operating system, as in a browser: one thread, memory as it comes, no
// signals and no files. Linked in place of the other sources of sim/platform.
#include <new>

#include "platform/large_pages.hpp"
#include "platform/memory.hpp"
#include "platform/parallel.hpp"
#include "platform/signals.hpp"

namespace orgsim {

double free_memory() {
  constexpr double as_much_as_32_bits_reach = 4294967296.0;
  return as_much_as_32_bits_reach;
}

void* allocate_large(std::size_t bytes) {
  return ::operator new(bytes);
}

void free_large(void* memory, std::size_t /*bytes*/) {
  ::operator delete(memory);
}

void parallel_for(std::size_t count, int /*threads*/, const Job& job) {
  in_turn(count, job);
}

Executor on_threads(int /*threads*/) {
  return in_turn;
}

int hardware_threads() {
  return 1;
}

const std::atomic<bool>& watch_interrupts() {
  static const std::atomic<bool> never{false};
  return never;
}

void ignore_file_size_signal() {}

}  // namespace orgsim
