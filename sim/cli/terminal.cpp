#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/output.hpp"

namespace orgsim::cli {

namespace {

constexpr int kBar = 40;
constexpr std::chrono::milliseconds kRedraw{100};

bool is_set(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value != nullptr && *value != '\0';
}

bool dumb_terminal() {
  const char* term = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return term == nullptr || std::string_view(term) == "dumb";
}

std::string left(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
  return fmt::format("{:.0f} min left", seconds / 60);
}

}  // namespace

bool wants_colour() {
  return ::isatty(STDOUT_FILENO) != 0 && !is_set("NO_COLOR") && !dumb_terminal();
}

ProgressBar::ProgressBar(bool wanted) : active_(wanted && ::isatty(STDERR_FILENO) != 0 && !dumb_terminal()) {}

ProgressBar::~ProgressBar() {
  if (drawn_) print_error(fmt::format("\r{:78}\r", ""));
}

void ProgressBar::show(double done) {
  const Clock::time_point now = Clock::now();
  if (!active_ || now - last_ < kRedraw) return;
  last_ = now;
  drawn_ = true;
  const double spent = std::chrono::duration<double>(now - start_).count();
  const auto full = static_cast<std::size_t>(done * kBar);
  const std::string bar = std::string(full, '#') + std::string(kBar - full, '.');
  print_error(fmt::format("\r[{}] {:3.0f} %  {:<20}", bar, 100 * done,
                          done > 0.02 ? left(spent / done - spent) : ""));
}

}  // namespace orgsim::cli
