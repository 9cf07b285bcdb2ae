#include "experiment/worlds/journal.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <cerrno>

#include "core/checksum.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "experiment/sweep/plan.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

enum class RecordKind : std::uint8_t { header, point };

struct WorldsHeader {
  std::string version;
  std::string commit;
  std::string plan;
};

constexpr std::chrono::seconds kWriteWorldsEvery{1};

std::uint64_t digest_of(std::span<const double> units) {
  return hash64({reinterpret_cast<const char*>(units.data()), units.size_bytes()});
}

}  // namespace

fs::path journal_of_worlds(const fs::path& path) {
  return path.string() + ".journal";
}

WorldsJournal::WorldsJournal(const fs::path& path, const std::string& plan, bool replace)
    : path_(path), plan_(plan), file_(lock_journal(path, "file of worlds")) {
  read(replace);
  if (!has_header_) write_header();
}

WorldsJournal::~WorldsJournal() {
  try {
    write();
  } catch (const SystemError&) {  // sync() is there for those who have to know
  }
}

void WorldsJournal::read(bool replace) {
  const Passed passed =
      read_records(file_, [this](std::uint64_t, std::string_view content) { return take(content); });
  if (passed.foreign)
    refuse_journal(path_, "the journal of worlds goes to this file, and it holds none", "move it away");
  // Without its header, nobody knows what the points are of.
  const bool headless = !has_header_ && !found_.empty();
  if (!different_.empty() || headless) {
    if (!replace) {
      refuse_journal(
          path_,
          headless ? "its header is damaged"
                   : fmt::format("it is of other worlds. What differs: {}", different_),
          "run what it is of, or name another file; --force (overwrite=True) puts it under another name");
    }
    put_aside_ = orgsim::put_aside(path_);
    file_ = lock_journal(path_, "file of worlds");
    has_header_ = false;
    found_.clear();
  } else if (passed.bytes > 0) {
    damage_ = fmt::format("{} bytes of '{}' are damaged or were cut off; the points in them are run again",
                          grouped(static_cast<std::int64_t>(passed.bytes)), path_.string());
  }
}

bool WorldsJournal::take(std::string_view content) {
  ArchiveReader reader(content);
  try {
    RecordKind kind = RecordKind::header;
    archive::pass(reader, kind);
    if (kind == RecordKind::header) {
      WorldsHeader header;
      archive::pass(reader, header);
      different_ = what_differs({std::string(program_version()), std::string(program_commit()), plan_},
                                {header.version, header.commit, header.plan});
      has_header_ = true;
      return true;
    }
    Record record;
    archive::pass(reader, record);
    found_[record.number] = std::move(record);
    return true;
  } catch (const InputError&) {
    return false;  // bytes are missing
  }
}

void WorldsJournal::write_header() {
  RecordKind kind = RecordKind::header;
  WorldsHeader header{std::string(program_version()), std::string(program_commit()), plan_};
  put_record(waiting_, kind, header);
  sync();
  has_header_ = true;
}

std::optional<std::vector<double>> WorldsJournal::find(std::uint64_t number,
                                                       std::span<const double> units) const {
  const auto found = found_.find(number);
  if (found == found_.end() || found->second.point != digest_of(units)) return std::nullopt;
  return found->second.figures;
}

void WorldsJournal::append(std::uint64_t number, std::span<const double> units, std::vector<double> figures) {
  RecordKind kind = RecordKind::point;
  Record record{number, digest_of(units), std::move(figures)};
  const std::scoped_lock lock(mutex_);
  put_record(waiting_, kind, record);
  if (std::chrono::steady_clock::now() - written_ > kWriteWorldsEvery) write();
}

void WorldsJournal::write() {
  const std::string bytes = std::move(waiting_.bytes);  // none is written twice, whatever is thrown
  waiting_.bytes.clear();
  file_.append(bytes);
  written_ = std::chrono::steady_clock::now();
}

void WorldsJournal::sync() {
  const std::scoped_lock lock(mutex_);
  write();
  if (::fdatasync(file_.number()) != 0)
    throw SystemError(fmt::format("cannot write '{}': {}", path_.string(), reason_of(errno)));
}

void WorldsJournal::remove() {
  std::error_code ignored;
  if (is_same_file(file_.number(), path_)) fs::remove(path_, ignored);
}

}  // namespace orgsim
