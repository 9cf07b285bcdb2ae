#include "core/arithmetic.hpp"

namespace orgsim {

namespace {

bool are_safe(std::span<const double> exponents) {
  return std::all_of(exponents.begin(), exponents.end(),
                     [](double x) { return std::abs(x) <= kSafeExponent; });
}

}  // namespace

void odds_against(std::span<const double> a, std::span<const double> b, std::span<double> out) {
  const std::size_t n = a.size();
  if (!are_safe(a) || !are_safe(b)) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      for (std::size_t i = 0; i < n; ++i) out[j * n + i] = std::exp(b[j] - a[i]);
    }
    return;
  }
  for (std::size_t i = 0; i < n; ++i)
    out[i] = std::exp(-a[i]);  // the first row, made last, keeps them meanwhile
  for (std::size_t j = b.size(); j-- > 0;) {
    const double bar = std::exp(b[j]);
    for (std::size_t i = 0; i < n; ++i) out[j * n + i] = bar * out[i];
  }
}

}  // namespace orgsim
