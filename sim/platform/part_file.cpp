#include "platform/part_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "core/error.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, int error) {
  throw SystemError(
      fmt::format("cannot write '{}': {}", path.string(), std::generic_category().message(error)));
}

[[noreturn]] void refuse_input(const fs::path& path, const std::string& what, const std::string& cure) {
  throw InputError(Problem{{path.string()}, "", what, cure});
}

// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC)) {}  // NOLINT(cppcoreguidelines-pro-type-vararg)
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

void sync(const fs::path& path, int flags) {
  const Descriptor descriptor(path, flags);
  if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0) refuse(path, errno);
}

// Removes the part that a killed run left behind. What another run is writing (and locks), and what does not
// look like a part of ours, stays.
void clear_leftover(const fs::path& part, const PartFile::IsOurs& is_ours) {
  std::error_code ignored;
  const fs::file_status status = fs::symlink_status(part, ignored);
  if (!fs::exists(status)) return;
  const std::string foreign =
      "results are first written to this file, which no earlier run of orgsim has left";
  if (!fs::is_regular_file(status)) refuse_input(part, foreign, "move it away, or name another results file");
  const Descriptor file(part, O_RDONLY);
  if (file.number() < 0) refuse(part, errno);
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
    refuse_input(part, "another run is writing these results", "wait for it, or name another results file");
  }
  std::array<char, 8> first{};
  const ::ssize_t size = ::read(file.number(), first.data(), first.size());
  const bool ours = size >= 0 && is_ours({first.data(), static_cast<std::size_t>(size)});
  if (!ours) refuse_input(part, foreign, "move it away, or name another results file");
  fs::remove(part);
}

// Where results really go: a link is followed, so that it stays a link.
fs::path target_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error)) return path;
  const fs::path target = fs::weakly_canonical(path, error);
  return error ? path : target;
}

}  // namespace

PartFile::PartFile(const fs::path& path, bool replace, const IsOurs& is_ours)
    : path_(target_of(path)), part_(path_), replace_(replace) {
  part_ += ".part";
  clear_leftover(part_, is_ours);
}

void PartFile::remove() noexcept {
  std::error_code ignored;
  fs::remove(part_, ignored);
}

void PartFile::commit() {
  try {
    sync(part_, O_RDONLY);
  } catch (...) {
    remove();
    throw;
  }
  put_in_place();
  const fs::path folder = path_.parent_path();
  sync(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
}

// From here on the part is whole; if its place is taken it stays.
void PartFile::put_in_place() {
  std::error_code error;
  if (replace_) {
    fs::rename(part_, path_, error);
  } else {
    fs::create_hard_link(part_, path_, error);  // unlike a rename it replaces nothing
    if (!error) {
      fs::remove(part_, error);
    } else if (error != std::errc::file_exists && !fs::exists(path_)) {  // a file system without links
      fs::rename(part_, path_, error);
    }
  }
  if (!error) return;
  const std::string reason =
      error == std::errc::file_exists ? "a file of this name appeared during the run" : error.message();
  throw SystemError(
      fmt::format("cannot write '{}': {}; the results are in '{}'", path_.string(), reason, part_.string()));
}

}  // namespace orgsim
