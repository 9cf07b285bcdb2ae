#include "cli/output.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace orgsim::cli {

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
