#include "experiment/numbers_journal.hpp"

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

enum class RecordKind : std::uint8_t { header, numbers };

struct NumbersHeader {
  std::string version;
  std::string commit;
  std::string plan;
};

constexpr std::chrono::seconds kWriteNumbersEvery{1};

std::uint64_t digest_of(std::span<const double> point) {
  return hash64({reinterpret_cast<const char*>(point.data()), point.size_bytes()});
}

}  // namespace

fs::path journal_of(const fs::path& path) {
  constexpr int most_links = 40;
  fs::path journal = path;
  for (int i = 0; i < most_links && fs::is_symlink(journal); ++i)
    journal = journal.parent_path() / fs::read_symlink(journal);
  return journal += ".journal";
}

NumbersJournal::NumbersJournal(const fs::path& path, JournalWords words, const std::string& plan,
                               bool replace)
    : path_(path), words_(std::move(words)), plan_(plan), file_(lock_journal(path, words_.work)) {
  read(replace);
  if (!has_header_) write_header();
}

NumbersJournal::~NumbersJournal() {
  try {
    write();
  } catch (const SystemError&) {  // sync() is there for those who have to know
  }
}

void NumbersJournal::read(bool replace) {
  const Passed passed =
      read_records(file_, [this](std::uint64_t, std::string_view content) { return take(content); });
  if (passed.foreign)
    refuse_journal(path_,
                   fmt::format("the journal of {} goes to this file, and it holds none", words_.things),
                   "move it away");
  // Without its header, nobody knows what the points are of.
  const bool headless = !has_header_ && !found_.empty();
  if (!different_.empty() || headless) {
    if (!replace) {
      refuse_journal(
          path_,
          headless ? "its header is damaged"
                   : fmt::format("it is of {}. What differs: {}", words_.others, different_),
          "run what it is of, or name another file; --force (overwrite=True) puts it under another name");
    }
    put_aside_ = orgsim::put_aside(path_);
    file_ = lock_journal(path_, words_.work);
    has_header_ = false;
    found_.clear();
  } else if (passed.bytes > 0) {
    damage_ = fmt::format("{} bytes of '{}' are damaged or were cut off; what is in them is run again",
                          grouped(static_cast<std::int64_t>(passed.bytes)), path_.string());
  }
}

bool NumbersJournal::take(std::string_view content) {
  ArchiveReader reader(content);
  try {
    RecordKind kind = RecordKind::header;
    archive::pass(reader, kind);
    if (kind == RecordKind::header) {
      NumbersHeader header;
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

void NumbersJournal::write_header() {
  RecordKind kind = RecordKind::header;
  NumbersHeader header{std::string(program_version()), std::string(program_commit()), plan_};
  put_record(waiting_, kind, header);
  sync();
  has_header_ = true;
}

std::optional<std::vector<double>> NumbersJournal::find(std::uint64_t number,
                                                        std::span<const double> point) const {
  const auto found = found_.find(number);
  if (found == found_.end() || found->second.point != digest_of(point)) return std::nullopt;
  return found->second.numbers;
}

void NumbersJournal::append(std::uint64_t number, std::span<const double> point,
                            std::vector<double> numbers) {
  RecordKind kind = RecordKind::numbers;
  Record record{number, digest_of(point), std::move(numbers)};
  const std::scoped_lock lock(mutex_);
  put_record(waiting_, kind, record);
  if (std::chrono::steady_clock::now() - written_ > kWriteNumbersEvery) write();
}

void NumbersJournal::write() {
  const std::string bytes = std::move(waiting_.bytes);  // none is written twice, whatever is thrown
  waiting_.bytes.clear();
  file_.append(bytes);
  written_ = std::chrono::steady_clock::now();
}

void NumbersJournal::sync() {
  const std::scoped_lock lock(mutex_);
  write();
  if (::fdatasync(file_.number()) != 0)
    throw SystemError(fmt::format("cannot write '{}': {}", path_.string(), reason_of(errno)));
}

void NumbersJournal::remove() {
  std::error_code ignored;
  if (is_same_file(file_.number(), path_)) fs::remove(path_, ignored);
}

}  // namespace orgsim
