#include "core/random.hpp"

#include <boost/random/normal_distribution.hpp>

namespace orgsim {

Philox4x32::Key StreamKey::philox_key() const {
  return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
}

Philox4x32::Counter StreamKey::counter(Purpose purpose, std::uint32_t week, std::uint32_t entity,
                                       std::uint32_t part) const {
  const std::uint32_t purpose_and_week = (static_cast<std::uint32_t>(purpose) << 24U) | week;
  return {part << 16U, entity, purpose_and_week, replication};
}

Stream StreamKey::stream(Purpose purpose, std::uint32_t week, std::uint32_t entity,
                         std::uint32_t part) const {
  return Stream(Philox4x32(philox_key(), counter(purpose, week, entity, part)));
}

double StreamKey::normal(Purpose purpose, std::uint32_t week, std::uint32_t entity) const {
  Stream draws = stream(purpose, week, entity);
  return boost::random::normal_distribution<double>{}(draws);
}

}  // namespace orgsim
