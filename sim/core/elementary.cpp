#include "core/elementary.hpp"

#include <algorithm>

#include "core/vectors.hpp"

namespace orgsim::elementary {

// What is left over at the end shares a vector with copies of the last number.
void exp_of_each(std::span<double> values) {
  on_widest_vectors([&] {
    Vector some;
    std::size_t i = 0;
    for (; i + kVector <= values.size(); i += kVector) {
      load_vector(&values[i], some);
      take_exp(some);
      store_vector(some, &values[i]);
    }
    if (i == values.size()) return;
    for (std::size_t v = 0; v < kVector; ++v) some[v] = values[std::min(i + v, values.size() - 1)];
    take_exp(some);
    for (std::size_t v = 0; i + v < values.size(); ++v) values[i + v] = some[v];
  });
}

}  // namespace orgsim::elementary
