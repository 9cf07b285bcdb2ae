#include "platform/descriptor.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "core/error.hpp"

namespace orgsim {

namespace {

[[noreturn]] void fail(const char* verb, const std::filesystem::path& path) {
  throw SystemError(fmt::format("cannot {} '{}': {}", verb, path.string(), reason_of(errno)));
}

bool are_same(const struct stat& one, const struct stat& other) {
  return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

}  // namespace

Descriptor::Descriptor(const std::filesystem::path& path, int flags, mode_t mode)
    : path_(path),
      number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}  // NOLINT(cppcoreguidelines-pro-type-vararg)

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

std::size_t Descriptor::read(std::uint64_t from, char* to, std::size_t size) const {
  std::size_t done = 0;
  while (done < size) {
    const ::ssize_t got = ::pread(number_, to + done, size - done, static_cast<off_t>(from + done));
    if (got == 0) break;
    if (got < 0 && errno != EINTR) fail("read", path_);
    if (got > 0) done += static_cast<std::size_t>(got);
  }
  return done;
}

void Descriptor::append(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ::ssize_t put = ::write(number_, bytes.data(), bytes.size());
    if (put < 0 && errno != EINTR) fail("write", path_);
    if (put > 0) bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

std::uint64_t Descriptor::size() const {
  struct stat status = {};
  if (::fstat(number_, &status) != 0) fail("read", path_);
  return static_cast<std::uint64_t>(status.st_size);
}

bool is_same_file(int one, int other) {
  struct stat a = {};
  struct stat b = {};
  return ::fstat(one, &a) == 0 && ::fstat(other, &b) == 0 && are_same(a, b);
}

bool is_same_file(int descriptor, const std::filesystem::path& path) {
  struct stat a = {};
  struct stat b = {};
  return ::fstat(descriptor, &a) == 0 && ::lstat(path.c_str(), &b) == 0 && are_same(a, b);
}

std::string reason_of(int error) {
  return std::generic_category().message(error);
}

}  // namespace orgsim
