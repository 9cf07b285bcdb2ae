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

bool is_terminal() {
  return ::isatty(STDERR_FILENO) != 0 && !dumb_terminal();
}

}  // namespace

std::string time_left(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s left", seconds);
  if (seconds < 7200) return fmt::format("{:.0f} min left", seconds / 60);
  return fmt::format("{:.1f} h left", seconds / 3600);
}

bool wants_colour() {
  return ::isatty(STDOUT_FILENO) != 0 && !is_set("NO_COLOR") && !dumb_terminal();
}

ProgressBar::ProgressBar(bool wanted) : active_(wanted && is_terminal()) {}

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
                          done > 0.02 ? time_left(spent / done - spent) : ""));
}

ProgressLine::ProgressLine(bool wanted) : wanted_(wanted), terminal_(is_terminal()) {}

void ProgressLine::show(const std::string& text) {
  constexpr std::chrono::minutes every{1};
  const Clock::time_point now = Clock::now();
  if (!wanted_ || now - last_ < (terminal_ ? Clock::duration(kRedraw) : Clock::duration(every))) return;
  last_ = now;
  drawn_ = true;
  print_error(terminal_ ? fmt::format("\r{:<78}", text) : text + "\n");
}

void ProgressLine::end() {
  if (drawn_ && terminal_) print_error(fmt::format("\r{:78}\r", ""));
  drawn_ = false;
}

}  // namespace orgsim::cli
