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
  std::array<double, 2 * kMostFirms + kUserStates * kMostClasses + kMostHabitLevels + kVector> all_;
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

// y_f = rebound exp(u_f) against 1 for none, without the taste (what is on offer; favourites assert
// themselves by switching later). `y` and `none` may both have been divided by the same number.
void look_around(Hazards& hazards, std::span<const double> y, double none) {
  const std::size_t F = y.size();
  hazards.taken_up.assign(F * F, 0);
  hazards.none.resize(F);
  for (std::size_t g = 0; g < F; ++g) {
    double all = none;
    for (std::size_t f = 0; f < F; ++f) all += f == g ? 0 : y[f];
    for (std::size_t f = 0; f < F; ++f) hazards.taken_up[g * F + f] = f == g ? 0 : y[f] / all;
    hazards.none[g] = none / all;
  }
}

using Firmly = std::array<double, kMostFirms>;

void look_around_by_factors(Hazards& hazards, const double* exp_utility) {
  Firmly y;
  const auto F = static_cast<std::size_t>(hazards.firms);
  for (std::size_t f = 0; f < F; ++f) y[f] = hazards.rebound * exp_utility[f];
  look_around(hazards, std::span(y).first(F), 1);
}

// All divided by the largest, lest they overflow.
void look_around_extremely(Hazards& hazards) {
  Firmly y{};
  const auto F = static_cast<std::size_t>(hazards.firms);
  const double most = std::max(std::ranges::max(hazards.utility) + elementary::log(hazards.rebound), 0.0);
  for (std::size_t f = 0; f < F; ++f)
    y[f] = elementary::exp(hazards.utility[f] + elementary::log(hazards.rebound) - most);
  look_around(hazards, std::span(y).first(F), elementary::exp(-most));
}

// 1 / a and 1 / b, of numbers whose product is finite: one division takes longer than all that is done here
// to save one.
void invert_both(Vector& a, Vector& b) {
  const Vector of_both = 1 / (a * b);
  const Vector of_a = of_both * b;
  b = of_both * a;
  a = of_a;
}

template <class Count>
void weigh_by_factors(Hazards& hazards, Count F) {
  const Factors factors(hazards);
  const std::size_t stride = whole_vectors(F);
  const std::size_t S = hazards.resistance.size();  // even: of two kinds of non-users
  const auto L = static_cast<std::size_t>(hazards.levels);
  const Tastes tastes(hazards, *factors.taste);
  const Tastes distastes(hazards, 1 / *factors.taste);
  for (std::size_t k = 0; k < stride; k += kVector) {
    for (std::size_t f = 0; f < F; ++f) {
      Vector ease;
      distastes.load(f, k, ease);
      ease *= factors.disutility[f];
      double* against = &hazards.odds_against[f * hazards.rows_of_nonusers() + k];
      double* acceptance = &hazards.acceptance[f * hazards.rows() + k];
      for (std::size_t s = 0; s < S; s += 2) {
        Vector one = ease * factors.resistance[s];
        Vector other = ease * factors.resistance[s + 1];
        store_vector(one, against + s * stride);
        store_vector(other, against + (s + 1) * stride);
        one += 1;
        other += 1;
        invert_both(one, other);
        store_vector(one, acceptance + s * stride);
        store_vector(other, acceptance + (s + 1) * stride);
      }
      acceptance += S * stride;
      for (std::size_t g = 0; g < F; ++g) {
        Vector bar;
        tastes.load(g, k, bar);
        bar *= ease * factors.utility[g];
        for (std::size_t h = 0; h < L; ++h, acceptance += stride) {
          if (f == g) {
            store_vector(Vector{}, acceptance);
          } else {
            store_vector(hazards.exposure / (1 + bar * factors.switching_cost[h]), acceptance);
          }
        }
      }
    }
  }
  look_around_by_factors(hazards, factors.utility);
}

void weigh_one_by_one(Hazards& hazards) {
  for (int f = 0; f < hazards.firms; ++f) {
    double* against = &hazards.odds_against[static_cast<std::size_t>(f) * hazards.rows_of_nonusers()];
    double* acceptance = &hazards.acceptance[static_cast<std::size_t>(f) * hazards.rows()];
    for (int k = 0; k < hazards.firms; ++k) {
      const double utility = hazards.utility_of(f, k);
      for (std::size_t s = 0; s < hazards.resistance.size(); ++s) {
        const std::size_t row = s * hazards.stride() + static_cast<std::size_t>(k);
        against[row] = elementary::exp(hazards.resistance[s] - utility);
        acceptance[row] = 1 / (1 + against[row]);
      }
      for (int g = 0; g < hazards.firms; ++g) {
        for (int h = 0; h < hazards.levels; ++h) {
          const double bar = hazards.utility_of(g, k) + hazards.switching_cost[static_cast<std::size_t>(h)];
          const double odds = elementary::exp(bar - utility);
          acceptance[hazards.row_of_user(k, g, h)] = f == g ? 0 : hazards.exposure / (1 + odds);
        }
      }
    }
  }
  look_around_extremely(hazards);
}

}  // namespace

void settle(Hazards& hazards, const MarketParameters& market, std::span<const FirmParameters> firms) {
  hazards.classes = static_cast<int>(market.mass.size());
  hazards.firms = static_cast<int>(firms.size());
  hazards.levels = static_cast<int>(market.habit_levels);
  hazards.exposure = std::min(market.choice.switch_exposure, kSurely);
  hazards.rebound = market.retention.rebound;
  hazards.taste = market.taste;
  hazards.falling = market.retention.habit_down;
  hazards.switching_cost.clear();
  hazards.staying.clear();
  hazards.at_reference.clear();
  for (int h = 0; h < hazards.levels; ++h) {
    hazards.switching_cost.push_back(market.choice.switch_cost + market.choice.switch_habit * h);
    hazards.staying.push_back(elementary::exp(-market.retention.churn_habit * h));
  }
  for (const FirmParameters& firm : firms) {
    const double relative = firm.product.quality_reference - 1;
    hazards.at_reference.push_back(
        std::min(firm.offer.churn * elementary::exp(-market.retention.churn_quality * relative), kSurely));
  }
}

void weigh_choices(Hazards& hazards) {
  hazards.odds_against.resize(static_cast<std::size_t>(hazards.firms) * hazards.rows_of_nonusers());
  hazards.acceptance.resize(static_cast<std::size_t>(hazards.firms) * hazards.rows());
  hazards.are_extreme = hazards.rebound > kSurely || !is_safe(hazards.taste) || !are_safe(hazards.utility) ||
                        !are_safe(hazards.resistance) || !are_safe(hazards.switching_cost);
  if (!hazards.are_extreme) {
    for_few_firms(static_cast<std::size_t>(hazards.firms),
                  [&](const auto F) { on_widest_vectors([&] { weigh_by_factors(hazards, F); }); });
  } else {
    weigh_one_by_one(hazards);
  }
}

}  // namespace orgsim
