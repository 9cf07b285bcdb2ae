// Small draws that several parts make from a stream.
#pragma once

#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "core/random.hpp"
#include "core/stop_flag.hpp"

namespace orgsim {

// A stream's number as one on [0, 1), exactly.
inline double to_unit(Stream::result_type number) {
  return static_cast<double>(number) * (1.0 / static_cast<double>(Stream::max() + 1));
}

// Uniform on [0, 1).
inline double uniform(Stream& draws) {
  return boost::random::uniform_01<double>()(draws);
}

// 0 ... count - 1, each as likely; count > 0.
template <class Integer>
Integer one_of(Integer count, Stream& draws) {
  return boost::random::uniform_int_distribution<Integer>(0, count - 1)(draws);
}

// An index in proportion to the weights, which sum to `total` above 0, for u uniform on [0, 1).
inline std::size_t in_proportion(std::span<const double> weights, double total, double u) {
  double left = u * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    if (left < weights[i]) return i;
    left -= weights[i];
  }
  return last;  // rounding left a remainder
}

template <class T>
void shuffle(std::vector<T>& values, Stream& draws, const StopFlag& stop) {
  for (std::size_t i = values.size(); i > 1; --i) {
    stop.check();
    std::swap(values[i - 1], values[one_of(i, draws)]);
  }
}

}  // namespace orgsim
