#include "experiment/column_sort.hpp"

#include <algorithm>
#include <bit>

#include "core/vectors.hpp"

namespace orgsim {

namespace {

// The lower numbers into `low`, whatever they are: no branch depends on them.
[[gnu::always_inline]] inline void exchange(ColumnRow& low, ColumnRow& high) {
  for (std::size_t c = 0; c < kSortedTogether; c += kVector) {
    Vector a;
    Vector b;
    load_vector(&low.values[c], a);
    load_vector(&high.values[c], b);
    store_vector(b < a ? b : a, &low.values[c]);
    store_vector(b < a ? a : b, &high.values[c]);
  }
}

}  // namespace

// Merge exchange (Batcher 1968; Knuth, The Art of Computer Programming 3, 5.2.2, algorithm M, with its
// names): which rows are compared does not depend on the numbers, so that whole rows can be.
void sort_columns(std::vector<ColumnRow>& rows) {
  const std::size_t n = rows.size();
  if (n < 2) return;
  const std::size_t half = std::bit_ceil(n) / 2;
  on_widest_vectors([&] {
    for (std::size_t p = half; p > 0; p /= 2) {
      std::size_t r = 0;
      std::size_t d = p;
      for (std::size_t q = half;; q /= 2) {
        for (std::size_t first = r; first + d < n; first += 2 * p) {  // where bit p of i is that of r
          const std::size_t end = std::min(first + p, n - d);
          for (std::size_t i = first; i < end; ++i) exchange(rows[i], rows[i + d]);
        }
        if (q == p) break;
        d = q - p;
        r = p;
      }
    }
  });
}

}  // namespace orgsim
