#include "platform/memory.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <limits>
#include <new>
#include <string>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace orgsim {

namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20U;

}  // namespace

double free_memory() {
  std::ifstream meminfo("/proc/meminfo");
  std::string name;
  double kilobytes = 0;
  while (meminfo >> name >> kilobytes) {
    if (name == "MemAvailable:") return 1024 * kilobytes;
    meminfo.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  // Elsewhere than on Linux: half of what is built in is a fair guess.
  return 0.5 * static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void* allocate_large(std::size_t bytes) {
  if (bytes < kLargePage) return ::operator new(bytes);
  const std::size_t pages = (bytes + kLargePage - 1) / kLargePage * kLargePage;
  void* memory = std::aligned_alloc(kLargePage, pages);
  if (memory == nullptr) throw std::bad_alloc();
#ifdef __linux__
  ::madvise(memory, pages, MADV_HUGEPAGE);  // advice, which may be refused
#endif
  return memory;
}

void free_large(void* memory, std::size_t bytes) {
  if (bytes < kLargePage) {
    ::operator delete(memory);
  } else {
    std::free(memory);
  }
}

}  // namespace orgsim
