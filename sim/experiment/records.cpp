#include "experiment/records.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>

#include "core/checksum.hpp"
#include "core/error.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kMark = 0x314a534f;  // "OSJ1"
constexpr std::uint32_t kMostLength = std::uint32_t{1} << 31U;

std::uint64_t checksum(std::uint32_t length, std::string_view content) {
  return hash64(content) ^ (std::uint64_t{length} * 0x9E3779B97F4A7C15U);
}

std::string read_at(const Descriptor& file, std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  bytes.resize(file.read(offset, bytes.data(), size));
  return bytes;
}

// The record that begins at `offset`, as far as the file of that size may have one.
std::string record_at(const Descriptor& file, std::uint64_t offset, std::uint64_t size) {
  const std::string before = read_at(file, offset, kBeforeContent);
  if (before.size() < kBeforeContent) return {};
  std::uint32_t length = 0;
  std::memcpy(&length, before.data() + sizeof kMark, sizeof length);
  if (length > kMostLength || offset + kBeforeContent + length + kAfterContent > size) return {};
  return read_record(file, offset, length);
}

// Whether a file of which no record is whole began as a journal: the mark of its first record may be cut, or
// a byte of it damaged.
bool began_as_journal(const Descriptor& file) {
  char mark[sizeof kMark];
  std::memcpy(mark, &kMark, sizeof mark);
  char begin[sizeof kMark] = {};
  const std::size_t size = file.read(0, begin, sizeof begin);
  std::size_t different = 0;
  for (std::size_t i = 0; i < size; ++i) different += begin[i] == mark[i] ? 0 : 1;
  return different == 0 || (size == sizeof mark && different == 1);
}

// The next place from `offset` on where a record may begin.
std::uint64_t next_mark(const Descriptor& file, std::uint64_t offset, std::uint64_t size) {
  char mark[sizeof kMark];
  std::memcpy(mark, &kMark, sizeof mark);
  std::string chunk;
  constexpr std::size_t step = std::size_t{1} << 16U;
  while (offset < size) {
    chunk.resize(step);
    chunk.resize(file.read(offset, chunk.data(), chunk.size()));
    const std::size_t found = chunk.find(std::string_view(mark, sizeof mark));
    if (found != std::string::npos) return offset + found;
    if (chunk.size() < sizeof mark) return size;
    offset += chunk.size() - (sizeof mark - 1);
  }
  return size;
}

}  // namespace

void refuse_journal(const fs::path& path, const std::string& what, const std::string& cure) {
  throw InputError(Problem{{path.string()}, "", what, cure});
}

// A journal that its owner removes between our opening and our locking it is none any more.
Descriptor lock_journal(const fs::path& path, std::string_view work) {
  constexpr mode_t usual = 0666;
  for (;;) {
    Descriptor file(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, usual);
    if (file.number() < 0) {
      throw SystemError(fmt::format("cannot write '{}': {}", path.string(), reason_of(errno)));
    }
    if (!fs::is_regular_file(fs::symlink_status(path)) && is_same_file(file.number(), path))
      refuse_journal(path, "this is not a regular file", "name another file");
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      refuse_journal(path, fmt::format("another process is at work on this {}", work),
                     "wait for it, or name another file");
    }
    if (is_same_file(file.number(), path)) return file;
  }
}

fs::path put_aside(const fs::path& path) {
  for (int n = 1;; ++n) {
    const fs::path aside = fmt::format("{}.{}", path.string(), n);
    if (fs::exists(fs::symlink_status(aside))) continue;
    fs::rename(path, aside);
    return aside;
  }
}

std::size_t records::begin(ArchiveWriter& waiting) {
  const std::size_t begun = waiting.bytes.size();
  const std::uint32_t length = 0;
  waiting.raw(&kMark, sizeof kMark);
  waiting.raw(&length, sizeof length);
  return begun;
}

std::uint32_t records::end(ArchiveWriter& waiting, std::size_t begun) {
  std::string& bytes = waiting.bytes;
  const std::size_t size = bytes.size() - begun - kBeforeContent;
  require(size <= kMostLength, "a record is not too long");
  const auto length = static_cast<std::uint32_t>(size);
  std::memcpy(bytes.data() + begun + sizeof kMark, &length, sizeof length);
  const std::uint64_t sum = checksum(length, std::string_view(bytes).substr(begun + kBeforeContent));
  waiting.raw(&sum, sizeof sum);
  return length;
}

std::string read_record(const Descriptor& file, std::uint64_t offset, std::uint32_t length) {
  return read_at(file, offset, kBeforeContent + length + kAfterContent);
}

std::optional<std::string_view> content_of(std::string_view record) {
  if (record.size() < kBeforeContent + kAfterContent || std::memcmp(record.data(), &kMark, sizeof kMark) != 0)
    return {};
  const std::string_view content =
      record.substr(kBeforeContent, record.size() - kBeforeContent - kAfterContent);
  std::uint64_t sum = 0;
  std::memcpy(&sum, record.data() + record.size() - kAfterContent, sizeof sum);
  if (sum != checksum(static_cast<std::uint32_t>(content.size()), content)) return {};
  return content;
}

Passed read_records(const Descriptor& file, const TakeRecord& take) {
  const std::uint64_t end = file.size();
  std::uint64_t offset = 0;
  Passed passed{0, end > 0};
  while (offset < end) {
    const std::string record = record_at(file, offset, end);
    const std::optional<std::string_view> content = content_of(record);
    if (content && take(offset, *content)) {
      passed.foreign = false;
      offset += record.size();
      continue;
    }
    const std::uint64_t next = next_mark(file, offset + 1, end);
    passed.bytes += next - offset;
    offset = next;
  }
  passed.foreign = passed.foreign && !began_as_journal(file);
  return passed;
}

}  // namespace orgsim
