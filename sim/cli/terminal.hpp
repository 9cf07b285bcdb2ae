// What the terminal can do, and the progress bar.
#pragma once

#include <chrono>
#include <string>

namespace orgsim::cli {

// Whether standard output takes colour: a terminal, and NO_COLOR (https://no-color.org) not set.
bool wants_colour();

// A bar on standard error while it lives; silent unless that is a terminal.
class ProgressBar {
 public:
  explicit ProgressBar(bool wanted);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();  // wipes the bar

  // `done` from 0 to 1; draws at most ten times a second.
  void show(double done);

 private:
  using Clock = std::chrono::steady_clock;
  bool active_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_;
};

// "90 s left", "5 min left".
std::string time_left(double seconds);

// How far work is, in words: one line of a terminal, drawn over again ten times a second; elsewhere a line a
// minute.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);
  void show(const std::string& text);
  void end();  // wipes it

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point last_ = Clock::now();
};

}  // namespace orgsim::cli
