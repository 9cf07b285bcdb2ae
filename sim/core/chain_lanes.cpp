#include "core/chain_lanes.hpp"

#include <algorithm>
#include <bit>

#include "core/long_vectors.hpp"

#ifdef ORGSIM_AVX512_EXISTS
#include <immintrin.h>
#endif

namespace orgsim {

namespace {

// What depends on chance is sorted without branches, since nobody could foresee them.
void sort_one_by_one(const BinomialLanes& draws, LanePlaces& few, LanePlaces& doubtful) {
  std::size_t fews = 0;
  std::size_t doubts = 0;
  for (std::uint32_t i = 0; i < draws.size; ++i) {
    few.places[fews] = doubtful.places[doubts] = i;
    fews += static_cast<std::size_t>(draws.outcome[i] == code_of(BinomialOutcome::few));
    doubts += static_cast<std::size_t>(draws.outcome[i] == code_of(BinomialOutcome::doubtful));
  }
  few.size = fews;
  doubtful.size = doubts;
}

void go_on_one_by_one(ChainLanes& lanes, const ChainSteps& steps, std::uint32_t to_next_block, double* met) {
  std::size_t lane = 0;
  BinomialLanes& draws = lanes.draws;
  for (std::size_t i = 0; i < draws.size; ++i) {
    const std::uint32_t cell = lanes.cells[i];
    const std::uint32_t step = lanes.at[i];
    const auto accepted = static_cast<std::uint32_t>(draws.outcome[i] == code_of(BinomialOutcome::accepted));
    const bool missing = (lanes.codes[i] >> kMissingBit & 1U) != 0;
    const double n = draws.n[i];
    const double k = missing ? n - draws.k[i] : draws.k[i];
    met[row_of_step(lanes.codes[i]) + cell] = k;
    const std::uint32_t again = lanes.blocks[i] + to_next_block;
    const std::size_t next = lanes.begin(lane, cell, step + accepted, accepted != 0 ? n - k : n, steps);
    lanes.blocks[lane] = (lanes.blocks[lane] & (0 - accepted)) | (again & (accepted - 1));
    lane = next;
  }
  draws.size = lane;
}

#ifdef ORGSIM_AVX512_EXISTS
constexpr std::size_t kEight = 8;

[[ORGSIM_AVX512, gnu::always_inline]] inline __m256i load_eight(const std::uint32_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
}
[[ORGSIM_AVX512, gnu::always_inline]] inline void store_eight(__m256i words, std::uint32_t* to) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), words);
}
[[ORGSIM_AVX512, gnu::always_inline]] inline __m256i eight_of(std::uint32_t word) {
  return _mm256_set1_epi32(static_cast<int>(word));
}
[[ORGSIM_AVX512, gnu::always_inline]] inline void keep(__mmask8 which, __m512d numbers, double* to) {
  _mm512_storeu_pd(to, _mm512_maskz_compress_pd(which, numbers));
}
[[ORGSIM_AVX512, gnu::always_inline]] inline void keep(__mmask8 which, __m256i words, std::uint32_t* to) {
  store_eight(_mm256_maskz_compress_epi32(which, words), to);
}

// The lanes of a vector that there are of so many.
constexpr std::uint32_t lanes_there(std::size_t left, std::size_t of) {
  return (std::uint32_t{1} << std::min(left, of)) - 1;
}

[[ORGSIM_AVX512]] void sort_with_avx512(const BinomialLanes& draws, LanePlaces& few, LanePlaces& doubtful) {
  constexpr std::size_t width = 16;
  const auto alike = [](BinomialOutcome outcome) { return static_cast<int>(code_of(outcome)); };
  const __m512i is_few = _mm512_set1_epi32(alike(BinomialOutcome::few));
  const __m512i is_doubtful = _mm512_set1_epi32(alike(BinomialOutcome::doubtful));
  __m512i places = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  few.size = doubtful.size = 0;
  for (std::size_t i = 0; i < draws.size; i += width) {
    const auto there = static_cast<__mmask16>(lanes_there(draws.size - i, width));
    const __m512i outcome = _mm512_loadu_si512(&draws.outcome[i]);
    const __mmask16 fews = _mm512_mask_cmpeq_epi32_mask(there, outcome, is_few);
    const __mmask16 doubts = _mm512_mask_cmpeq_epi32_mask(there, outcome, is_doubtful);
    _mm512_storeu_si512(&few.places[few.size], _mm512_maskz_compress_epi32(fews, places));
    _mm512_storeu_si512(&doubtful.places[doubtful.size], _mm512_maskz_compress_epi32(doubts, places));
    few.size += static_cast<std::size_t>(std::popcount(fews));
    doubtful.size += static_cast<std::size_t>(std::popcount(doubts));
    places = _mm512_add_epi32(places, _mm512_set1_epi32(width));
  }
}

[[ORGSIM_AVX512]] void go_on_with_avx512(ChainLanes& lanes, const ChainSteps& steps,
                                         std::uint32_t to_next_block, double* met) {
  static_assert(sizeof(ChainStep) == 2 * sizeof(double));
  const double* const probabilities = &steps[0].p;
  const std::uint64_t* const codes_of_steps = &steps[0].code;
  alignas(kCacheLine) std::array<std::uint32_t, kEight> places;
  alignas(kCacheLine) std::array<double, kEight> numbers;
  BinomialLanes& draws = lanes.draws;
  std::size_t lane = 0;
  for (std::size_t i = 0; i < draws.size; i += kEight) {
    const auto there = static_cast<__mmask8>(lanes_there(draws.size - i, kEight));
    const __m256i cells = load_eight(&lanes.cells[i]);
    const __m512i codes = _mm512_loadu_si512(&lanes.codes[i]);
    const __m512d n = _mm512_loadu_pd(&draws.n[i]);
    const __m512d drawn = _mm512_loadu_pd(&draws.k[i]);
    const __mmask8 accepted =
        _mm256_cmpeq_epi32_mask(load_eight(&draws.outcome[i]), eight_of(code_of(BinomialOutcome::accepted)));
    const __mmask8 missing = _mm512_test_epi64_mask(codes, _mm512_set1_epi64(1LL << kMissingBit));
    const __m512d k = _mm512_mask_sub_pd(drawn, missing, n, drawn);
    store_eight(_mm256_add_epi32(_mm512_cvtepi64_epi32(codes), cells), places.data());
    _mm512_store_pd(numbers.data(), k);
    for (std::size_t j = 0; j < std::min(kEight, draws.size - i); ++j) met[places[j]] = numbers[j];

    const __m256i before = load_eight(&lanes.at[i]);
    const __m256i at = _mm256_mask_add_epi32(before, accepted, before, eight_of(1));
    const __m256i in_doubles = _mm256_maskz_slli_epi32(there, at, 1);
    const __m512d p = _mm512_i32gather_pd(in_doubles, probabilities, sizeof(double));
    const __m512i next = _mm512_i32gather_epi64(in_doubles, codes_of_steps, sizeof(double));
    const __m512d left = _mm512_mask_sub_pd(n, accepted, n, k);
    const __m512i events =
        _mm512_srli_epi64(_mm512_slli_epi64(next, 64 - kMissingBit), 64 - kMissingBit + kEventBit);
    const __m256i again = _mm256_add_epi32(load_eight(&lanes.blocks[i]), eight_of(to_next_block));
    const __m256i blocks = _mm256_mask_blend_epi32(accepted, again, _mm512_cvtepi64_epi32(events));

    // Never beyond what was read by now.
    const auto drawn_next = static_cast<__mmask8>(there & _mm512_movepi64_mask(next));
    const __mmask8 goes_on = _mm512_mask_cmp_pd_mask(drawn_next, left, _mm512_setzero_pd(), _CMP_GT_OQ);
    keep(goes_on, left, &draws.n[lane]);
    keep(goes_on, p, &draws.p[lane]);
    _mm512_storeu_si512(&lanes.codes[lane], _mm512_maskz_compress_epi64(goes_on, next));
    keep(goes_on, cells, &lanes.cells[lane]);
    keep(goes_on, at, &lanes.at[lane]);
    keep(goes_on, blocks, &lanes.blocks[lane]);
    lane += static_cast<std::size_t>(std::popcount(goes_on));
  }
  draws.size = lane;
}
#endif

}  // namespace

ChainSteps::ChainSteps(const Matrix& conditional, const Matrix& met)
    : of_a_kind_(met.rows() + 1), steps_(conditional.width() * of_a_kind_, boost::container::default_init) {
  boost::container::small_vector<ChainStep*, 256> next;
  for (std::size_t kind = 0; kind < conditional.width(); ++kind) next.push_back(&steps_[first(kind)]);
  for (std::uint64_t e = 0; e < met.rows(); ++e) {
    const auto row = static_cast<std::uint32_t>(met[e] - met[0]);
    const std::uint64_t code = std::uint64_t{1} << kDrawnBit | e << kEventBit | row;
    const double* const of_kinds = conditional[e];
    for (std::size_t kind = 0; kind < next.size(); ++kind) {
      const double p = of_kinds[kind];
      const auto missing = static_cast<std::uint64_t>(p > 0.5);
      *next[kind] = {std::min(p, 1 - p), code | missing << kMissingBit};
      next[kind] += static_cast<std::size_t>(p > 0);
    }
  }
  for (ChainStep* const last : next) *last = {0, 0};
}

void ChainLanes::go_on(const ChainSteps& steps, std::uint32_t to_next_block, double* met) {
#ifdef ORGSIM_AVX512_EXISTS
  if (uses_avx512()) return go_on_with_avx512(*this, steps, to_next_block, met);
#endif
  go_on_one_by_one(*this, steps, to_next_block, met);
}

void sort_outcomes(const BinomialLanes& draws, LanePlaces& few, LanePlaces& doubtful) {
#ifdef ORGSIM_AVX512_EXISTS
  if (uses_avx512()) return sort_with_avx512(draws, few, doubtful);
#endif
  sort_one_by_one(draws, few, doubtful);
}

}  // namespace orgsim
