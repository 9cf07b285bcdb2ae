#include "platform/part_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace orgsim {

namespace {

namespace fs = std::filesystem;

constexpr const char* kMove = "move it away, or name another file";

[[noreturn]] void refuse(const fs::path& path, int error) {
  throw SystemError(fmt::format("cannot write '{}': {}", path.string(), reason_of(error)));
}

[[noreturn]] void refuse_input(const fs::path& path, const std::string& what, const std::string& cure) {
  throw InputError(Problem{{path.string()}, "", what, cure});
}

[[noreturn]] void refuse_foreign(const fs::path& part) {
  refuse_input(part, "what is written goes first to this file, which no earlier run of orgsim has left",
               kMove);
}

[[noreturn]] void refuse_busy(const fs::path& part) {
  refuse_input(part, "another run of orgsim is writing to this file", "wait for it, or name another file");
}

void sync(const fs::path& path, int descriptor) {
  if (descriptor < 0 || ::fsync(descriptor) != 0) refuse(path, errno);
}

bool try_lock(int descriptor) {
  return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

// Where the file really goes: a link is followed, so that it stays a link.
fs::path target_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error)) return path;
  const fs::path target = fs::canonical(path, error);
  return error ? path : target;
}

// The permissions of a file that is there.
std::optional<mode_t> permissions(const fs::path& path) {
  struct stat status = {};
  constexpr mode_t all = 07777;
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_mode & all;
}

}  // namespace

PartFile::PartFile(const fs::path& path, bool replace, IsOurs is_ours)
    : path_(target_of(path)), part_(path_), replace_(replace), is_ours_(std::move(is_ours)) {
  if (const std::optional<Problem> problem = problem_of_target(path)) throw InputError(*problem);
  part_ += ".part";
  make();
}

PartFile::~PartFile() {
  std::error_code ignored;
  if (!done_ && is_same_file(file_.number(), part_)) fs::remove(part_, ignored);
}

// Between the making of a part and its lock another run may take it for a left-over, and remove it.
void PartFile::make() {
  constexpr mode_t usual = 0666;
  // What it replaces may be nobody else's to read.
  const std::optional<mode_t> before = replace_ ? permissions(path_) : std::nullopt;
  const mode_t mode = before ? (*before & usual) | S_IRUSR | S_IWUSR : usual;
  for (;;) {
    file_ = Descriptor(part_, O_RDWR | O_APPEND | O_CREAT | O_EXCL, mode);
    if (file_.number() < 0) {
      if (errno != EEXIST) refuse(part_, errno);
      clear_leftover();
      continue;
    }
    // A file system without locks has none to be respected either.
    if (!try_lock(file_.number()) && errno == EWOULDBLOCK) refuse_busy(part_);
    if (is_same_file(file_.number(), part_)) return;
  }
}

// Removes the part that a killed run left behind. What another run is writing (and locks), and what does not
// look like a part of ours, stays.
void PartFile::clear_leftover() const {
  std::error_code ignored;
  const fs::file_status status = fs::symlink_status(part_, ignored);
  if (!fs::exists(status)) return;
  if (!fs::is_regular_file(status)) refuse_foreign(part_);
  const Descriptor file(part_, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (file.number() < 0) {
    if (errno == ENOENT) return;
    refuse(part_, errno);
  }
  if (!try_lock(file.number())) {
    if (errno == EWOULDBLOCK) refuse_busy(part_);
    refuse(part_, errno);
  }
  if (!is_same_file(file.number(), part_)) return;  // the run that locked it has put it in its place
  std::array<char, 4096> first{};
  const std::size_t size = file.read(0, first.data(), first.size());
  if (size > 0 && !is_ours_({first.data(), size})) refuse_foreign(part_);
  if (!fs::remove(part_, ignored) && ignored) refuse(part_, ignored.value());
}

void PartFile::commit() {
  const std::optional<mode_t> mode = replace_ ? permissions(path_) : std::nullopt;
  if (mode && ::fchmod(file_.number(), *mode) != 0) refuse(part_, errno);
  sync(part_, file_.number());
  put_in_place();
  const fs::path folder = path_.parent_path().empty() ? "." : path_.parent_path();
  sync(folder, Descriptor(folder, O_RDONLY | O_DIRECTORY).number());
}

// From here on the part is whole; if its place is taken it stays.
void PartFile::put_in_place() {
  if (!is_same_file(file_.number(), part_)) {
    throw SystemError(fmt::format("cannot write '{}': another program has removed or replaced '{}'",
                                  path_.string(), part_.string()));
  }
  done_ = true;
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

std::optional<Problem> problem_of_target(const fs::path& path) {
  const auto problem = [&](const std::string& what, const std::string& cure) {
    return Problem{{path.string()}, "", what, cure};
  };
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return problem("this is a folder", "name a file in it");
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    return problem("this is not a regular file", "name another file");
  }
  if (!fs::exists(status) && fs::is_symlink(fs::symlink_status(path, error))) {
    return problem("this is a link that leads nowhere", "remove it, or name another file");
  }
  return std::nullopt;
}

void expect_free_target(const fs::path& path, bool replace) {
  if (const std::optional<Problem> problem = problem_of_target(path)) throw InputError(*problem);
  if (replace || !fs::exists(path)) return;
  throw InputError(Problem{{path.string()},
                           "",
                           "the file exists, and nothing was done",
                           "replace it with --force (overwrite=True), or name another file"});
}

void write_file(const fs::path& path, std::string_view text, bool replace) {
  PartFile part(path, replace, [&](std::string_view first) { return text.starts_with(first); });
  part.file().append(text);
  part.commit();
}

}  // namespace orgsim
