#include "core/elementary.hpp"

#include "core/vectors.hpp"

namespace orgsim::elementary {

void exp_of_each(std::span<double> values) {
  on_widest_vectors([=] {
    for (double& value : values) value = elementary::exp(value);
  });
}

void log_of_each(std::span<double> values) {
  on_widest_vectors([=] {
    for (double& value : values) value = elementary::log(value);
  });
}

void pow_of_each(std::span<double> values, double exponent) {
  on_widest_vectors([=] {
    for (double& value : values) value = elementary::pow(value, exponent);
  });
}

}  // namespace orgsim::elementary
