#include "platform/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace orgsim {

namespace {

[[noreturn]] void refuse() {
  throw std::system_error(errno, std::generic_category());
}

}  // namespace

// Not blocking: a pipe nobody writes to, or a device, would otherwise be waited for without an end.
InputFile::InputFile(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (descriptor_ < 0) refuse();
  struct stat status{};
  if (::fstat(descriptor_, &status) != 0) refuse();
  type_ = S_ISREG(status.st_mode)   ? std::filesystem::file_type::regular
          : S_ISDIR(status.st_mode) ? std::filesystem::file_type::directory
                                    : std::filesystem::file_type::unknown;
  size_ = static_cast<std::uint64_t>(status.st_size);
}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

InputFile::InputFile(InputFile&& other) noexcept
    : descriptor_(other.descriptor_), type_(other.type_), size_(other.size_) {
  other.descriptor_ = -1;
}

std::size_t InputFile::read(char* into, std::size_t most) {
  ssize_t read = 0;
  do {
    read = ::read(descriptor_, into, most);
  } while (read < 0 && errno == EINTR);
  if (read < 0) refuse();
  return static_cast<std::size_t>(read);
}

}  // namespace orgsim
