#include "core/random.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/philox_lanes.hpp"

namespace orgsim {
namespace {

using Words = Philox4x32::Counter;

// Random123, examples/kat_vectors, philox4x32 10.
TEST(Philox, matches_the_known_answers_of_Random123) {
  EXPECT_EQ(Philox4x32::block({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr std::uint32_t f = 0xffffffff;
  EXPECT_EQ(Philox4x32::block({f, f, f, f}, {f, f}), (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(Philox4x32::block({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

// [rand.predef] of C++26: the 10000th value of a default-constructed std::philox4x32 is 1955073260.
TEST(Philox, has_the_word_order_of_the_standard_engine) {
  Philox4x32 engine({20111115, 0});
  for (int i = 1; i < 10000; ++i) engine();
  EXPECT_EQ(engine(), 1955073260U);
}

TEST(Philox, counts_on_into_the_next_word) {
  Philox4x32 engine({1, 2}, {0xffffffff, 7, 0, 0});
  for (int i = 0; i < 4; ++i) engine();
  EXPECT_EQ(engine(), Philox4x32::block({0, 8, 0, 0}, {1, 2})[0]);
}

TEST(Stream, keeps_the_upper_53_bits_of_two_words_low_one_first) {
  Philox4x32 words({5, 6});
  Stream stream{Philox4x32({5, 6})};
  const std::uint64_t low = words();
  const std::uint64_t high = words();
  EXPECT_EQ(stream(), (low | (high << 32U)) >> 11U);
}

TEST(Luck, differs_in_every_part_of_its_key) {
  const Luck luck{1, 2};
  std::set<std::uint64_t> first;
  first.insert(luck.stream(Purpose::fit, 3, 4)());
  first.insert(luck.stream(Purpose::virality, 3, 4)());
  first.insert(luck.stream(Purpose::fit, 4, 4)());
  first.insert(luck.stream(Purpose::fit, 3, 5)());
  first.insert(Luck{1, 3}.stream(Purpose::fit, 3, 4)());
  first.insert(Luck{2, 2}.stream(Purpose::fit, 3, 4)());
  first.insert(Luck{1 + (std::uint64_t{1} << 32U), 2}.stream(Purpose::fit, 3, 4)());
  EXPECT_EQ(first.size(), 7U);
  EXPECT_EQ(luck.stream(Purpose::fit, 3, 4)(), luck.stream(Purpose::fit, 3, 4)());
}

TEST(Luck, draws_standard_normals) {
  constexpr int n = 40000;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < n; ++i) {
    const double z = Luck{9, 0}.normal(Purpose::perception, 1, static_cast<std::uint32_t>(i));
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / n, 0, 4 / std::sqrt(n));  // four standard errors
  EXPECT_NEAR(squares / n, 1, 4 * std::sqrt(2.0) / std::sqrt(n));
}

// Whatever vectors the processor has: the same bytes as block by block.
TEST(PhiloxLanes, are_the_blocks_of_their_counters) {
  const Philox4x32::Key key{0xa4093822, 0x299f31d0};
  PhiloxLanes lanes;
  std::array<Philox4x32::Counter, kLanes> counters;
  for (std::uint32_t i = 0; i < kLanes; ++i) {
    counters[i] = {i, 0xffffffff - i, 3 * i, i << 28U};
    for (std::size_t w = 0; w < 4; ++w) lanes.words[w][i] = counters[i][w];
  }
  PhiloxLanes portable = lanes;
  encrypt(lanes, key);
  encrypt_portably(portable, key);
  EXPECT_EQ(lanes.words, portable.words);
  for (std::size_t i = 0; i < kLanes; ++i) {
    const Philox4x32::Counter block = Philox4x32::block(counters[i], key);
    for (std::size_t w = 0; w < 4; ++w) EXPECT_EQ(lanes.words[w][i], block[w]);
    Stream stream(Philox4x32(key, counters[i]));
    for (const Stream::result_type number : lanes.numbers(i)) EXPECT_EQ(number, stream());
  }
}

TEST(BatchStream, is_the_stream_of_its_counter) {
  const Luck luck{7, 3};
  Stream one_by_one = luck.stream(Purpose::encounter, 5, 9, 2);
  BatchStream batches(luck.key(), luck.counter(Purpose::encounter, 5, 9, 2));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(batches(), one_by_one());
}

}  // namespace
}  // namespace orgsim
