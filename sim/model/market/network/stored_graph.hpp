// Neighbours as rows of one long list. People are numbered from 0.
#pragma once

#include <cstdint>
#include <span>

#include "platform/large_vector.hpp"

namespace orgsim {

using PersonId = std::uint32_t;

struct StoredGraph {
  LargeVector<std::uint64_t> offsets{0};  // row i is ids[offsets[i]] ... ids[offsets[i + 1] - 1]
  LargeVector<PersonId> ids;

  std::size_t people() const { return offsets.size() - 1; }
  std::span<const PersonId> of(PersonId person) const {
    return std::span(ids).subspan(offsets[person], offsets[person + 1] - offsets[person]);
  }
  bool operator==(const StoredGraph&) const = default;
};

}  // namespace orgsim
