// Loops over many numbers, on vectors twice as long where the processor has them. The model's own loops are
// too short to gain by that.
#pragma once

#include "core/vectors.hpp"

namespace orgsim {

// Numbers side by side in the longest vectors.
constexpr std::size_t kLongVector = 2 * kVector;

#ifdef ORGSIM_AVX2_EXISTS
#define ORGSIM_AVX512_EXISTS

#ifdef __clang__
#define ORGSIM_AVX512 gnu::target("arch=x86-64-v4"), clang::min_vector_width(512)
#else
#define ORGSIM_AVX512 gnu::target("arch=x86-64-v4,prefer-vector-width=512")
#endif

template <class Work>
[[ORGSIM_AVX512, gnu::flatten]] void work_with_avx512(const Work& work) {
  work();
}
#endif

// Whether they are used. Tests do without, and compare.
inline bool& uses_avx512() {
#ifdef ORGSIM_AVX512_EXISTS
  // One by one: older compilers do not know of x86-64-v4 as a whole.
  static bool uses = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                     __builtin_cpu_supports("avx512cd") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
                     __builtin_cpu_supports("avx512vl") != 0;
#else
  static bool uses = false;
#endif
  return uses;
}

// As on_widest_vectors(): what comes out is the same on every processor.
template <class Work>
void on_longest_vectors(const Work& work) {
#ifdef ORGSIM_AVX512_EXISTS
  if (uses_avx512()) return work_with_avx512(work);
#endif
  on_widest_vectors(work);
}

}  // namespace orgsim
