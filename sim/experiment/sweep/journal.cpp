#include "experiment/sweep/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "core/archive.hpp"
#include "core/checksum.hpp"
#include "core/text.hpp"
#include "core/version.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

// A record: the mark, the length of what follows, that, and the checksum of length and content.
constexpr std::uint32_t kMark = 0x314a534f;  // "OSJ1"
constexpr std::size_t kBefore = 2 * sizeof(std::uint32_t);
constexpr std::size_t kAfter = sizeof(std::uint64_t);
constexpr std::uint32_t kMostLength = std::uint32_t{1} << 31U;
constexpr std::chrono::seconds kSyncEvery{3};
// A write for each point would cost more than the rest of a small point's record. Written this often, no more
// is lost with the process than what each thread ran in that time.
constexpr std::chrono::milliseconds kWriteEvery{100};
constexpr std::size_t kMostWaiting = std::size_t{1} << 16U;  // bytes
constexpr std::size_t kMostDifferences = 5;

enum class Kind : std::uint8_t { header, point };

struct Header {
  Kind kind = Kind::header;
  std::uint64_t plan_hash = 0;
  std::string version;
  std::string commit;
  std::string plan;
  std::uint64_t shard = 1;
  std::uint64_t shards = 1;
  bool anew = false;
};

// What stands before the rest of a point's record.
struct Preamble {
  Kind kind = Kind::point;
  std::uint64_t plan_hash = 0;
  std::uint64_t point = 0;
  PointStatus status = PointStatus::missing;
  std::uint64_t first = 0;
  std::uint64_t replications = 0;
};

std::uint64_t checksum(std::uint32_t length, std::string_view payload) {
  return hash64(payload) ^ (std::uint64_t{length} * 0x9E3779B97F4A7C15U);
}

std::string read_at(const Descriptor& file, std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  bytes.resize(file.read(offset, bytes.data(), size));
  return bytes;
}

// The content of a record that is whole; nothing of another.
std::optional<std::string_view> payload_of(std::string_view record) {
  if (record.size() < kBefore + kAfter || std::memcmp(record.data(), &kMark, sizeof kMark) != 0) return {};
  const std::string_view payload = record.substr(kBefore, record.size() - kBefore - kAfter);
  std::uint64_t sum = 0;
  std::memcpy(&sum, record.data() + record.size() - kAfter, sizeof sum);
  if (sum != checksum(static_cast<std::uint32_t>(payload.size()), payload)) return {};
  return payload;
}

// The record that begins at `offset`, as far as the file of that size may have one.
std::string record_at(const Descriptor& file, std::uint64_t offset, std::uint64_t size) {
  const std::string before = read_at(file, offset, kBefore);
  if (before.size() < kBefore) return {};
  std::uint32_t length = 0;
  std::memcpy(&length, before.data() + sizeof kMark, sizeof length);
  const std::uint64_t whole = kBefore + length + kAfter;
  if (length > kMostLength || offset + whole > size) return {};
  return read_at(file, offset, whole);
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

std::uint64_t hash_of(const SweepIdentity& identity) {
  return hash64(fmt::format("{}\n{}\n{}/{}\n{}", identity.version, identity.commit, identity.shard.index,
                            identity.shard.count, identity.plan));
}

InputError refused(const fs::path& path, const std::string& what, const std::string& cure) {
  return InputError(Problem{{path.string()}, "", what, cure});
}

constexpr const char* kAnew =
    "--force (overwrite=True) starts anew and keeps the old journal under another name";

}  // namespace

SweepIdentity identity_of(const SweepPlan& plan, const Shard& shard) {
  return {std::string(program_version()), std::string(program_commit()), text_of(plan), shard};
}

void expect_same_sweep(const SweepIdentity& now, const SweepIdentity& then, const fs::path& path) {
  if (now == then) return;
  std::vector<std::string> found = differences(now.plan, then.plan);
  if (now.version != then.version || now.commit != then.commit) {
    found.insert(found.begin(), fmt::format("the program: {} (commit {}) now, {} (commit {}) then",
                                            now.version, now.commit, then.version, then.commit));
  }
  if (!(now.shard == then.shard)) {
    found.insert(found.begin(), fmt::format("the shard: {}/{} now, {}/{} then", now.shard.index,
                                            now.shard.count, then.shard.index, then.shard.count));
  }
  if (found.empty()) found.emplace_back("the way in which the scenario is written");
  const std::size_t more = found.size() - std::min(found.size(), kMostDifferences);
  found.resize(found.size() - more);
  for (std::string& difference : found) difference = printable(difference);
  if (more > 0) found.push_back(fmt::format("and {} more", more));
  throw refused(path, fmt::format("it is of another sweep. What differs: {}", fmt::join(found, "; ")),
                std::string("run what it is of, or name another file; ") + kAnew);
}

// A journal that its owner removes between our opening and our locking it is none any more.
Descriptor lock_journal(const fs::path& path) {
  constexpr mode_t usual = 0666;
  for (;;) {
    Descriptor file(path, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, usual);
    if (file.number() < 0) {
      throw SystemError(fmt::format("cannot write '{}': {}", path.string(), reason_of(errno)));
    }
    if (!fs::is_regular_file(fs::symlink_status(path)) && is_same_file(file.number(), path))
      throw refused(path, "this is not a regular file", "name another file");
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      throw refused(path, "another process is at work on this sweep", "wait for it, or name another file");
    }
    if (is_same_file(file.number(), path)) return file;
  }
}

Journal::Journal(const fs::path& path, const SweepIdentity& identity, bool anew)
    : path_(path),
      identity_(identity),
      plan_hash_(hash_of(identity)),
      anew_(anew),
      file_(lock_journal(path)) {
  if (anew && file_.size() > 0) {
    for (int n = 1; put_aside_.empty(); ++n) {
      const fs::path aside = fmt::format("{}.{}", path.string(), n);
      if (!fs::exists(fs::symlink_status(aside))) put_aside_ = aside;
    }
    fs::rename(path_, put_aside_);
    file_ = lock_journal(path_);
  }
  read_all();
  if (!has_header_) write_header();
}

Journal::~Journal() {
  try {
    write();
  } catch (const SystemError&) {  // sync() is there for those who have to know
  }
}

void Journal::read_all() {
  end_ = file_.size();
  std::uint64_t offset = 0;
  std::uint64_t lost = 0;
  bool foreign = end_ > 0;
  while (offset < end_) {
    const std::string record = record_at(file_, offset, end_);
    const std::optional<std::string_view> payload = payload_of(record);
    if (payload && take(offset, *payload)) {
      foreign = false;
      offset += record.size();
      continue;
    }
    const std::uint64_t next = next_mark(file_, offset + 1, end_);
    lost += next - offset;
    offset = next;
  }
  if (foreign && !began_as_journal(file_)) {
    throw refused(path_, "the journal of a sweep goes to this file, and it holds none", "move it away");
  }
  if (lost > 0) {
    damage_ = fmt::format("{} bytes of '{}' are damaged or were cut off; the points in them are run again",
                          grouped(static_cast<std::int64_t>(lost)), path_.string());
  }
}

// Whether it is a record of ours. Throws InputError if it is one of another sweep.
bool Journal::take(std::uint64_t offset, std::string_view payload) {
  ArchiveReader reader(payload);
  try {
    if (payload.empty() || payload[0] == static_cast<char>(Kind::header)) {
      Header header;
      archive::pass(reader, header);
      expect_same_sweep(identity_,
                        {header.version, header.commit, header.plan, {header.shard, header.shards}}, path_);
      anew_ = anew_ || header.anew;
      has_header_ = true;
      return true;
    }
    Preamble preamble;
    archive::pass(reader, preamble);
    if (preamble.plan_hash != plan_hash_) {
      throw refused(path_, "its header is damaged, and its points are of another sweep", kAnew);
    }
    entries_.push_back({offset, static_cast<std::uint32_t>(payload.size()), preamble.status, preamble.point,
                        preamble.first, preamble.replications});
    return true;
  } catch (const InputError& error) {
    if (!error.problems().front().place.file.empty()) throw;
    return false;  // bytes are missing
  }
}

void Journal::write_header() {
  Header header{Kind::header,          plan_hash_,     identity_.version,
                identity_.commit,      identity_.plan, identity_.shard.index,
                identity_.shard.count, anew_};
  put(header);
  sync();
  has_header_ = true;
}

// Puts a record of these parts behind what waits.
template <class... Parts>
Journal::Slot Journal::put(Parts&... parts) {
  std::string& bytes = waiting_.bytes;
  const std::size_t begin = bytes.size();
  std::uint32_t length = 0;
  waiting_.raw(&kMark, sizeof kMark);
  waiting_.raw(&length, sizeof length);
  (archive::pass(waiting_, parts), ...);
  const std::size_t size = bytes.size() - begin - kBefore;
  require(size <= kMostLength, "a record is not too long");
  length = static_cast<std::uint32_t>(size);
  std::memcpy(bytes.data() + begin + sizeof kMark, &length, sizeof length);
  const std::uint64_t sum = checksum(length, std::string_view(bytes).substr(begin + kBefore));
  waiting_.raw(&sum, sizeof sum);
  return {std::exchange(end_, end_ + bytes.size() - begin), length};
}

void Journal::write() {
  const std::string bytes = std::move(waiting_.bytes);  // none is written twice, whatever is thrown
  waiting_.bytes.clear();
  file_.append(bytes);
  written_ = std::chrono::steady_clock::now();
}

void Journal::append(PointRecord record) {
  Preamble preamble{Kind::point, plan_hash_, record.point, record.status, record.first, record.replications};
  const std::scoped_lock lock(mutex_);
  const Slot slot = put(preamble, record);
  if (tell_)
    tell_({slot.offset, slot.length, record.status, record.point, record.first, record.replications});
  const auto now = std::chrono::steady_clock::now();
  if (now - synced_ > kSyncEvery) {
    sync();
  } else if (waiting_.bytes.size() > kMostWaiting || now - written_ > kWriteEvery) {
    write();
  }
}

PointRecord Journal::read(const Entry& entry) {
  const std::scoped_lock lock(mutex_);
  const std::uint64_t size = kBefore + entry.length + kAfter;
  if (entry.offset + size > end_ - waiting_.bytes.size()) write();
  const std::string bytes = read_at(file_, entry.offset, size);
  const std::optional<std::string_view> payload = payload_of(bytes);
  if (!payload) throw SystemError(fmt::format("'{}' has changed while it was used", path_.string()));
  ArchiveReader reader(*payload);
  Preamble preamble;
  PointRecord record;
  archive::pass(reader, preamble);
  archive::pass(reader, record);
  return record;
}

void Journal::sync() {
  write();
  if (::fdatasync(file_.number()) != 0) {
    throw SystemError(fmt::format("cannot write '{}': {}", path_.string(), reason_of(errno)));
  }
  synced_ = std::chrono::steady_clock::now();
}

void Journal::remove() {
  std::error_code ignored;
  if (is_same_file(file_.number(), path_)) fs::remove(path_, ignored);
}

}  // namespace orgsim
