// What has been computed so far of many pieces of work, each of which comes to a list of numbers, on the
// disk: FILE.journal. A header, then a record for each piece with its numbers.
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

// What messages call the work.
struct JournalWords {
  std::string work;    // that another process is at: "file of worlds"
  std::string things;  // what the journal is of: "worlds"
  std::string others;  // and what it is not: "other worlds"
};

class NumbersJournal {
 public:
  // Opens or makes the journal of a plan, which is TOML, and locks it. `replace`: what is of another plan is
  // put aside first. Throws InputError if another process has it, or if it is of another plan or program;
  // SystemError.
  NumbersJournal(const std::filesystem::path& path, JournalWords words, const std::string& plan,
                 bool replace);
  NumbersJournal(const NumbersJournal&) = delete;
  NumbersJournal& operator=(const NumbersJournal&) = delete;
  ~NumbersJournal();

  // What a message says of damage that was passed over; empty if there was none.
  const std::string& damage() const { return damage_; }
  // Where a journal of something else was put, if it was.
  const std::filesystem::path& put_aside() const { return put_aside_; }
  std::size_t size() const { return found_.size(); }

  // What that piece of work came to, if it is there and was done at the same point: whatever tells it from
  // others of its number.
  std::optional<std::vector<double>> find(std::uint64_t number, std::span<const double> point) const;
  // From any thread. Throws SystemError.
  void append(std::uint64_t number, std::span<const double> point, std::vector<double> numbers);
  // Puts all that was appended on the disk. Throws SystemError.
  void sync();
  // Once its content is in a file of its own.
  void remove();

 private:
  struct Record {
    std::uint64_t number = 0;
    std::uint64_t point = 0;  // digest
    std::vector<double> numbers;
  };
  void read(bool replace);
  bool take(std::string_view content);
  void write_header();
  void write();

  std::filesystem::path path_;
  JournalWords words_;
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

// FILE.journal, of the file itself, whatever it is called.
std::filesystem::path journal_of(const std::filesystem::path& path);

}  // namespace orgsim
