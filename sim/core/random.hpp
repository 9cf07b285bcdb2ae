// Randomness as a function: every draw is keyed by (seed, replication, purpose, week, entity), so that thread
// count, order of execution and forks cannot change a run, and runs of one replication share their luck.
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
};

// A counter-based engine of 32-bit words with the word order of C++26's std::philox4x32.
class Philox4x32 {
 public:
  using result_type = std::uint32_t;
  using Counter = std::array<std::uint32_t, 4>;
  using Key = std::array<std::uint32_t, 2>;

  explicit Philox4x32(Key key, Counter counter = {}) : key_(key), counter_(counter) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  result_type operator()();

  // The ten rounds: one block of four words as a pure function of counter and key.
  static Counter block(Counter counter, Key key);

 private:
  Key key_;
  Counter counter_;
  Counter words_{};
  unsigned used_ = 4;
};

// The same words two at a time (low word first): Boost.Random's real-valued draws then have all 53 bits.
class Stream {
 public:
  using result_type = std::uint64_t;

  explicit Stream(Philox4x32 engine) : engine_(engine) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  result_type operator()() {
    const std::uint64_t low = engine_();
    return low | (static_cast<std::uint64_t>(engine_()) << 32U);
  }

 private:
  Philox4x32 engine_;
};

// What a run's draws have in common: the rest of the key is named where the draw is made.
struct Luck {
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;

  // The stream of one purpose in one week for one entity (a firm, a department, a cell, a key's hash).
  // `week` is below 2^24.
  Stream stream(Purpose purpose, std::uint32_t week, std::uint32_t entity) const;

  // One standard normal from that stream.
  double normal(Purpose purpose, std::uint32_t week, std::uint32_t entity) const;

  bool operator==(const Luck&) const = default;
};

}  // namespace orgsim
