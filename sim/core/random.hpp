// Randomness as a function: every draw is keyed by (seed, replication, purpose, week, entity), so that thread
// count, order of execution and forks cannot change a run, and runs of one replication share their numbers
// (common random numbers).
//
// Generator: Philox4x32-10, Salmon, Moraes, Dror & Shaw (2011), "Parallel random numbers: as easy as 1, 2,
// 3".
#pragma once

#include <array>
#include <cstdint>
#include <limits>

namespace orgsim {

// The one list of what is drawn. Values are part of every stream's key: append, never renumber.
enum class Purpose : std::uint32_t {
  creative = 1,
  fit = 2,
  virality = 3,
  perception = 4,
  customers = 5,
  parameters = 6,
  network = 7,
  encounter = 8,     // who may act in a week, and how likely they must be to do it
  choice = 9,        // what they do
  design = 10,       // of a sweep
  worlds = 11,       // points drawn and moved until they fit the evidence
  permutation = 12,  // of an output, to see what chance does
  selection = 13,    // what firms begin with, and whom they copy
  others = 128,      // from here to 255: for kinds of strategies and executives that others add
};

// A counter-based engine of 32-bit words with the word order of C++26's std::philox4x32.
class Philox4x32 {
 public:
  using result_type = std::uint32_t;
  using Counter = std::array<std::uint32_t, 4>;
  using Key = std::array<std::uint32_t, 2>;

  explicit Philox4x32(Key key, Counter counter = {}) : key_(key), counter_(counter) {}

  static constexpr std::uint32_t kMultiplier0 = 0xD2511F53;
  static constexpr std::uint32_t kMultiplier1 = 0xCD9E8D57;
  static constexpr std::uint32_t kWeyl0 = 0x9E3779B9;  // golden ratio
  static constexpr std::uint32_t kWeyl1 = 0xBB67AE85;  // sqrt(3) - 1
  static constexpr int kRounds = 10;

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  result_type operator()() {
    if (used_ == words_.size()) refill();
    return words_[used_++];
  }

  // The ten rounds: one block of four words as a pure function of counter and key.
  static constexpr Counter block(Counter counter, Key key);

 private:
  void refill() {
    words_ = block(counter_, key_);
    used_ = 0;
    for (std::uint32_t& word : counter_) {
      if (++word != 0) break;  // carry into the next word only on overflow
    }
  }

  Key key_;
  Counter counter_;
  Counter words_{};
  unsigned used_ = 4;
};

constexpr Philox4x32::Counter Philox4x32::block(Counter counter, Key key) {
  for (int round = 0; round < kRounds; ++round) {
    const std::uint64_t product0 = std::uint64_t{kMultiplier0} * counter[0];
    const std::uint64_t product1 = std::uint64_t{kMultiplier1} * counter[2];
    const auto high0 = static_cast<std::uint32_t>(product0 >> 32U);
    const auto high1 = static_cast<std::uint32_t>(product1 >> 32U);
    counter = {high1 ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product1), high0 ^ counter[3] ^ key[1],
               static_cast<std::uint32_t>(product0)};
    key[0] += kWeyl0;
    key[1] += kWeyl1;
  }
  return counter;
}

// The same words two at a time, low word first, of which the upper 53 bits are kept: what the significand of
// a double holds, so that Boost.Random's real-valued draws have all its bits and convert fast.
class Stream {
 public:
  using result_type = std::uint64_t;

  explicit Stream(Philox4x32 engine) : engine_(engine) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return (result_type{1} << 53U) - 1; }

  result_type operator()() {
    const std::uint32_t low = engine_();
    return number_of(low, engine_());
  }
  static constexpr result_type number_of(std::uint32_t low, std::uint32_t high) {
    return (low | std::uint64_t{high} << 32U) >> 11U;
  }

 private:
  Philox4x32 engine_;
};

// What a run's draws have in common: the rest of the key is named where the draw is made.
struct StreamKey {
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;

  // The stream of one purpose in one week for one entity (a firm, a department, a cell, a key's hash).
  // `week` is below 2^24.
  // `part` (below 2^16) numbers streams of one entity; each has 65,536 blocks of four words before the next
  // begins.
  Stream stream(Purpose purpose, std::uint32_t week, std::uint32_t entity, std::uint32_t part = 0) const;

  // Where that stream stands in the generator's sequence.
  Philox4x32::Key philox_key() const;
  Philox4x32::Counter counter(Purpose purpose, std::uint32_t week, std::uint32_t entity,
                              std::uint32_t part = 0) const;

  // One standard normal from that stream.
  double normal(Purpose purpose, std::uint32_t week, std::uint32_t entity) const;

  bool operator==(const StreamKey&) const = default;
};

}  // namespace orgsim
