#include "report/typography.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace orgsim {

namespace {

// The first character of a UTF-8 text: its bytes and its columns.
struct Character {
  std::size_t bytes;
  int columns;
};

Character first_character(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  bytes = std::min(bytes, text.size());
  std::uint32_t code = bytes == 1 ? lead : lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  // The wide blocks of Unicode's East Asian Width property, roughly: Hangul, CJK, full-width forms, emoji.
  const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                    (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                    (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
                    (code >= 0x1F300 && code <= 0x1FAFF) || (code >= 0x20000 && code <= 0x3FFFD);
  return {bytes, wide ? 2 : 1};
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

std::string fitted(std::string_view text, int columns) {
  const int all = columns_of(text);
  if (all <= columns) return std::string(text) + std::string(static_cast<std::size_t>(columns - all), ' ');
  std::string result;
  int used = 0;
  while (used + first_character(text).columns < columns) {
    const Character c = first_character(text);
    result += text.substr(0, c.bytes);
    used += c.columns;
    text.remove_prefix(c.bytes);
  }
  return result + "…" + std::string(static_cast<std::size_t>(columns - used - 1), ' ');
}

std::string wrapped(std::string_view text, int columns) {
  std::string result;
  std::string line;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    if (!line.empty() && columns_of(line) + 1 + columns_of(word) > columns) {
      result += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + std::string(word);
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return result + line + "\n";
}

std::string trimmed(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

std::string grouped(std::int64_t number) {
  std::string text = fmt::format("{}", number);
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(text.size()) - 3; i > 0; i -= 3) {
    text.insert(static_cast<std::size_t>(i), ",");
  }
  return text;
}

std::string short_number(double number) {
  constexpr std::array<std::pair<double, const char*>, 4> units{
      {{1e12, " T"}, {1e9, " G"}, {1e6, " M"}, {1e3, " k"}}};
  for (const auto& [size, suffix] : units) {
    if (std::abs(number) >= 0.9995 * size) return fmt::format("{:.3g}{}", number / size, suffix);
  }
  return fmt::format("{:.3g}", number);
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
