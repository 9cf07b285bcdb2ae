#include "core/archive.hpp"

#include <boost/crc.hpp>

#include "core/error.hpp"
#include "core/version.hpp"

namespace orgsim {

namespace {

InputError damaged(std::string_view kind, const char* how) {
  return InputError(Problem{
      {}, "", "the saved " + std::string(kind) + " " + how, "save it again with this version of orgsim"});
}

// What must agree for the bytes to mean the same: the program that wrote them and the layout of numbers.
std::string header(std::string_view kind) {
  const std::uint32_t byte_order = 0x01020304;
  std::string text = "orgsim " + std::string(kind) + " " + std::string(program_version()) + " " +
                     std::string(program_commit()) + "\n";
  text.append(reinterpret_cast<const char*>(&byte_order), sizeof byte_order);
  return text;
}

std::uint32_t checksum(std::string_view bytes) {
  boost::crc_32_type crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

}  // namespace

void ArchiveReader::expect(std::uint64_t size) const {
  if (size > left.size()) throw damaged("state", "is cut off or too long");
}

void ArchiveReader::raw(void* data, std::size_t size) {
  expect(size);
  if (size == 0) return;  // an empty container may have no memory
  std::memcpy(data, left.data(), size);
  left.remove_prefix(size);
}

std::string sealed(std::string_view kind, std::string_view bytes) {
  const std::uint32_t sum = checksum(bytes);
  std::string all = header(kind);
  all.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  return all.append(bytes);
}

std::string_view unsealed(std::string_view kind, std::string_view bytes) {
  const std::string expected = header(kind);
  if (!bytes.starts_with(expected)) {
    throw InputError(
        Problem{{},
                "",
                "these bytes do not hold a " + std::string(kind) + " that this version of orgsim saved",
                "save it again with this version of orgsim"});
  }
  bytes.remove_prefix(expected.size());
  std::uint32_t sum = 0;
  if (bytes.size() < sizeof sum) throw damaged(kind, "is cut off");
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(sizeof sum);
  if (checksum(bytes) != sum) throw damaged(kind, "is damaged");
  return bytes;
}

}  // namespace orgsim
