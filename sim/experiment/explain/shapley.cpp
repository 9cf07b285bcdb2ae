#include "experiment/explain/shapley.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "core/draws.hpp"
#include "core/error.hpp"

namespace orgsim {

namespace {

std::size_t players_of(std::span<const double> game) {
  require(std::has_single_bit(game.size()), "a game has a value for each coalition");
  return static_cast<std::size_t>(std::countr_zero(game.size()));
}

// 1 / (n choose k).
double one_over_choose(std::size_t n, std::size_t k) {
  double result = 1;
  for (std::size_t i = 1; i <= k; ++i) result *= static_cast<double>(i) / static_cast<double>(n - k + i);
  return result;
}

}  // namespace

// phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)), and the factor is
// 1 / (n (n - 1 choose |S|)).
std::vector<double> shapley_values(std::span<const double> game) {
  const std::size_t n = players_of(game);
  std::vector<double> weights;
  for (std::size_t size = 0; size < n; ++size)
    weights.push_back(one_over_choose(n - 1, size) / static_cast<double>(n));
  std::vector<double> values(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Coalition player = Coalition{1} << i;
    for (Coalition s = 0; s < game.size(); ++s) {
      if ((s & player) != 0) continue;
      values[i] += weights[static_cast<std::size_t>(std::popcount(s))] * (game[s | player] - game[s]);
    }
  }
  return values;
}

// I_ij = 2/n sum over S without i and j of (v(S + ij) - v(S + i) - v(S + j) + v(S)) / (n - 1 choose |S|).
ShapleyTaylor shapley_taylor(std::span<const double> game) {
  const std::size_t n = players_of(game);
  ShapleyTaylor terms;
  for (std::size_t i = 0; i < n; ++i) terms.first.push_back(game[Coalition{1} << i] - game[0]);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j) {
      const Coalition one = Coalition{1} << i;
      const Coalition other = Coalition{1} << j;
      double sum = 0;
      for (Coalition s = 0; s < game.size(); ++s) {
        if ((s & (one | other)) != 0) continue;
        sum += one_over_choose(n - 1, static_cast<std::size_t>(std::popcount(s))) *
               (game[s | one | other] - game[s | one] - game[s | other] + game[s]);
      }
      terms.pairs.push_back(2 * sum / static_cast<double>(n));
    }
  }
  return terms;
}

std::vector<std::vector<std::size_t>> random_orders(std::size_t players, std::size_t orders, Stream& draws) {
  std::vector<std::vector<std::size_t>> all;
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  while (all.size() < orders) {
    shuffle(order, draws, StopFlag());
    all.push_back(order);
    all.emplace_back(order.rbegin(), order.rend());
  }
  return all;
}

}  // namespace orgsim
