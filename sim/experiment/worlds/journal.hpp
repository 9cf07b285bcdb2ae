// What has been evaluated so far on the way to an ensemble of worlds, on the disk: FILE.journal. A header,
// then a record for each point with its figures.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "experiment/records.hpp"

namespace orgsim {

class WorldsJournal {
 public:
  // Opens or makes the journal of a plan (text_of()), and locks it. `replace`: what is of another plan is put
  // aside first. Throws InputError if another process has it, or if it is of another plan or program;
  // SystemError.
  WorldsJournal(const std::filesystem::path& path, const std::string& plan, bool replace);
  WorldsJournal(const WorldsJournal&) = delete;
  WorldsJournal& operator=(const WorldsJournal&) = delete;
  ~WorldsJournal();

  // What a message says of damage that was passed over; empty if there was none.
  const std::string& damage() const { return damage_; }
  // Where a journal of something else was put, if it was.
  const std::filesystem::path& put_aside() const { return put_aside_; }
  std::size_t size() const { return found_.size(); }

  // The figures of that evaluation, if they are there and were those of this point.
  std::optional<std::vector<double>> find(std::uint64_t number, std::span<const double> units) const;
  // From any thread. Throws SystemError.
  void append(std::uint64_t number, std::span<const double> units, std::vector<double> figures);
  // Puts all that was appended on the disk. Throws SystemError.
  void sync();
  // Once its content is in a file of worlds.
  void remove();

 private:
  struct Record {
    std::uint64_t number = 0;
    std::uint64_t point = 0;  // digest
    std::vector<double> figures;
  };
  void read(bool replace);
  bool take(std::string_view content);
  void write_header();
  void write();

  std::filesystem::path path_;
  std::string plan_;
  Descriptor file_;
  bool has_header_ = false;
  std::string different_;  // what another plan differs in
  std::string damage_;
  std::filesystem::path put_aside_;
  std::unordered_map<std::uint64_t, Record> found_;
  std::mutex mutex_;
  ArchiveWriter waiting_;
  std::chrono::steady_clock::time_point written_ = std::chrono::steady_clock::now();
};

// FILE.journal.
std::filesystem::path journal_of_worlds(const std::filesystem::path& path);

}  // namespace orgsim
