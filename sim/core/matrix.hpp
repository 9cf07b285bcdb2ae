// Rows of numbers in one piece of memory, without initial values; small ones need no allocation, and begin at
// a line of the cache.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>

#include "core/vectors.hpp"

namespace orgsim {

class Matrix {
 public:
  Matrix(std::size_t rows, std::size_t width)
      : rows_(rows), width_(width), numbers_(rows * width, boost::container::default_init) {}

  std::size_t rows() const { return rows_; }
  std::size_t width() const { return width_; }
  double* operator[](std::size_t row) { return numbers_.data() + row * width_; }
  const double* operator[](std::size_t row) const { return numbers_.data() + row * width_; }

 private:
  static constexpr std::size_t kWithoutAllocation = 1024;

  std::size_t rows_;
  std::size_t width_;
  boost::container::small_vector<
      double, kWithoutAllocation, void,
      boost::container::small_vector_options_t<boost::container::inplace_alignment<kCacheLine>>>
      numbers_;
};

}  // namespace orgsim
