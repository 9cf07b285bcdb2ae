#include "scenario/column_numbers.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace orgsim {

namespace {

constexpr std::string_view kGroupMarks = " '";  // between groups of thousands, besides comma and point
constexpr std::size_t kLongestNumber = 60;
constexpr std::string_view kMinus = "\xE2\x88\x92";       // U+2212
constexpr std::string_view kApostrophe = "\xE2\x80\x99";  // U+2019

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A cell taken apart: sign, digits with their marks, exponent.
struct NumberText {
  bool minus = false;
  bool percent = false;
  std::string digits;
  std::string exponent;
};

NumberText taken_apart(const std::string& cell) {
  NumberText number;
  std::string text = plain_text(cell);
  if (text.ends_with('%')) {
    number.percent = true;
    text = plain_text(text.substr(0, text.size() - 1));
  }
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    number.minus = text[0] == '-';
    text.erase(0, 1);
  }
  const std::size_t e = text.find_first_of("eE");
  number.digits = text.substr(0, e);
  if (e != std::string::npos) number.exponent = text.substr(e);
  return number;
}

enum class DecimalMark { unknown, point, comma };

// What one cell says about the marks; `unsure` for one mark that may be either.
DecimalMark mark_of(const std::string& digits, bool& unsure) {
  const auto points = std::count(digits.begin(), digits.end(), '.');
  const auto commas = std::count(digits.begin(), digits.end(), ',');
  const std::size_t last = digits.find_last_of(".,");
  if (last == std::string::npos) return DecimalMark::unknown;
  const auto decimal = [](char mark) { return mark == '.' ? DecimalMark::point : DecimalMark::comma; };
  if (points > 0 && commas > 0) return decimal(digits[last]);
  const char mark = digits[last];
  if (points + commas > 1) return decimal(mark == '.' ? ',' : '.');
  const std::size_t before = digits.find_first_not_of("0123456789");
  const bool whole = before == last && last >= 1 && last <= 3 && digits[0] != '0';
  const bool group = whole && digits.size() - last == 4;
  if (!group) return decimal(mark);
  unsure = unsure || mark == ',';
  return DecimalMark::unknown;
}

// The digits without the marks of thousands, which must stand between groups of three; nothing if they do
// not.
std::optional<std::string> without_groups(const std::string& digits, char decimal) {
  const std::string whole = digits.substr(0, digits.find(decimal));
  const std::string rest = whole.size() < digits.size() ? "." + digits.substr(whole.size() + 1) : "";
  if (rest.size() > 1 && !all_digits(rest.substr(1))) return std::nullopt;
  std::string joined;
  std::size_t from = 0;
  while (from <= whole.size()) {
    const std::size_t end = std::min(whole.find_first_not_of("0123456789", from), whole.size());
    const std::string group = whole.substr(from, end - from);
    const bool first = from == 0;
    const bool only = first && end == whole.size();
    if (!only && (first ? group.empty() || group.size() > 3 : group.size() != 3)) return std::nullopt;
    if (end < whole.size() && whole[end] != (decimal == '.' ? ',' : '.') &&
        kGroupMarks.find(whole[end]) == std::string_view::npos) {
      return std::nullopt;
    }
    joined += group;
    from = end + 1;
  }
  if (joined.empty() && rest.size() < 2) return std::nullopt;
  return joined + rest;
}

std::optional<double> number_of(const NumberText& text, char decimal) {
  const std::optional<std::string> digits = without_groups(text.digits, decimal);
  if (!digits) return std::nullopt;
  const std::string whole = (text.minus ? "-" : "") + *digits + text.exponent;
  double value = 0;
  const char* end = whole.data() + whole.size();
  const auto parsed = std::from_chars(whole.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(value)) return std::nullopt;
  return text.percent ? value / 100 : value;
}

}  // namespace

std::string plain_text(const std::string& cell) {
  if (cell.size() > kLongestNumber) return cell;
  std::string text = cell;
  const bool ascii =
      std::all_of(cell.begin(), cell.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
    const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(cell.data()),
                                               static_cast<utf8proc_ssize_t>(cell.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, std::free);
    if (size >= 0) text.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
    replace_all(text, kMinus, "-");
    replace_all(text, kApostrophe, "'");
  }
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

LoneComma lone_comma_between(char delimiter) {
  return delimiter == ';' ? LoneComma::decimal : delimiter == ',' ? LoneComma::thousands : LoneComma::unknown;
}

ColumnNumbers numbers_in(const std::vector<std::string>& cells, LoneComma comma) {
  ColumnNumbers column;
  bool points = false;
  bool commas = false;
  bool percentages = false;
  for (const std::string& cell : cells) {
    const NumberText number = taken_apart(cell);
    bool unsure = false;
    const DecimalMark mark = mark_of(number.digits, unsure);
    points = points || mark == DecimalMark::point;
    commas = commas || mark == DecimalMark::comma;
    percentages = percentages || number.percent;
    if (unsure && column.ambiguous.empty()) column.ambiguous = plain_text(cell);
  }
  const bool decided = points || commas;
  const bool decimal_commas = decided ? commas && !points : comma == LoneComma::decimal;
  const char decimal = decimal_commas ? ',' : '.';
  if (decided || comma != LoneComma::unknown) column.ambiguous.clear();
  for (const std::string& cell : cells) {
    const NumberText number = taken_apart(cell);
    column.values.push_back(number_of(number, decimal));
    const bool bare = percentages && !number.percent && column.values.back().value_or(0) != 0;
    if (bare && column.no_percent.empty()) column.no_percent = plain_text(cell);
  }
  return column;
}

}  // namespace orgsim
