// What a sweep has done so far, on the disk: FILE.journal. A header, then a record for each point or range of
// its replications, each with its length and a checksum, appended as they come. A record that was cut or
// damaged is passed over, and its point is run again.
#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/archive.hpp"
#include "experiment/records.hpp"
#include "experiment/sweep/record.hpp"
#include "platform/descriptor.hpp"

namespace orgsim {

// What a journal, or a file of a sweep, is of.
struct SweepIdentity {
  std::string version;  // of the program
  std::string commit;
  std::string plan;  // text_of()
  Shard shard;

  bool operator==(const SweepIdentity&) const = default;
};
SweepIdentity identity_of(const SweepPlan& plan, const Shard& shard);

// Throws InputError, with what differs, if what stands at `path` is of another sweep.
void expect_same_sweep(const SweepIdentity& now, const SweepIdentity& then,
                       const std::filesystem::path& path);

class Journal {
 public:
  // Opens or makes the journal, and locks it until this object or the process ends. `anew`: whatever stands
  // there is put aside first, and what is run is to replace a file that is there. Throws InputError if
  // another process has it, or if it is of another sweep; SystemError.
  Journal(const std::filesystem::path& path, const SweepIdentity& identity, bool anew);
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  ~Journal();

  // Whether it was begun to replace what stands in the place of the results.
  bool anew() const { return anew_; }
  // What a message says of damage that was passed over; empty if there was none.
  const std::string& damage() const { return damage_; }
  bool empty() const { return entries_.empty(); }
  // Where an older journal was put, if it was.
  const std::filesystem::path& put_aside() const { return put_aside_; }

  // From any thread. Throws SystemError.
  void append(PointRecord record);

  struct Entry {
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
    PointStatus status = PointStatus::missing;
    std::uint64_t point = 0;
    std::uint64_t first = 0;
    std::uint64_t replications = 0;
  };
  // Those that were there when it was opened, in their order; those appended since are not among them.
  const std::vector<Entry>& entries() const { return entries_; }
  PointRecord read(const Entry& entry);  // from any thread
  // Where append() has put a record; called on its thread.
  using OnAppended = std::function<void(const Entry&)>;
  void on_appended(OnAppended tell) { tell_ = std::move(tell); }

  // Puts all that was appended on the disk. Throws SystemError.
  void sync();
  // Once its content is in a file of results.
  void remove();

 private:
  void read_all();
  bool take(std::uint64_t offset, std::string_view payload);
  void write_header();
  struct Slot {
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
  };
  template <class... Parts>
  Slot put(Parts&... parts);
  void write();

  std::filesystem::path path_;
  SweepIdentity identity_;
  std::uint64_t plan_hash_;
  bool anew_;
  bool has_header_ = false;
  std::filesystem::path put_aside_;
  std::string damage_;
  Descriptor file_;
  std::vector<Entry> entries_;
  OnAppended tell_;
  std::mutex mutex_;
  ArchiveWriter waiting_;  // to be written
  std::uint64_t end_ = 0;  // behind what waits
  std::chrono::steady_clock::time_point written_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point synced_ = written_;
};

}  // namespace orgsim
