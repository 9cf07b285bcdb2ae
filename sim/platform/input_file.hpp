// A file that is read from its beginning to its end; no read waits for what a device may send.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "platform/descriptor.hpp"

namespace orgsim {

class InputFile {
 public:
  // Throws std::system_error if the file cannot be opened.
  explicit InputFile(const std::filesystem::path& path);

  std::filesystem::file_type type() const { return type_; }
  std::uint64_t size() const { return size_; }  // when it was opened

  // At most `most` bytes more, none at the end. Throws std::system_error.
  std::size_t read(char* into, std::size_t most);

 private:
  Descriptor file_;
  std::filesystem::file_type type_ = std::filesystem::file_type::unknown;
  std::uint64_t size_ = 0;
};

}  // namespace orgsim
