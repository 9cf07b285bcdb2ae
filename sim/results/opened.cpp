// Opening results files, whatever experiment they hold.
#include "results/opened.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

#include "experiment/all.hpp"
#include "results/hdf5.hpp"

namespace orgsim::results {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& what,
                         const std::string& cure) {
  throw InputError(Problem{{path.string()}, "", what, cure});
}

Descriptor opened_file(const std::filesystem::path& path) {
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status))
    refuse(path, "there is no such file", "check the name and the folder you are in");
  if (!std::filesystem::is_regular_file(status)) {
    refuse(path, "this is not a regular file", "name a file that `orgsim run -o` wrote");
  }
  Descriptor file(path, O_RDONLY | O_NONBLOCK);
  if (file.number() < 0) {
    throw SystemError(fmt::format("cannot read '{}': {}", path.string(), reason_of(errno)));
  }
  return file;
}

// The beginning of time if the file is gone.
std::filesystem::file_time_type last_written(const std::filesystem::path& path) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  return error ? std::filesystem::file_time_type::min() : time;
}

void check_version(hid_t file, const std::filesystem::path& path) {
  if (!hdf5::has_attribute(file, "program") || !hdf5::has_attribute(file, "format_version") ||
      hdf5::read_text_attribute(file, "program") != "orgsim") {
    refuse(path, "an HDF5 file, but not one of orgsim's", "name a file that `orgsim run -o` wrote");
  }
  const std::string version = hdf5::read_text_attribute(file, "format_version");
  int major = 0;
  const char* end = version.data() + version.size();
  const auto [rest, error] = std::from_chars(version.data(), end, major);
  if (error != std::errc() || rest == end || *rest != '.' || major < 1) {
    refuse(path, fmt::format("its format_version is '{}'", version),
           "name a file that `orgsim run -o` wrote");
  }
  if (major > kFormatMajor) {
    const bool named = hdf5::has_attribute(file, "program_version");
    refuse(path, fmt::format("its format is {}, and this program reads up to {}.x", version, kFormatMajor),
           named ? fmt::format("use orgsim {} or newer", hdf5::read_text_attribute(file, "program_version"))
                 : "use a newer orgsim");
  }
}

}  // namespace

CheckedFile open_checked(const std::filesystem::path& path, const StopFlag& stop) {
  Descriptor file = opened_file(path);
  const auto written = last_written(path);
  std::string digest = checked_digest(file, stop);
  return {std::move(file), std::move(digest), written};
}

void expect_unchanged(const CheckedFile& file) {
  if (last_written(file.file.path()) != file.written) throw SystemError("it was changed meanwhile");
}

void reading(const std::filesystem::path& path, const std::function<void()>& read) {
  try {
    read();
  } catch (const SystemError& error) {
    refuse(path, fmt::format("cannot be read ({})", error.what()), "run it again");
  } catch (const std::out_of_range&) {
    refuse(path, "its datasets do not fit together", "run it again");
  }
}

std::string check_kind(std::int64_t file, const std::filesystem::path& path) {
  check_version(file, path);
  std::string name = hdf5::read_text_attribute(file, "experiment");
  const auto all = all_experiments();
  const bool known = std::any_of(all.begin(), all.end(), [&](const Experiment& e) { return e.name == name; });
  if (!known) {
    refuse(path, fmt::format("it holds the experiment '{}'", name),
           "use the orgsim that wrote it, or a newer one");
  }
  return name;
}

Problem note_on_first_model(const std::filesystem::path& path) {
  return {
      {path.string()},
      "",
      "made by version 1 of the model: keys that the file does not hold stand at the defaults of version 2",
      "a rerun is of version 2"};
}

bool has_series(std::int64_t file, std::string_view group, std::string_view name) {
  return hdf5::has_link(file, fmt::format("/{}/{}", group, name));
}

std::string experiment_in(const CheckedFile& file) {
  const std::filesystem::path& path = file.file.path();
  std::string name;
  reading(path, [&] { name = check_kind(hdf5::open_file(file.file).id(), path); });
  return name;
}

}  // namespace orgsim::results
