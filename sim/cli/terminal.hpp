// What the terminal can do, and the progress bar.
#pragma once

#include <chrono>

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

}  // namespace orgsim::cli
