#include "core/random.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/philox_lanes.hpp"
#include "support/without_long_vectors.hpp"

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

TEST(StreamKey, differs_in_every_part_of_its_key) {
  const StreamKey stream_key{1, 2};
  std::set<std::uint64_t> first;
  first.insert(stream_key.stream(Purpose::fit, 3, 4)());
  first.insert(stream_key.stream(Purpose::virality, 3, 4)());
  first.insert(stream_key.stream(Purpose::fit, 4, 4)());
  first.insert(stream_key.stream(Purpose::fit, 3, 5)());
  first.insert(StreamKey{1, 3}.stream(Purpose::fit, 3, 4)());
  first.insert(StreamKey{2, 2}.stream(Purpose::fit, 3, 4)());
  first.insert(StreamKey{1 + (std::uint64_t{1} << 32U), 2}.stream(Purpose::fit, 3, 4)());
  EXPECT_EQ(first.size(), 7U);
  EXPECT_EQ(stream_key.stream(Purpose::fit, 3, 4)(), stream_key.stream(Purpose::fit, 3, 4)());
}

TEST(StreamKey, draws_standard_normals) {
  constexpr int n = 40000;
  double sum = 0;
  double squares = 0;
  for (int i = 0; i < n; ++i) {
    const double z = StreamKey{9, 0}.normal(Purpose::perception, 1, static_cast<std::uint32_t>(i));
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / n, 0, 4 / std::sqrt(n));  // four standard errors
  EXPECT_NEAR(squares / n, 1, 4 * std::sqrt(2.0) / std::sqrt(n));
}

// Whatever vectors the processor has: the same numbers as stream by stream.
template <std::size_t Lanes>
void expect_the_numbers_of_streams() {
  const Philox4x32::Key key{0xa4093822, 0x299f31d0};
  LaneCounters<Lanes> counters;
  for (std::uint32_t i = 0; i < Lanes; ++i) {
    const Philox4x32::Counter counter{i, 0xffffffff - i, 3 * i, i << 28U};
    for (std::size_t w = 0; w < counter.size(); ++w) counters.words[w][i] = counter[w];
  }
  LaneNumbers<Lanes> numbers;
  LaneNumbers<Lanes> portable;
  encrypt(counters, key, numbers);
  encrypt_portably(counters, key, portable);
  EXPECT_EQ(numbers, portable);
  const auto& words = counters.words;
  for (std::size_t i = 0; i < Lanes; ++i) {
    Stream stream(Philox4x32(key, {words[0][i], words[1][i], words[2][i], words[3][i]}));
    EXPECT_EQ(numbers.first[i], stream());
    EXPECT_EQ(numbers.second[i], stream());
  }
}

TEST(Lanes, give_the_numbers_of_the_streams_of_their_counters) {
  expect_the_numbers_of_streams<8>();
  expect_the_numbers_of_streams<16>();
  const WithoutLongVectors without;
  expect_the_numbers_of_streams<16>();
}

TEST(BatchStream, is_the_stream_of_its_counter) {
  const StreamKey stream_key{7, 3};
  Stream one_by_one = stream_key.stream(Purpose::encounter, 5, 9, 2);
  BatchStream batches(stream_key.philox_key(), stream_key.counter(Purpose::encounter, 5, 9, 2));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(batches(), one_by_one());
}

TEST(BatchStream, carries_from_word_to_word_of_its_counter) {
  const Philox4x32::Key key{1, 2};
  const Philox4x32::Counter counter{0xffffffff - 40, 0xffffffff, 0xffffffff, 6};
  Stream one_by_one{Philox4x32(key, counter)};
  BatchStream batches(key, counter);
  for (int i = 0; i < 200; ++i) EXPECT_EQ(batches(), one_by_one());
}

}  // namespace
}  // namespace orgsim
