#include "core/error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

#include "core/text.hpp"

namespace orgsim {

namespace {

bool before(const Problem& a, const Problem& b) {
  return std::tie(a.place.file, a.place.line, a.place.column) <
         std::tie(b.place.file, b.place.line, b.place.column);
}

// Problems of one place stay in the order in which they were found.
std::vector<Problem> by_place(std::vector<Problem> problems) {
  std::stable_sort(problems.begin(), problems.end(), before);
  return problems;
}

constexpr std::size_t kMostPrinted = 50;

std::string joined(const std::vector<Problem>& problems) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < std::min(problems.size(), kMostPrinted); ++i)
    lines.push_back(to_string(problems[i]));
  if (problems.size() > kMostPrinted)
    lines.push_back(fmt::format("... and {} more", problems.size() - kMostPrinted));
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

std::string to_string(const Problem& problem) {
  std::string text;
  if (!problem.place.file.empty()) {
    text = problem.place.file + ":";
    if (problem.place.line > 0) text += fmt::format("{}:", problem.place.line);
    if (problem.place.column > 0) text += fmt::format("{}:", problem.place.column);
    text += " ";
  }
  if (!problem.key.empty()) text += problem.key + ": ";
  text += problem.what;
  if (!problem.cure.empty()) text += "; " + problem.cure;
  return printable(text);  // names and cells come from files
}

InputError::InputError(const std::vector<Problem>& problems)
    : std::runtime_error(joined(by_place(problems))), problems_(by_place(problems)) {}

Problem overflow(const std::string& what) {
  return {{},
          "",
          what + " became too large to compute with",
          "bring keys of extreme size closer to their defaults"};
}

}  // namespace orgsim
