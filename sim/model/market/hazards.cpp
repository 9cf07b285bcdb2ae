#include "model/market/hazards.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/vectors.hpp"
#include "keys/market.hpp"

namespace orgsim {

namespace {

bool is_safe(double exponent) {
  return std::abs(exponent) <= kSafeExponent;
}

bool are_safe(const std::vector<double>& exponents) {
  return std::all_of(exponents.begin(), exponents.end(), is_safe);
}

// e to the power of all that rows are made of, and of the negative utilities. The exponential of a sum is the
// product of exponentials, which are few. A product of three or more can leave the range of numbers, but only
// to infinity or 0, where the logistic has long been 0 or 1.
class Factors {
 public:
  explicit Factors(const Hazards& hazards) {
    utility = add(hazards.utility, 1);
    disutility = add(hazards.utility, -1);
    resistance = add(hazards.resistance, 1);
    switching_cost = add(hazards.switching_cost, 1);
    taste = add({&hazards.taste, 1}, 1);
    while (size_ % kVector != 0) all_[size_++] = 0;
    elementary::exp_of_each(std::span(all_).first(size_));
  }

  const double* utility;
  const double* disutility;
  const double* resistance;
  const double* switching_cost;
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

// Of each firm against those who have it as favourite, and against all others: what `taste` makes of 1.
class Tastes {
 public:
  Tastes(const Hazards& hazards, double taste) : stride_(hazards.stride()) {
    for (std::size_t f = 0; f < static_cast<std::size_t>(hazards.firms); ++f) {
      for (std::size_t k = 0; k < stride_; ++k) factors_[f * stride_ + k] = k == f ? taste : 1;
    }
  }
  void load(std::size_t firm, std::size_t favourite, Vector& v) const {
    load_vector(&factors_[firm * stride_ + favourite], v);
  }

 private:
  std::size_t stride_;
  std::array<double, kMostFirms * kMostFirms> factors_;
};

void weigh_by_factors(Hazards& hazards, double exposure) {
  const Factors factors(hazards);
  const auto F = static_cast<std::size_t>(hazards.firms);
  const auto S = static_cast<std::size_t>(hazards.classes);
  const auto L = static_cast<std::size_t>(hazards.levels);
  const Tastes tastes(hazards, *factors.taste);
  const Tastes distastes(hazards, 1 / *factors.taste);
  for (std::size_t k = 0; k < hazards.stride(); k += kVector) {
    for (std::size_t f = 0; f < F; ++f) {
      Vector ease;
      distastes.load(f, k, ease);
      ease *= factors.disutility[f];
      double* against = &hazards.odds_against[f * hazards.rows_of_nonusers() + k];
      double* acceptance = &hazards.acceptance[f * hazards.rows() + k];
      for (std::size_t s = 0; s < S; ++s) {
        const Vector odds = ease * factors.resistance[s];
        store_vector(odds, against + hazards.row_of(0, s));
        store_vector(1 / (1 + odds), acceptance + hazards.row_of(0, s));
      }
      for (std::size_t g = 0; g < F; ++g) {
        Vector bar;
        tastes.load(g, k, bar);
        bar *= ease * factors.utility[g];
        for (std::size_t h = 0; h < L; ++h) {
          const std::size_t row = hazards.row_of(1 + g * L + h, 0);
          store_vector(f == g ? Vector{} : exposure / (1 + bar * factors.switching_cost[h]),
                       acceptance + row);
        }
      }
    }
  }
}

void weigh_one_by_one(Hazards& hazards, double exposure) {
  for (int f = 0; f < hazards.firms; ++f) {
    double* against = &hazards.odds_against[static_cast<std::size_t>(f) * hazards.rows_of_nonusers()];
    double* acceptance = &hazards.acceptance[static_cast<std::size_t>(f) * hazards.rows()];
    for (int k = 0; k < hazards.firms; ++k) {
      const double utility = hazards.utility_of(f, k);
      for (int s = 0; s < hazards.classes; ++s) {
        const std::size_t row = hazards.row_of_nonuser(k, s);
        against[row] = elementary::exp(hazards.resistance[static_cast<std::size_t>(s)] - utility);
        acceptance[row] = 1 / (1 + against[row]);
      }
      for (int g = 0; g < hazards.firms; ++g) {
        for (int h = 0; h < hazards.levels; ++h) {
          const double bar = hazards.utility_of(g, k) + hazards.switching_cost[static_cast<std::size_t>(h)];
          const double odds = elementary::exp(bar - utility);
          acceptance[hazards.row_of_user(k, g, h)] = f == g ? 0 : exposure / (1 + odds);
        }
      }
    }
  }
}

}  // namespace

void weigh_choices(Hazards& hazards, double exposure_of_users) {
  const double exposure = std::min(exposure_of_users, kSurely);
  hazards.odds_against.resize(static_cast<std::size_t>(hazards.firms) * hazards.rows_of_nonusers());
  hazards.acceptance.resize(static_cast<std::size_t>(hazards.firms) * hazards.rows());
  if (is_safe(hazards.taste) && are_safe(hazards.utility) && are_safe(hazards.resistance) &&
      are_safe(hazards.switching_cost)) {
    on_widest_vectors([&] { weigh_by_factors(hazards, exposure); });
  } else {
    weigh_one_by_one(hazards, exposure);
  }
}

}  // namespace orgsim
