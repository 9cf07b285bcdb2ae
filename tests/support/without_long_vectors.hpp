// The vectors that every processor with AVX2 has, as long as this lives.
#pragma once

#include "core/long_vectors.hpp"

namespace orgsim {

class WithoutLongVectors {
 public:
  WithoutLongVectors() { uses_avx512() = false; }
  ~WithoutLongVectors() { uses_avx512() = before_; }
  WithoutLongVectors(const WithoutLongVectors&) = delete;
  WithoutLongVectors& operator=(const WithoutLongVectors&) = delete;

 private:
  bool before_ = uses_avx512();
};

}  // namespace orgsim
