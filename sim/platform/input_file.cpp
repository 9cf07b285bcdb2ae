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
InputFile::InputFile(const std::filesystem::path& path) : file_(path, O_RDONLY | O_NONBLOCK) {
  if (file_.number() < 0) refuse();
  struct stat status{};
  if (::fstat(file_.number(), &status) != 0) refuse();
  type_ = S_ISREG(status.st_mode)   ? std::filesystem::file_type::regular
          : S_ISDIR(status.st_mode) ? std::filesystem::file_type::directory
                                    : std::filesystem::file_type::unknown;
  size_ = static_cast<std::uint64_t>(status.st_size);
}

std::size_t InputFile::read(char* into, std::size_t most) {
  ssize_t read = 0;
  do {
    read = ::read(file_.number(), into, most);
  } while (read < 0 && errno == EINTR);
  if (read < 0) refuse();
  return static_cast<std::size_t>(read);
}

}  // namespace orgsim
