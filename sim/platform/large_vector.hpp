// Vectors that are looked into at random. In pages of the usual 4 KiB most of such looks cost a second one
// into the page tables; the system is asked for large pages, and is free to refuse.
#pragma once

#include <new>
#include <vector>

#include "platform/large_pages.hpp"

namespace orgsim {

template <class T>
struct LargePages {
  using value_type = T;

  LargePages() = default;
  template <class Other>
  LargePages(const LargePages<Other>& /*other*/) {}  // NOLINT(google-explicit-constructor): as allocators do

  T* allocate(std::size_t count) { return static_cast<T*>(allocate_large(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) { free_large(memory, count * sizeof(T)); }
  bool operator==(const LargePages&) const = default;
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

}  // namespace orgsim
