#include "core/random.hpp"

#include <boost/random/normal_distribution.hpp>

namespace orgsim {

namespace {

constexpr std::uint32_t kMultiplier0 = 0xD2511F53;
constexpr std::uint32_t kMultiplier1 = 0xCD9E8D57;
constexpr std::uint32_t kWeyl0 = 0x9E3779B9;  // golden ratio
constexpr std::uint32_t kWeyl1 = 0xBB67AE85;  // sqrt(3) - 1
constexpr int kRounds = 10;

}  // namespace

Philox4x32::Counter Philox4x32::block(Counter counter, Key key) {
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

Philox4x32::result_type Philox4x32::operator()() {
  if (used_ == words_.size()) {
    words_ = block(counter_, key_);
    used_ = 0;
    for (std::uint32_t& word : counter_) {
      if (++word != 0) break;  // carry into the next word only on overflow
    }
  }
  return words_[used_++];
}

Stream Luck::stream(Purpose purpose, std::uint32_t week, std::uint32_t entity) const {
  const Philox4x32::Key key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
  const std::uint32_t purpose_and_week = (static_cast<std::uint32_t>(purpose) << 24U) | week;
  return Stream(Philox4x32(key, {0, entity, purpose_and_week, replication}));
}

double Luck::normal(Purpose purpose, std::uint32_t week, std::uint32_t entity) const {
  Stream draws = stream(purpose, week, entity);
  return boost::random::normal_distribution<double>{}(draws);
}

}  // namespace orgsim
