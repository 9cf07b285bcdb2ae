#include "core/chain_lanes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "support/without_long_vectors.hpp"

namespace orgsim {
namespace {

constexpr std::size_t kCells = 21;  // no multiple of any vector's length

Matrix three_probabilities() {
  Matrix conditional(3, 2);
  for (const std::size_t kind : {0U, 1U}) {
    conditional[0][kind] = 0.25;
    conditional[1][kind] = kind == 0 ? 0 : 0.75;
    conditional[2][kind] = 1;
  }
  return conditional;
}

TEST(ChainSteps, leave_out_what_nobody_meets_and_draw_the_rarer_side) {
  const Matrix met(3, 8);
  const ChainSteps steps(three_probabilities(), met);
  const ChainStep& second = steps[steps.first(0) + 1];  // event 1 has no chance
  EXPECT_EQ(event_of_step(second.code), 2U);
  EXPECT_EQ(row_of_step(second.code), met[2] - met[0]);
  EXPECT_EQ(second.p, 0);
  EXPECT_EQ(second.code >> kMissingBit & 1U, 1U);  // all but nobody meet it
  EXPECT_EQ(steps[steps.first(0) + 2].code >> kDrawnBit, 0U);
  EXPECT_EQ(steps[steps.first(1) + 1].p, 0.25);
}

TEST(Outcomes, are_sorted_in_their_order) {
  BinomialLanes draws;
  draws.size = kCells;
  for (std::size_t i = 0; i < kCells; ++i) draws.outcome[i] = static_cast<std::uint32_t>(i % 4);
  // What stands beyond the last lane belongs to none.
  std::fill(draws.outcome.begin() + kCells, draws.outcome.end(), code_of(BinomialOutcome::few));
  const auto sorted = [&] {
    LanePlaces few;
    LanePlaces doubtful;
    sort_outcomes(draws, few, doubtful);
    return std::pair(
        std::vector<std::uint32_t>(few.places.begin(), few.places.begin() + few.size),
        std::vector<std::uint32_t>(doubtful.places.begin(), doubtful.places.begin() + doubtful.size));
  };
  const auto [few, doubtful] = sorted();
  EXPECT_EQ(few, (std::vector<std::uint32_t>{0, 4, 8, 12, 16, 20}));
  EXPECT_EQ(doubtful, (std::vector<std::uint32_t>{2, 6, 10, 14, 18}));
  const WithoutLongVectors none;
  EXPECT_EQ(sorted(), std::pair(few, doubtful));
}

// Every third draw is accepted. Cells of kind 0 are at their first step, those of kind 1 at their second,
// whose draws are of those who miss the event. Of cell 0 everybody meets the event.
ChainLanes gone_on(const ChainSteps& steps, Matrix& met) {
  std::fill_n(met[0], met.rows() * met.width(), 0.0);
  ChainLanes lanes;
  for (std::size_t i = 0; i < kCells; ++i) {
    const std::size_t kind = i % 2;
    lanes.begin(i, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(steps.first(kind) + kind), 100,
                steps);
    lanes.draws.k[i] = i == 0 ? 100 : static_cast<double>(i);
    lanes.draws.outcome[i] = code_of(i % 3 == 0 ? BinomialOutcome::accepted : BinomialOutcome::rejected);
  }
  lanes.draws.size = kCells;
  lanes.go_on(steps, 32, met[0]);
  return lanes;
}

TEST(Chains, go_on_where_somebody_is_left_and_propose_again_what_was_rejected) {
  Matrix met(3, kCells);
  const ChainSteps steps(three_probabilities(), met);
  const ChainLanes lanes = gone_on(steps, met);
  ASSERT_EQ(lanes.draws.size, kCells - 1);  // of cell 0 nobody is left
  EXPECT_EQ(met[0][0], 100);
  EXPECT_EQ(met[1][3], 97);  // 3 of 100 miss event 1
  EXPECT_EQ(met[0][6], 6);
  const std::size_t rejected = 0;  // cell 1 now
  EXPECT_EQ(lanes.cells[rejected], 1U);
  EXPECT_EQ(lanes.blocks[rejected], 1U + 32U);
  EXPECT_EQ(lanes.draws.n[rejected], 100);
  const std::size_t accepted = 2;  // cell 3, at event 2
  EXPECT_EQ(lanes.cells[accepted], 3U);
  EXPECT_EQ(lanes.blocks[accepted], 2U);
  EXPECT_EQ(lanes.draws.n[accepted], 3);
  EXPECT_EQ(lanes.draws.p[accepted], 0);
}

TEST(Chains, go_on_alike_without_long_vectors) {
  Matrix met(3, kCells);
  Matrix met_without(3, kCells);
  const ChainSteps steps(three_probabilities(), met);
  const ChainLanes with = gone_on(steps, met);
  const WithoutLongVectors none;
  const ChainLanes without = gone_on(steps, met_without);
  ASSERT_EQ(with.draws.size, without.draws.size);
  for (std::size_t i = 0; i < with.draws.size; ++i) {
    EXPECT_EQ(with.cells[i], without.cells[i]) << i;
    EXPECT_EQ(with.at[i], without.at[i]) << i;
    EXPECT_EQ(with.codes[i], without.codes[i]) << i;
    EXPECT_EQ(with.blocks[i], without.blocks[i]) << i;
    EXPECT_EQ(with.draws.n[i], without.draws.n[i]) << i;
    EXPECT_EQ(with.draws.p[i], without.draws.p[i]) << i;
  }
  for (std::size_t e = 0; e < 3; ++e) {
    for (std::size_t i = 0; i < kCells; ++i) EXPECT_EQ(met[e][i], met_without[e][i]) << e << ", " << i;
  }
}

}  // namespace
}  // namespace orgsim
