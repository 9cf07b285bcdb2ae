#include "model/market/hazards.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/vectors.hpp"

namespace orgsim {

namespace {

bool are_safe(std::span<const double> exponents) {
  return std::all_of(exponents.begin(), exponents.end(),
                     [](double x) { return std::abs(x) <= kSafeExponent; });
}

// exp(bar - utility) = exp(bar) exp(-utility), which spares all exponentials but one for each of either.
void weigh_by_factors(std::span<const double> bars, Hazards& hazards) {
  const auto F = static_cast<std::size_t>(hazards.firms);
  std::array<double, kMostRows> bar;
  std::array<double, kMostFirms * kMostFirms> ease;
  for (std::size_t i = 0; i < bars.size(); ++i) bar[i] = elementary::exp(bars[i]);
  for (std::size_t i = 0; i < F * F; ++i) ease[i] = elementary::exp(-hazards.utility[i]);
  for (std::size_t f = 0; f < F; ++f) {
    double* against = &hazards.against[f * bars.size()];
    std::size_t k = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
      against[i] = bar[i] * ease[k * F + f];
      k = k + 1 < F ? k + 1 : 0;
    }
  }
}

void weigh_one_by_one(std::span<const double> bars, Hazards& hazards) {
  for (int f = 0; f < hazards.firms; ++f) {
    for (std::size_t i = 0; i < bars.size(); ++i) {
      const int favourite = static_cast<int>(i % static_cast<std::size_t>(hazards.firms));
      hazards.against[static_cast<std::size_t>(f) * bars.size() + i] =
          elementary::exp(bars[i] - hazards.utility_of(f, favourite));
    }
  }
}

}  // namespace

void weigh_against(std::span<const double> bars, Hazards& hazards) {
  hazards.against.resize(static_cast<std::size_t>(hazards.firms) * bars.size());
  if (are_safe(bars) && are_safe(hazards.utility)) {
    on_widest_vectors([&] { weigh_by_factors(bars, hazards); });
  } else {
    weigh_one_by_one(bars, hazards);
  }
}

}  // namespace orgsim
