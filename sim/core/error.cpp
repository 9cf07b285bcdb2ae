#include "core/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace orgsim {

namespace {

bool before(const Problem& a, const Problem& b) {
  return std::tie(a.place.file, a.place.line, a.place.column) <
         std::tie(b.place.file, b.place.line, b.place.column);
}

// Problems of one place stay in the order in which they were found.
std::vector<Problem> by_place(const std::vector<Problem>& problems) {
  std::vector<Problem> sorted;
  for (const Problem& problem : problems) {
    sorted.insert(std::upper_bound(sorted.begin(), sorted.end(), problem, before), problem);
  }
  return sorted;
}

std::string joined(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) {
    if (!text.empty()) text += '\n';
    text += to_string(problem);
  }
  return text;
}

}  // namespace

std::string to_string(const Problem& problem) {
  std::string text;
  if (!problem.place.file.empty()) {
    text = problem.place.file + ":";
    if (problem.place.line > 0) text += fmt::format("{}:{}:", problem.place.line, problem.place.column);
    text += " ";
  }
  if (!problem.key.empty()) text += problem.key + ": ";
  text += problem.what;
  if (!problem.cure.empty()) text += "; " + problem.cure;
  return text;
}

InputError::InputError(const std::vector<Problem>& problems)
    : std::runtime_error(joined(by_place(problems))), problems_(by_place(problems)) {}

}  // namespace orgsim
