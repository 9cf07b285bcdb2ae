#include "model/market/hazards.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/vectors.hpp"
#include "model/parameters/market.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostRows =
    whole_vectors((whole_vectors(kMostClasses) + kMostFirms * kMostHabitLevels) * kMostFirms);

bool is_safe(double exponent) {
  return std::abs(exponent) <= kSafeExponent;
}

bool are_safe(const std::vector<double>& exponents) {
  return std::all_of(exponents.begin(), exponents.end(), is_safe);
}

// e to the power of all that rows are made of, and of the negative appeals. The exponential of a sum is the
// product of exponentials, which are few. A product of three or more can leave the range of numbers, but only
// to infinity or 0, where the logistic has long been 0 or 1.
class Factors {
 public:
  explicit Factors(const Hazards& hazards) {
    appeal = add(hazards.appeal, 1);
    ease = add(hazards.appeal, -1);
    resistance = add(hazards.resistance, 1);
    holding = add(hazards.holding, 1);
    taste = add({&hazards.taste, 1}, 1);
    while (size_ % kVector != 0) all_[size_++] = 0;
    elementary::exp_of_each(std::span(all_).first(size_));
  }

  const double* appeal;
  const double* ease;
  const double* resistance;
  const double* holding;
  const double* taste;

 private:
  const double* add(std::span<const double> exponents, double sign) {
    const double* first = &all_[size_];
    for (const double exponent : exponents) all_[size_++] = sign * exponent;
    return first;
  }

  std::size_t size_ = 0;
  std::array<double, 2 * kMostFirms + kMostClasses + kMostHabitLevels + kVector> all_;
};

void weigh_by_factors(Hazards& hazards) {
  const Factors factors(hazards);
  const auto F = static_cast<std::size_t>(hazards.firms);
  const std::size_t rows = hazards.rows();
  std::array<double, kMostRows> bars;
  const std::size_t stride = hazards.stride();
  std::fill_n(bars.begin(), rows, 0.0);
  for (std::size_t k = 0; k < F; ++k) {
    std::copy_n(factors.resistance, hazards.resistance.size(), &bars[k * stride]);
  }
  std::size_t row = hazards.rows_of_nonusers();
  for (std::size_t g = 0; g < F; ++g) {
    for (std::size_t h = 0; h < hazards.holding.size(); ++h) {
      const double bar = factors.appeal[g] * factors.holding[h];
      for (std::size_t k = 0; k < F; ++k) bars[row++] = bar;
      bars[row - F + g] *= *factors.taste;
    }
  }
  const double distaste = 1 / *factors.taste;
  for (std::size_t f = 0; f < F; ++f) {
    double* against = &hazards.against[f * rows];
    for (std::size_t i = 0; i < rows; ++i) against[i] = bars[i] * factors.ease[f];
    for (std::size_t i = f * stride; i < (f + 1) * stride; ++i) against[i] *= distaste;
    for (std::size_t i = hazards.rows_of_nonusers() + f; i < row; i += F) against[i] *= distaste;
  }
}

void weigh_one_by_one(Hazards& hazards) {
  for (int f = 0; f < hazards.firms; ++f) {
    double* against = &hazards.against[static_cast<std::size_t>(f) * hazards.rows()];
    for (int k = 0; k < hazards.firms; ++k) {
      const double utility = hazards.utility_of(f, k);
      for (int s = 0; s < hazards.classes; ++s) {
        const double bar = hazards.resistance[static_cast<std::size_t>(s)];
        against[hazards.row_of_nonuser(k, s)] = elementary::exp(bar - utility);
      }
      for (int g = 0; g < hazards.firms; ++g) {
        for (int h = 0; h < hazards.levels; ++h) {
          const double bar = hazards.utility_of(g, k) + hazards.holding[static_cast<std::size_t>(h)];
          against[hazards.row_of_user(k, g, h)] = elementary::exp(bar - utility);
        }
      }
    }
  }
}

}  // namespace

void weigh_against(Hazards& hazards) {
  hazards.against.resize(static_cast<std::size_t>(hazards.firms) * hazards.rows());
  if (is_safe(hazards.taste) && are_safe(hazards.appeal) && are_safe(hazards.resistance) &&
      are_safe(hazards.holding)) {
    on_widest_vectors([&] { weigh_by_factors(hazards); });
  } else {
    weigh_one_by_one(hazards);
  }
}

}  // namespace orgsim
