// Philox on eight counters at once, for the places where millions of blocks are needed: eight times the same
// integer arithmetic, so that vector units change the time it takes and nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/random.hpp"

namespace orgsim {

constexpr std::size_t kLanes = 8;

// Word by word, lane by lane: block i is {words[0][i], ..., words[3][i]}.
struct PhiloxLanes {
  alignas(32) std::array<std::array<std::uint32_t, kLanes>, 4> words;

  // The two numbers that a Stream makes of block i.
  std::array<Stream::result_type, 2> numbers(std::size_t i) const {
    return {(words[0][i] | std::uint64_t{words[1][i]} << 32U) >> 11U,
            (words[2][i] | std::uint64_t{words[3][i]} << 32U) >> 11U};
  }
};

// Replaces eight counters by their blocks, on the widest vectors that this processor has.
void encrypt(PhiloxLanes& lanes, Philox4x32::Key key);
// The same with nothing but the language.
void encrypt_portably(PhiloxLanes& lanes, Philox4x32::Key key);

// The numbers of the Stream with the same key and counter, made sixteen at a time.
class BatchStream {
 public:
  BatchStream(Philox4x32::Key key, Philox4x32::Counter counter) : key_(key), counter_(counter) {}

  Stream::result_type operator()() {
    if (used_ == numbers_.size()) refill();
    return numbers_[used_++];
  }

 private:
  void refill();

  Philox4x32::Key key_;
  Philox4x32::Counter counter_;
  std::array<Stream::result_type, 2 * kLanes> numbers_{};
  std::size_t used_ = 2 * kLanes;
};

}  // namespace orgsim
