// Two kinds of failure: the user's input (with its place and the cure) and our own bugs.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace orgsim {

// Where something was written. `file` may also be an option of the command line; line 0 means "no line".
struct Place {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(const Place&) const = default;
};

// One mistake: where, which key, what is wrong, what would be right.
struct Problem {
  Place place;
  std::string key;
  std::string what;
  std::string cure;
};

// `file:line:column: key: what is wrong; what would be right`, leaving out what is empty.
std::string to_string(const Problem& problem);

// Numbers that a scenario's keys have driven beyond what can be computed with.
Problem overflow(const std::string& what);

// The user's mistakes, all that were found in one pass, in the order of their places.
class InputError : public std::runtime_error {
 public:
  explicit InputError(const std::vector<Problem>& problems);
  explicit InputError(Problem problem) : InputError(std::vector<Problem>{std::move(problem)}) {}
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

// A file or device that refuses, or a disk that is full: nobody's mistake, and nothing was lost.
class SystemError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The user asked to stop (Ctrl-C).
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("interrupted") {}
};

// A broken promise of our own code.
class Bug : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void require(bool holds, const char* promise) {
  if (!holds) throw Bug(promise);
}

}  // namespace orgsim
