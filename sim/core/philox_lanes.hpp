// Philox on many counters at once, for the places where millions of blocks are needed: the same integer
// arithmetic for each, so that vector units change the time it takes and nothing else.
#pragma once

#include <array>
#include <cstdint>

#include "core/random.hpp"
#include "core/vectors.hpp"

namespace orgsim {

// Word by word, lane by lane: counter i is {words[0][i], ..., words[3][i]}.
template <std::size_t Lanes>
struct LaneCounters {
  alignas(kCacheLine) std::array<std::array<std::uint32_t, Lanes>, 4> words;

  void fill(const Philox4x32::Counter& counter) {
    for (std::size_t w = 0; w < counter.size(); ++w) words[w].fill(counter[w]);
  }
};

// The two numbers that a Stream makes of the block of each counter.
template <std::size_t Lanes>
struct LaneNumbers {
  alignas(kCacheLine) std::array<Stream::result_type, Lanes> first;
  alignas(kCacheLine) std::array<Stream::result_type, Lanes> second;

  bool operator==(const LaneNumbers&) const = default;
};

// On the widest vectors that this processor has. Lanes: 8, or 16 of which less time goes to each.
template <std::size_t Lanes>
void encrypt(const LaneCounters<Lanes>& counters, Philox4x32::Key key, LaneNumbers<Lanes>& out);
// The same with nothing but the language.
template <std::size_t Lanes>
void encrypt_portably(const LaneCounters<Lanes>& counters, Philox4x32::Key key, LaneNumbers<Lanes>& out);

// The numbers of the Stream with the same key and counter, made many at a time.
class BatchStream {
 public:
  BatchStream(Philox4x32::Key key, Philox4x32::Counter counter) : key_(key), counter_(counter) {}

  Stream::result_type operator()() {
    if (used_ == 2 * kLanes) refill();
    const std::size_t i = used_++;
    return i % 2 == 0 ? numbers_.first[i / 2] : numbers_.second[i / 2];
  }

 private:
  static constexpr std::size_t kLanes = 16;

  void refill();

  Philox4x32::Key key_;
  Philox4x32::Counter counter_;
  LaneNumbers<kLanes> numbers_;
  std::size_t used_ = 2 * kLanes;
};

}  // namespace orgsim
