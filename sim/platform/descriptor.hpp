// An open file that closes itself.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace orgsim {

class Descriptor {
 public:
  Descriptor() = default;
  // As open(2); number() is negative and errno says why if it cannot be opened.
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0);
  Descriptor(Descriptor&& other) noexcept
      : path_(std::move(other.path_)), number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();

  const std::filesystem::path& path() const { return path_; }
  int number() const { return number_; }

  // Reads up to `size` bytes from there on; fewer only at the file's end. Throws SystemError.
  std::size_t read(std::uint64_t from, char* to, std::size_t size) const;
  // Writes at the end of a file that was opened with O_APPEND. Throws SystemError.
  void append(std::string_view bytes) const;
  std::uint64_t size() const;  // throws SystemError

 private:
  std::filesystem::path path_;
  int number_ = -1;
};

// Whether both descriptors, or a descriptor and a path (a link is not followed), are the same file.
bool is_same_file(int one, int other);
bool is_same_file(int descriptor, const std::filesystem::path& path);

// The system's own words for errno.
std::string reason_of(int error);

}  // namespace orgsim
