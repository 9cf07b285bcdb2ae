#include "experiment/explain/shapley.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <set>

namespace orgsim {
namespace {

using Game = std::vector<double>;

// v(S) for players 0, 1 and 2: bit i is player i.
const Game kGloves{0, 0, 0, 0,
                   0, 1, 1, 1};  // 0 and 1 have a left glove each, 2 a right one: a pair is worth 1

TEST(Shapley, shares_out_the_glove_game) {
  // Known: 1/6, 1/6 and 2/3.
  const std::vector<double> values = shapley_values(kGloves);
  EXPECT_NEAR(values[0], 1.0 / 6, 1e-15);
  EXPECT_NEAR(values[1], 1.0 / 6, 1e-15);
  EXPECT_NEAR(values[2], 2.0 / 3, 1e-15);
}

TEST(Shapley, gives_a_player_what_it_always_adds) {
  Game game;
  for (Coalition in = 0; in < 16; ++in) game.push_back(7 + 1.5 * (in & 1) - 3.0 * (in >> 2 & 1));
  const std::vector<double> values = shapley_values(game);
  EXPECT_NEAR(values[0], 1.5, 1e-14);
  EXPECT_NEAR(values[1], 0, 1e-14);
  EXPECT_NEAR(values[2], -3, 1e-14);
  EXPECT_NEAR(values[3], 0, 1e-14);
}

TEST(Shapley, sums_to_the_whole_difference) {
  Game game;
  double largest = 0;
  for (Coalition in = 0; in < 64; ++in) {
    game.push_back(1e7 * std::sin(37.0 * in * in + 1));
    largest = std::max(largest, std::abs(game.back()));
  }
  const std::vector<double> values = shapley_values(game);
  EXPECT_NEAR(std::accumulate(values.begin(), values.end(), 0.0), game.back() - game.front(),
              1e-12 * largest);
  const ShapleyTaylor terms = shapley_taylor(game);
  EXPECT_NEAR(std::accumulate(terms.first.begin(), terms.first.end(), 0.0) +
                  std::accumulate(terms.pairs.begin(), terms.pairs.end(), 0.0),
              game.back() - game.front(), 1e-12 * largest);
}

TEST(ShapleyTaylor, finds_who_only_works_together) {
  // Players 0 and 2 together are worth 4, and by themselves 1 and 0.
  Game game;
  for (Coalition in = 0; in < 8; ++in) game.push_back((in & 1) + ((in & 5) == 5 ? 3 : 0));
  const ShapleyTaylor terms = shapley_taylor(game);
  EXPECT_NEAR(terms.first[0], 1, 1e-15);
  EXPECT_NEAR(terms.first[2], 0, 1e-15);
  ASSERT_EQ(terms.pairs.size(), 3U);  // 01, 02, 12
  EXPECT_NEAR(terms.pairs[0], 0, 1e-15);
  EXPECT_NEAR(terms.pairs[1], 3, 1e-15);
  EXPECT_NEAR(terms.pairs[2], 0, 1e-15);
}

TEST(RandomOrders, are_followed_by_their_reverse) {
  Stream draws = StreamKey{1, 0}.stream(Purpose::permutation, 2, 0);
  const auto orders = random_orders(12, 6, draws);
  ASSERT_EQ(orders.size(), 6U);
  for (std::size_t o = 0; o < 6; o += 2)
    EXPECT_TRUE(std::equal(orders[o].begin(), orders[o].end(), orders[o + 1].rbegin()));
  EXPECT_NE(orders[0], orders[2]);
  EXPECT_EQ(std::set(orders[4].begin(), orders[4].end()).size(), 12U);
}

}  // namespace
}  // namespace orgsim
