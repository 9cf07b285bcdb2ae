#include "core/philox_lanes.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define ORGSIM_HAS_AVX2
#include <immintrin.h>
#endif

namespace orgsim {

void encrypt_portably(PhiloxLanes& lanes, Philox4x32::Key key) {
  auto& words = lanes.words;
  for (std::size_t i = 0; i < kLanes; ++i) {
    const Philox4x32::Counter block =
        Philox4x32::block({words[0][i], words[1][i], words[2][i], words[3][i]}, key);
    for (std::size_t w = 0; w < block.size(); ++w) words[w][i] = block[w];
  }
}

#ifdef ORGSIM_HAS_AVX2
namespace {

struct Product {
  __m256i low;
  __m256i high;
};

// Both halves of the eight products of 32-bit numbers: the even lanes, then the odd ones.
__attribute__((target("avx2"))) inline Product multiply(__m256i a, __m256i b) {
  constexpr int odd_lanes = 0b10101010;
  const __m256i even = _mm256_mul_epu32(a, b);
  const __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64(a, 32), b);
  return {_mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), odd_lanes),
          _mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, odd_lanes)};
}

__attribute__((target("avx2"))) inline __m256i all(std::uint32_t value) {
  return _mm256_set1_epi32(static_cast<int>(value));
}

__attribute__((target("avx2"))) void encrypt_with_avx2(PhiloxLanes& lanes, Philox4x32::Key key) {
  const auto at = [&](std::size_t w) { return reinterpret_cast<__m256i*>(lanes.words[w].data()); };
  __m256i x0 = _mm256_load_si256(at(0));
  __m256i x1 = _mm256_load_si256(at(1));
  __m256i x2 = _mm256_load_si256(at(2));
  __m256i x3 = _mm256_load_si256(at(3));
  for (int round = 0; round < Philox4x32::kRounds; ++round) {
    const Product p = multiply(x0, all(Philox4x32::kMultiplier0));
    const Product q = multiply(x2, all(Philox4x32::kMultiplier1));
    x0 = _mm256_xor_si256(_mm256_xor_si256(q.high, x1), all(key[0]));
    x1 = q.low;
    x2 = _mm256_xor_si256(_mm256_xor_si256(p.high, x3), all(key[1]));
    x3 = p.low;
    key[0] += Philox4x32::kWeyl0;
    key[1] += Philox4x32::kWeyl1;
  }
  _mm256_store_si256(at(0), x0);
  _mm256_store_si256(at(1), x1);
  _mm256_store_si256(at(2), x2);
  _mm256_store_si256(at(3), x3);
}

}  // namespace
#endif

void encrypt(PhiloxLanes& lanes, Philox4x32::Key key) {
#ifdef ORGSIM_HAS_AVX2
  static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
  if (has_avx2) return encrypt_with_avx2(lanes, key);
#endif
  encrypt_portably(lanes, key);
}

void BatchStream::refill() {
  PhiloxLanes lanes;
  for (std::size_t i = 0; i < kLanes; ++i) {
    for (std::size_t w = 0; w < counter_.size(); ++w) lanes.words[w][i] = counter_[w];
    for (std::uint32_t& word : counter_) {
      if (++word != 0) break;
    }
  }
  encrypt(lanes, key_);
  for (std::size_t i = 0; i < kLanes; ++i) {
    const auto pair = lanes.numbers(i);
    numbers_[2 * i] = pair[0];
    numbers_[2 * i + 1] = pair[1];
  }
  used_ = 0;
}

}  // namespace orgsim
