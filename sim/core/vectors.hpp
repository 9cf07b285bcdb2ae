// Loops over plain numbers on the widest vectors that the processor has.
#pragma once

#include <cstddef>

namespace orgsim {

// Numbers side by side in the vectors that memory is laid out for.
constexpr std::size_t kVector = 4;

// The next multiple of that.
constexpr std::size_t whole_vectors(std::size_t numbers) {
  return (numbers + kVector - 1) / kVector * kVector;
}

// So many numbers with the arithmetic of each by itself; compiled to whatever vectors a processor has.
typedef double Vector __attribute__((vector_size(kVector * sizeof(double)), aligned(alignof(double))));

[[gnu::always_inline]] inline Vector& vector_at(double* first) {
  return *reinterpret_cast<Vector*>(first);
}
[[gnu::always_inline]] inline const Vector& vector_at(const double* first) {
  return *reinterpret_cast<const Vector*>(first);
}
[[gnu::always_inline]] inline double sum_of_entries(const Vector& v) {
  return (v[0] + v[1]) + (v[2] + v[3]);
}

#if defined(__x86_64__) && defined(__GNUC__)
inline bool has_avx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

// `flatten` draws all that `work` calls into this function, and so compiles it once more, for AVX2.
template <class Work>
[[gnu::target("avx2"), gnu::flatten]] void work_with_avx2(const Work& work) {
  work();
}
#endif

// Calls `work`. What comes out is the same on every processor: fused or reordered arithmetic is switched off
// (CMakeLists.txt), so a vector's entries are computed as single numbers are.
template <class Work>
void on_widest_vectors(const Work& work) {
#if defined(__x86_64__) && defined(__GNUC__)
  if (has_avx2()) return work_with_avx2(work);
#endif
  work();
}

}  // namespace orgsim
