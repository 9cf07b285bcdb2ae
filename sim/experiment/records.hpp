// Checked records in a file that is only appended to: each is a mark, the length of its content, that, and a
// checksum of both. A record that was cut off or damaged is passed over.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/archive.hpp"
#include "platform/descriptor.hpp"

namespace orgsim {

// What a record takes beside its content.
inline constexpr std::size_t kBeforeContent = 2 * sizeof(std::uint32_t);
inline constexpr std::size_t kAfterContent = sizeof(std::uint64_t);

// Opens or makes the file, and locks it until the descriptor is closed. Throws InputError if another process
// has it, whose work is called `work`, or if it is no regular file; SystemError.
Descriptor lock_journal(const std::filesystem::path& path, std::string_view work = "sweep");

// Throws InputError.
[[noreturn]] void refuse_journal(const std::filesystem::path& path, const std::string& what,
                                 const std::string& cure);

// Moves what stands at `path` to the first name of PATH.1, PATH.2, ... that is free, which it returns.
std::filesystem::path put_aside(const std::filesystem::path& path);

// Puts a record of these parts behind what waits; the length of its content.
template <class... Parts>
std::uint32_t put_record(ArchiveWriter& waiting, Parts&... parts);

// What read_records() passed over.
struct Passed {
  std::uint64_t bytes = 0;
  bool foreign = false;  // the file is not empty, and does not even begin as such a file
};
// Is told where a record begins and what it holds; whether it is one of ours.
using TakeRecord = std::function<bool(std::uint64_t offset, std::string_view content)>;
Passed read_records(const Descriptor& file, const TakeRecord& take);

// A whole record; the content of one that is whole, and nothing of another.
std::string read_record(const Descriptor& file, std::uint64_t offset, std::uint32_t length);
std::optional<std::string_view> content_of(std::string_view record);

namespace records {
std::size_t begin(ArchiveWriter& waiting);
std::uint32_t end(ArchiveWriter& waiting, std::size_t begun);
}  // namespace records

template <class... Parts>
std::uint32_t put_record(ArchiveWriter& waiting, Parts&... parts) {
  const std::size_t begun = records::begin(waiting);
  (archive::pass(waiting, parts), ...);
  return records::end(waiting, begun);
}

}  // namespace orgsim
