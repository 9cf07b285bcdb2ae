#include "experiment/sweep/journal.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "core/archive.hpp"
#include "core/checksum.hpp"
#include "core/text.hpp"
#include "core/version.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kSyncEvery{3};
// A write for each point would cost more than the rest of a small point's record. Written this often, no more
// is lost with the process than what each thread ran in that time.
constexpr std::chrono::milliseconds kWriteEvery{100};
constexpr std::size_t kMostWaiting = std::size_t{1} << 16U;  // bytes

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

std::uint64_t hash_of(const SweepIdentity& identity) {
  return hash64(fmt::format("{}\n{}\n{}/{}\n{}", identity.version, identity.commit, identity.shard.index,
                            identity.shard.count, identity.plan));
}

constexpr const char* kAnew =
    "--force (overwrite=True) starts anew and keeps the old journal under another name";

}  // namespace

SweepIdentity identity_of(const SweepPlan& plan, const Shard& shard) {
  return {std::string(program_version()), std::string(program_commit()), text_of(plan), shard};
}

void expect_same_sweep(const SweepIdentity& now, const SweepIdentity& then, const fs::path& path) {
  if (now == then) return;
  std::vector<std::string> shards;
  if (!(now.shard == then.shard)) {
    shards.push_back(fmt::format("the shard: {}/{} now, {}/{} then", now.shard.index, now.shard.count,
                                 then.shard.index, then.shard.count));
  }
  const std::string what =
      what_differs({now.version, now.commit, now.plan}, {then.version, then.commit, then.plan}, shards);
  refuse_journal(path, fmt::format("it is of another sweep. What differs: {}", what),
                 std::string("run what it is of, or name another file; ") + kAnew);
}

Journal::Journal(const fs::path& path, const SweepIdentity& identity, bool anew)
    : path_(path),
      identity_(identity),
      plan_hash_(hash_of(identity)),
      anew_(anew),
      file_(lock_journal(path)) {
  if (anew && file_.size() > 0) {
    put_aside_ = orgsim::put_aside(path_);
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
  const Passed passed = read_records(
      file_, [this](std::uint64_t offset, std::string_view content) { return take(offset, content); });
  if (passed.foreign)
    refuse_journal(path_, "the journal of a sweep goes to this file, and it holds none", "move it away");
  if (passed.bytes > 0) {
    damage_ = fmt::format("{} bytes of '{}' are damaged or were cut off; the points in them are run again",
                          grouped(static_cast<std::int64_t>(passed.bytes)), path_.string());
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
      refuse_journal(path_, "its header is damaged, and its points are of another sweep", kAnew);
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
  const std::size_t begin = waiting_.bytes.size();
  const std::uint32_t length = put_record(waiting_, parts...);
  return {std::exchange(end_, end_ + waiting_.bytes.size() - begin), length};
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
  const std::uint64_t size = kBeforeContent + entry.length + kAfterContent;
  if (entry.offset + size > end_ - waiting_.bytes.size()) write();
  const std::string bytes = read_record(file_, entry.offset, entry.length);
  const std::optional<std::string_view> payload = content_of(bytes);
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
