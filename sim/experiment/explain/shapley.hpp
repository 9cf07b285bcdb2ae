// What each of some players contributes to the value of a game (Shapley 1953, Contributions to the Theory of
// Games II, 307-317), and each two of them (Sundararajan, Dhamdhere & Agarwal 2020, ICML, 9259-9268).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/random.hpp"

namespace orgsim {

// Who is in: player i is bit i.
using Coalition = std::uint32_t;

// A game of n players is the values of all 2^n coalitions, in their order. The Shapley values sum to the
// value of all less that of none.
std::vector<double> shapley_values(std::span<const double> game);

// The Shapley-Taylor interactions of order 2: first-order terms, which are no Shapley values but what a
// player adds to none; and of each pair i < j, pairs of player 0 first. All sum to the same difference.
struct ShapleyTaylor {
  std::vector<double> first;
  std::vector<double> pairs;
};
ShapleyTaylor shapley_taylor(std::span<const double> game);

// Players in as many random orders, each followed by its reverse (antithetic: Mitchell, Cooper, Frank &
// Holmes 2022, Journal of Machine Learning Research 23(43)); `orders` is even.
std::vector<std::vector<std::size_t>> random_orders(std::size_t players, std::size_t orders, Stream& draws);

}  // namespace orgsim
