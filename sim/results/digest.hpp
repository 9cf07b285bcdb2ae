// The digest that ends every results file (docs/results.md): what was not written so is an error, and never
// another number.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/stop_flag.hpp"
#include "platform/descriptor.hpp"

namespace orgsim::results {

// Where the bytes of a dataset stand.
struct Piece {
  std::uint64_t start = 0;
  std::uint64_t size = 0;
};
struct DatasetBytes {
  std::string path;
  std::vector<Piece> pieces;
};

// What HDF5's part of our files says of itself in its first 4096 bytes, from the moment that it is made.
inline constexpr const char* kMark = "orgsim results";
bool begins_as_ours(std::string_view first);

// Ends a file that is whole but for it, and returns the digest. Throws SystemError.
std::string append_digest(const Descriptor& file, const std::vector<DatasetBytes>& datasets);

// The digest of a file that is as it was written. Throws InputError that says what has become of it,
// SystemError if it cannot be read, and Interrupted.
std::string checked_digest(const Descriptor& file, const StopFlag& stop);

}  // namespace orgsim::results
