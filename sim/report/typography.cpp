#include "report/typography.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

namespace orgsim {

namespace {

// What a terminal shows as one character: a letter with its combining marks, a joined emoji.
struct Character {
  std::size_t bytes;
  int columns;
};

Character first_character(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  utf8proc_ssize_t used = 0;
  utf8proc_int32_t before = 0;
  utf8proc_int32_t state = 0;
  int columns = 0;
  while (used < size) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t length = utf8proc_iterate(bytes + used, size - used, &code);
    if (length <= 0)
      return {static_cast<std::size_t>(std::max<utf8proc_ssize_t>(used, 1)), std::max(columns, 1)};
    if (used > 0 && utf8proc_grapheme_break_stateful(before, code, &state)) break;
    columns = std::max(columns, utf8proc_charwidth(code));
    before = code;
    used += length;
  }
  return {static_cast<std::size_t>(used), columns};
}

constexpr std::array<std::string_view, 8> kClosing{"，", "。", "；", "：", "、", "）", "”", "！"};
constexpr std::array<std::string_view, 2> kOpening{"（", "“"};

template <class Marks>
bool begins_with_one_of(std::string_view text, const Marks& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

// Whether the last that is not a space is a digit.
bool ends_in_a_number(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  return last != std::string_view::npos && text[last] >= '0' && text[last] <= '9';
}

// What a line may not be broken within: a word with the spaces after it, a wide character with the marks
// around it, a number and the per cent sign behind it.
std::string_view first_piece(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size()) {
    const std::string_view rest = text.substr(size);
    const Character c = first_character(rest);
    const bool opening = begins_with_one_of(rest, kOpening);
    size += c.bytes;
    if (size == text.size()) break;
    const std::string_view next = text.substr(size);
    if (opening || next.front() == ' ' || begins_with_one_of(next, kClosing)) continue;
    if (next.front() == '%' && ends_in_a_number(text.substr(0, size))) continue;
    const bool edge =
        c.columns == 2 || first_character(next).columns == 2 || begins_with_one_of(next, kOpening);
    if (rest.front() == ' ' || edge) break;
  }
  return text.substr(0, size);
}

}  // namespace

int columns_of(std::string_view text) {
  int columns = 0;
  while (!text.empty()) {
    const Character c = first_character(text);
    columns += c.columns;
    text.remove_prefix(c.bytes);
  }
  return columns;
}

std::string cut(std::string_view text, int columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::string result;
  int used = 0;
  while (used + first_character(text).columns < columns) {
    const Character c = first_character(text);
    result += text.substr(0, c.bytes);
    used += c.columns;
    text.remove_prefix(c.bytes);
  }
  return result + "…";
}

std::string fitted(std::string_view text, int columns) {
  const std::string result = cut(text, columns);
  return result + std::string(static_cast<std::size_t>(columns - columns_of(result)), ' ');
}

std::string right(std::string_view text, int columns) {
  return std::string(static_cast<std::size_t>(std::max(columns - columns_of(text), 0)), ' ') +
         std::string(text);
}

std::string wrapped(std::string_view text, int columns) {
  std::string result;
  std::string line;
  while (!text.empty()) {
    const std::string_view piece = first_piece(text);
    if (!line.empty() && columns_of(line) + columns_of(trimmed(std::string(piece))) > columns) {
      result += trimmed(line) + "\n";
      line.clear();
    }
    line += piece;
    text.remove_prefix(piece.size());
  }
  return result + trimmed(line) + "\n";
}

std::string wrapped_note(std::string_view text) {
  constexpr int kIndent = 2;
  std::string note;
  std::istringstream lines(wrapped(text, kColumns - kIndent));
  for (std::string line; std::getline(lines, line);) note += std::string(kIndent, ' ') + line + "\n";
  return note;
}

std::string trimmed(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string sparkline(const std::vector<float>& values, int columns) {
  constexpr std::array<const char*, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::size_t n = std::min(static_cast<std::size_t>(columns), values.size());
  std::vector<double> means;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t from = i * values.size() / n;
    const std::size_t to = (i + 1) * values.size() / n;
    double sum = 0;
    for (std::size_t j = from; j < to; ++j) sum += std::max(values[j], 0.0F);
    means.push_back(sum / static_cast<double>(to - from));
  }
  const double most = means.empty() ? 0 : *std::max_element(means.begin(), means.end());
  std::string line;
  for (const double mean : means) {
    const double height = most > 0 ? mean / most * (blocks.size() - 1) : 0;
    line += blocks[static_cast<std::size_t>(std::lround(height))];
  }
  return line + std::string(static_cast<std::size_t>(columns) - n, ' ');
}

}  // namespace orgsim
