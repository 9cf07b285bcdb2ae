#include "platform/new_text_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "core/error.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kAtOnce = std::size_t{1} << 16U;
constexpr mode_t kMode = 0666;  // less what the user's mask takes away

[[noreturn]] void refuse_writing(const std::filesystem::path& path) {
  throw SystemError(
      fmt::format("cannot write '{}': {}", path.string(), std::generic_category().message(errno)));
}

}  // namespace

// A run that was killed early leaves an empty part.
NewTextFile::NewTextFile(const std::filesystem::path& path, bool replace, std::string_view first)
    : part_(path, replace, [first](std::string_view found) { return found.empty() || found == first; }),
      // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
      descriptor_(::open(part_.part().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode)) {
  if (descriptor_ < 0) refuse_writing(part_.part());
  ::flock(descriptor_, LOCK_EX | LOCK_NB);  // some file systems have no locks
}

NewTextFile::~NewTextFile() {
  if (open_) part_.remove();
  ::close(descriptor_);
}

void NewTextFile::write(std::string_view text) {
  waiting_ += text;
  if (waiting_.size() < kAtOnce) return;
  write_all(waiting_);
  waiting_.clear();
}

void NewTextFile::write_all(std::string_view text) {
  while (!text.empty()) {
    const ::ssize_t written = ::write(descriptor_, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse_writing(part_.part());
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void NewTextFile::commit() {
  write_all(waiting_);
  open_ = false;  // the part removes itself, or says where it is
  part_.commit();
}

}  // namespace orgsim
