#include "platform/large_pages.hpp"

#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace orgsim {

namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20U;

}  // namespace

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
