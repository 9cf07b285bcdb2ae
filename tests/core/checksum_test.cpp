#include "core/checksum.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

// The digests that the xxHash library's own program prints: `xxhsum -H2`.
TEST(Checksum, is_xxh3_of_128_bits) {
  EXPECT_EQ(checksum_of(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(checksum_of("abc"), "06b05ab6733a618578af5f94892f3950");
}

TEST(Checksum, does_not_depend_on_the_pieces) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>(i * i);
  Checksum checksum;
  checksum.add(bytes.data(), 1);
  checksum.add(std::string_view(bytes).substr(1, 998));
  checksum.add(std::string_view(bytes).substr(999));
  EXPECT_EQ(checksum.hex(), checksum_of(bytes));
}

TEST(Checksum, changes_with_every_bit) {
  std::string bytes(40, 'x');
  const std::string whole = checksum_of(bytes);
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    EXPECT_NE(checksum_of(bytes), whole) << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
  }
}

}  // namespace
}  // namespace orgsim
