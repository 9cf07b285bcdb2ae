#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace orgsim::cli {

// The lowest number that is free is what open(2) gives.
void occupy_closed_streams() {
  int number = STDIN_FILENO;
  while (number >= 0 && number <= STDERR_FILENO) {
    number = ::open("/dev/null", O_RDONLY);  // NOLINT(cppcoreguidelines-pro-type-vararg)
  }
  if (number > STDERR_FILENO) ::close(number);
}

void print_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0) return;
  throw SystemError(
      fmt::format("cannot write to standard output: {}", std::generic_category().message(errno)));
}

std::string page_was_written(const std::string& path) {
  return fmt::format("Page in '{}' ({:.1f} MB); any browser opens it.", path,
                     static_cast<double>(std::filesystem::file_size(path)) / 1e6);
}

void print_error(std::string_view text) noexcept {
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
  static_cast<void>(std::fflush(stderr));
}

}  // namespace orgsim::cli
