// A results file, and what an input makes of it.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "experiment/run.hpp"
#include "results/results.hpp"
#include "scenario/text/reader.hpp"

namespace orgsim::fuzz {

// Where files are made, in memory if there is such a place.
class ScratchFile {
 public:
  ScratchFile() {
    const std::filesystem::path memory = "/dev/shm";
    const auto folder = std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
    path_ = folder / ("orgsim_fuzz_" + std::to_string(::getpid()) + ".h5");
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline const std::filesystem::path& file() {
  static const ScratchFile scratch;
  return scratch.path();
}

inline void put(const std::string& bytes) {
  std::ofstream(file(), std::ios::binary) << bytes;
}

// What it holds.
inline std::string bytes_of_file() {
  std::ostringstream bytes;
  bytes << std::ifstream(file(), std::ios::binary).rdbuf();
  return bytes.str();
}

// The results of a few weeks.
inline std::string made_file() {
  const Scenario scenario = read_scenario(R"(
    [run]
    weeks = 3
    replications = 2
    [market]
    kind = "pooled"
    customers = 100
    taste = { uniform = [2, 4] }
    [record]
    trajectories = 0
    [strategies.embed]
    start = 1
    mix = [0.1, 0.2, 0.5, 0.2]
  )",
                                          "fuzz.toml", Files());
  RunOptions options;
  run(scenario, options, results_writer(file(), true).get());
  return bytes_of_file();
}

inline const std::string& whole_file() {
  static const std::string bytes = made_file();
  return bytes;
}

// Changes bytes among the first `size` of a file.
inline void edit(std::string& bytes, std::size_t size, FuzzedDataProvider& input) {
  for (int edits = 0; edits < 8 && input.remaining_bytes() > 0; ++edits) {
    const auto at = input.ConsumeIntegralInRange<std::size_t>(0, size - 1);
    const std::string put = input.ConsumeRandomLengthString(16);
    bytes.replace(at, std::min(put.size(), size - at), put.substr(0, size - at));
  }
}

}  // namespace orgsim::fuzz
