#include "core/philox_lanes.hpp"

#include <numeric>

#include "core/long_vectors.hpp"

#ifdef ORGSIM_AVX2_EXISTS
#include <immintrin.h>
#endif

namespace orgsim {

template <std::size_t Lanes>
void encrypt_portably(const LaneCounters<Lanes>& counters, Philox4x32::Key key, LaneNumbers<Lanes>& out) {
  const auto& words = counters.words;
  for (std::size_t i = 0; i < Lanes; ++i) {
    const Philox4x32::Counter block =
        Philox4x32::block({words[0][i], words[1][i], words[2][i], words[3][i]}, key);
    out.first[i] = Stream::number_of(block[0], block[1]);
    out.second[i] = Stream::number_of(block[2], block[3]);
  }
}

#ifdef ORGSIM_AVX2_EXISTS
namespace {

#define ORGSIM_AVX2 __attribute__((target("avx2"), always_inline)) inline

struct Product {
  __m256i low;
  __m256i high;
};

// Both halves of the eight products of 32-bit numbers: the even lanes, then the odd ones.
ORGSIM_AVX2 Product multiply(__m256i a, __m256i b) {
  constexpr int odd_lanes = 0b10101010;
  const __m256i even = _mm256_mul_epu32(a, b);
  const __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64(a, 32), b);
  return {_mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), odd_lanes),
          _mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, odd_lanes)};
}

ORGSIM_AVX2 __m256i all(std::uint32_t value) {
  return _mm256_set1_epi32(static_cast<int>(value));
}

// Stream::number_of of eight pairs of words, in the order of the lanes.
ORGSIM_AVX2 void join(__m256i low, __m256i high, Stream::result_type* out) {
  constexpr int lower_halves = 0x20;
  constexpr int upper_halves = 0x31;
  const __m256i a = _mm256_srli_epi64(_mm256_unpacklo_epi32(low, high), 11);  // lanes 0, 1, 4, 5
  const __m256i b = _mm256_srli_epi64(_mm256_unpackhi_epi32(low, high), 11);  // lanes 2, 3, 6, 7
  _mm256_store_si256(reinterpret_cast<__m256i*>(out), _mm256_permute2x128_si256(a, b, lower_halves));
  _mm256_store_si256(reinterpret_cast<__m256i*>(out + 4), _mm256_permute2x128_si256(a, b, upper_halves));
}

// Vectors of eight lanes side by side: a round waits for its products, of which two vectors overlap.
template <std::size_t Lanes>
__attribute__((target("avx2"))) void encrypt_with_avx2(const LaneCounters<Lanes>& counters,
                                                       Philox4x32::Key key, LaneNumbers<Lanes>& out) {
  constexpr std::size_t width = 8;
  constexpr std::size_t vectors = Lanes / width;
  __m256i x[vectors][4];
  for (std::size_t v = 0; v < vectors; ++v) {
    for (std::size_t w = 0; w < 4; ++w) {
      x[v][w] = _mm256_load_si256(reinterpret_cast<const __m256i*>(&counters.words[w][v * width]));
    }
  }
  for (int round = 0; round < Philox4x32::kRounds; ++round) {
    for (std::size_t v = 0; v < vectors; ++v) {
      const Product p = multiply(x[v][0], all(Philox4x32::kMultiplier0));
      const Product q = multiply(x[v][2], all(Philox4x32::kMultiplier1));
      x[v][0] = _mm256_xor_si256(_mm256_xor_si256(q.high, x[v][1]), all(key[0]));
      x[v][1] = q.low;
      x[v][2] = _mm256_xor_si256(_mm256_xor_si256(p.high, x[v][3]), all(key[1]));
      x[v][3] = p.low;
    }
    key[0] += Philox4x32::kWeyl0;
    key[1] += Philox4x32::kWeyl1;
  }
  for (std::size_t v = 0; v < vectors; ++v) {
    join(x[v][0], x[v][1], &out.first[v * width]);
    join(x[v][2], x[v][3], &out.second[v * width]);
  }
}

// What GCC 12's own header leaves uninitialized is never read.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wuninitialized"

// Both halves of the sixteen products.
[[ORGSIM_AVX512, gnu::always_inline]] inline void multiply(__m512i a, __m512i b, __m512i& low,
                                                           __m512i& high) {
  constexpr __mmask16 odd_lanes = 0b1010101010101010;
  constexpr __mmask16 even_lanes = 0b0101010101010101;
  const __m512 even = _mm512_castsi512_ps(_mm512_mul_epu32(a, b));
  const __m512 odd = _mm512_castsi512_ps(_mm512_mul_epu32(_mm512_srli_epi64(a, 32), b));
  low = _mm512_castps_si512(_mm512_mask_moveldup_ps(even, odd_lanes, odd));
  high = _mm512_castps_si512(_mm512_mask_movehdup_ps(odd, even_lanes, even));
}

// Stream::number_of of sixteen pairs of words, in the order of the lanes.
[[ORGSIM_AVX512, gnu::always_inline]] inline void join(__m512i low, __m512i high, Stream::result_type* out) {
  const __m512i a = _mm512_srli_epi64(_mm512_unpacklo_epi32(low, high), 11);  // lanes 0, 1, 4, 5, ...
  const __m512i b = _mm512_srli_epi64(_mm512_unpackhi_epi32(low, high), 11);  // lanes 2, 3, 6, 7, ...
  const __m512i lower = _mm512_setr_epi64(0, 1, 8, 9, 2, 3, 10, 11);
  const __m512i upper = _mm512_setr_epi64(4, 5, 12, 13, 6, 7, 14, 15);
  _mm512_store_si512(out, _mm512_permutex2var_epi64(a, lower, b));
  _mm512_store_si512(out + 8, _mm512_permutex2var_epi64(a, upper, b));
}

[[ORGSIM_AVX512]] void encrypt_with_avx512(const LaneCounters<16>& counters, Philox4x32::Key key,
                                           LaneNumbers<16>& out) {
  __m512i x[4];
  for (std::size_t w = 0; w < 4; ++w) x[w] = _mm512_load_si512(counters.words[w].data());
  const __m512i multiplier0 = _mm512_set1_epi32(static_cast<int>(Philox4x32::kMultiplier0));
  const __m512i multiplier1 = _mm512_set1_epi32(static_cast<int>(Philox4x32::kMultiplier1));
  for (int round = 0; round < Philox4x32::kRounds; ++round) {
    __m512i p_low;
    __m512i p_high;
    __m512i q_low;
    __m512i q_high;
    multiply(x[0], multiplier0, p_low, p_high);
    multiply(x[2], multiplier1, q_low, q_high);
    x[0] = _mm512_xor_si512(_mm512_xor_si512(q_high, x[1]), _mm512_set1_epi32(static_cast<int>(key[0])));
    x[1] = q_low;
    x[2] = _mm512_xor_si512(_mm512_xor_si512(p_high, x[3]), _mm512_set1_epi32(static_cast<int>(key[1])));
    x[3] = p_low;
    key[0] += Philox4x32::kWeyl0;
    key[1] += Philox4x32::kWeyl1;
  }
  join(x[0], x[1], out.first.data());
  join(x[2], x[3], out.second.data());
}

#pragma GCC diagnostic pop
#undef ORGSIM_AVX2

}  // namespace
#endif

template <std::size_t Lanes>
void encrypt(const LaneCounters<Lanes>& counters, Philox4x32::Key key, LaneNumbers<Lanes>& out) {
#ifdef ORGSIM_AVX2_EXISTS
  if constexpr (Lanes == 16) {
    if (uses_avx512()) return encrypt_with_avx512(counters, key, out);
  }
  if (has_avx2()) return encrypt_with_avx2(counters, key, out);
#endif
  encrypt_portably(counters, key, out);
}

template void encrypt(const LaneCounters<8>&, Philox4x32::Key, LaneNumbers<8>&);
template void encrypt(const LaneCounters<16>&, Philox4x32::Key, LaneNumbers<16>&);
template void encrypt_portably(const LaneCounters<8>&, Philox4x32::Key, LaneNumbers<8>&);
template void encrypt_portably(const LaneCounters<16>&, Philox4x32::Key, LaneNumbers<16>&);

void BatchStream::refill() {
  LaneCounters<kLanes> counters;
  std::array<std::uint32_t, kLanes> carry;
  std::iota(carry.begin(), carry.end(), 0U);
  std::uint32_t ahead = kLanes;
  for (std::size_t w = 0; w < counter_.size(); ++w) {
    for (std::size_t i = 0; i < kLanes; ++i) {
      counters.words[w][i] = counter_[w] + carry[i];
      carry[i] = static_cast<std::uint32_t>(counters.words[w][i] < carry[i]);
    }
    counter_[w] += ahead;
    ahead = static_cast<std::uint32_t>(counter_[w] < ahead);
  }
  encrypt(counters, key_, numbers_);
  used_ = 0;
}

}  // namespace orgsim
