// Loops over plain numbers on the widest vectors that the processor has.
#pragma once

#include <boost/align/aligned_allocator.hpp>
#include <cstddef>
#include <vector>

namespace orgsim {

// Numbers side by side in the vectors that memory is laid out for.
constexpr std::size_t kVector = 4;

// The next multiple of that.
constexpr std::size_t whole_vectors(std::size_t numbers) {
  return (numbers + kVector - 1) / kVector * kVector;
}

// So many numbers with the arithmetic of each by itself; compiled to whatever vectors a processor has.
using Vector = double __attribute__((vector_size(kVector * sizeof(double))));

// The same wherever a double may lie. Both compilers let vectors alias what they are made of.
typedef double UnalignedVector
    __attribute__((vector_size(kVector * sizeof(double)), aligned(alignof(double))));

// Where numbers should begin lest one of their vectors lies across two lines of the cache.
constexpr std::size_t kCacheLine = 64;
using AlignedNumbers = std::vector<double, boost::alignment::aligned_allocator<double, kCacheLine>>;

// By reference: how a vector is passed by value depends on the instruction set.
[[gnu::always_inline]] inline void load_vector(const double* from, Vector& v) {
  v = *reinterpret_cast<const UnalignedVector*>(from);
}
[[gnu::always_inline]] inline void store_vector(const Vector& v, double* to) {
  *reinterpret_cast<UnalignedVector*>(to) = v;
}
[[gnu::always_inline]] inline void add_vector(const Vector& v, double* to) {
  Vector sum;
  load_vector(to, sum);
  sum += v;
  store_vector(sum, to);
}
[[gnu::always_inline]] inline double sum_of_entries(const Vector& v) {
  return (v[0] + v[1]) + (v[2] + v[3]);
}

#if defined(__x86_64__) && defined(__GNUC__)
#define ORGSIM_AVX2_EXISTS

inline bool has_avx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

// `flatten` draws into this function all that `work` calls and whose source it sees, and so compiles that
// once more, for AVX2. Calls into other source files stay what they are.
template <class Work>
[[gnu::target("avx2"), gnu::flatten]] void work_with_avx2(const Work& work) {
  work();
}
#endif

// Calls `work`. What comes out is the same on every processor: fused or reordered arithmetic is switched off
// (CMakeLists.txt), so a vector's entries are computed as single numbers are.
template <class Work>
void on_widest_vectors(const Work& work) {
#ifdef ORGSIM_AVX2_EXISTS
  if (has_avx2()) return work_with_avx2(work);
#endif
  work();
}

}  // namespace orgsim
