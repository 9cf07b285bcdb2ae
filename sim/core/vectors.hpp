// Loops over plain numbers on the widest vectors that the processor has.
#pragma once

namespace orgsim {

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
