#include "scenario/column_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <regex>
#include <string_view>

#include "scenario/column_numbers.hpp"

namespace orgsim {

namespace {

namespace chrono = std::chrono;

constexpr std::size_t kLongestDate = 40;
constexpr std::size_t kProbed = 200;  // cells by which a form is chosen
constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2200;

// What the groups of a form are: y year, m month, b name of a month, d day, q quarter, w week of ISO 8601.
struct Form {
  const char* pattern;
  std::string_view parts;
};

constexpr auto kForms = std::to_array<Form>({
    {R"((\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))", "ymd"},
    {R"((\d{4})(\d{2})(\d{2}))", "ymd"},
    {R"((\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2}))", "dmy"},
    {R"((\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2}))", "dmy"},
    {R"((\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2}))", "mdy"},
    {R"((\d{4})[-/ ]?Q([1-4]))", "yq"},
    {R"(Q([1-4])[-/ ]?'?(\d{4}|\d{2}))", "qy"},
    {R"(([1-4])Q[-/ ]?(\d{4}|\d{2}))", "qy"},
    {R"((\d{4}) ?年 ?(?:第)? ?([1-4]|一|二|三|四) ?季(?:度)?)", "yq"},
    {R"((\d{4})[-/ ]?W(\d{1,2})(?:-?[1-7])?)", "yw"},
    {R"((\d{4})(?:[-/.]|[-/ ]?M)(\d{1,2}))", "ym"},
    {R"((\d{4})(\d{2}))", "ym"},
    {R"((\d{1,2})[-/](\d{4}))", "my"},
    {R"((\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?)", "ymd"},
    {R"((\d{1,2})[-/. ]+([A-Z]{3,9})\.?[-/, ]+(\d{4}|\d{2}))", "dby"},
    {R"(([A-Z]{3,9})\.? (\d{1,2}),? (\d{4}))", "bdy"},
    {R"(([A-Z]{3,9})\.?[-/, ]*(\d{4}|\d{2}))", "by"},
    {R"((\d{4})[-/, ]*([A-Z]{3,9})\.?)", "yb"},
    {R"((\d{4})(?: ?年)?)", "y"},
});
constexpr const Form& kDayFirst = kForms[3];
constexpr const Form& kMonthFirst = kForms[4];

// "2021-03-31" of "2021-03-31T00:00:00Z".
std::string without_time(const std::string& text) {
  static const std::regex time(R"([T ]\d{1,2}:\d{2}.*)");
  std::smatch match;
  const bool has = text.size() <= kLongestDate && std::regex_search(text, match, time);
  return has ? match.prefix().str() : text;
}

int number_of(std::string_view text) {
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

int year_of(std::string_view text) {
  const int year = number_of(text);
  if (text.size() > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;  // as POSIX reads two digits
}

// 1 for "jan", "January"; 0 for no month.
int month_named(std::string text) {
  constexpr auto names =
      std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                       "august", "september", "october", "november", "december"});
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto found =
      std::find_if(names.begin(), names.end(), [&](std::string_view name) { return name.starts_with(text); });
  const bool sept = text == "sept";  // as many write it
  return found == names.end() ? (sept ? 9 : 0) : static_cast<int>(found - names.begin()) + 1;
}

int quarter_of(const std::string& text) {
  constexpr auto chinese = std::to_array<std::string_view>({"一", "二", "三", "四"});
  const auto found = std::find(chinese.begin(), chinese.end(), text);
  return found == chinese.end() ? number_of(text) : static_cast<int>(found - chinese.begin()) + 1;
}

struct DateParts {
  int year = 0;
  int month = 1;
  int day = 1;
  int week = 0;
};

DateParts parts_of(const std::smatch& match, std::string_view names) {
  DateParts parts;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string text = match[i + 1].str();
    if (text.empty()) continue;
    switch (names[i]) {
      case 'y':
        parts.year = year_of(text);
        break;
      case 'm':
        parts.month = number_of(text);
        break;
      case 'b':
        parts.month = month_named(text);
        break;
      case 'd':
        parts.day = number_of(text);
        break;
      case 'q':
        parts.month = 3 * quarter_of(text) - 2;
        break;
      default:
        parts.week = number_of(text);
        break;
    }
  }
  return parts;
}

// The Monday of a week of ISO 8601: week 1 holds January 4th.
chrono::sys_days monday_of(int year, int week) {
  const chrono::sys_days fourth = chrono::year{year} / chrono::January / 4;
  const chrono::weekday day{fourth};
  return fourth - (day - chrono::Monday) + chrono::weeks{week - 1};
}

std::optional<chrono::sys_days> day_of(const DateParts& parts) {
  if (parts.year < kFirstYear || parts.year > kLastYear) return std::nullopt;
  if (parts.week != 0) {
    if (parts.week < 1 || parts.week > 53) return std::nullopt;
    return monday_of(parts.year, parts.week);
  }
  const chrono::year_month_day date{chrono::year{parts.year},
                                    chrono::month{static_cast<unsigned>(std::max(parts.month, 0))},
                                    chrono::day{static_cast<unsigned>(std::max(parts.day, 0))}};
  if (!date.ok()) return std::nullopt;
  return chrono::sys_days{date};
}

std::string text_of(chrono::sys_days day) {
  const chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

ColumnDates read_as(const std::vector<std::string>& cells, const Form& form) {
  const std::regex pattern(form.pattern, std::regex::ECMAScript | std::regex::icase);
  ColumnDates column;
  for (const std::string& cell : cells) {
    std::smatch match;
    const bool matches = cell.size() <= kLongestDate && std::regex_match(cell, match, pattern);
    column.days.push_back(matches ? day_of(parts_of(match, form.parts)) : std::nullopt);
  }
  return column;
}

// Two readings of the same cells that tell different days.
void note_ambiguity(const std::vector<std::string>& cells, ColumnDates& day_first, const ColumnDates& other) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!day_first.days[i] || !other.days[i] || *day_first.days[i] == *other.days[i]) continue;
    day_first.ambiguous = cells[i];
    day_first.day_first = text_of(*day_first.days[i]);
    day_first.month_first = text_of(*other.days[i]);
    return;
  }
}

}  // namespace

std::size_t ColumnDates::count() const {
  return static_cast<std::size_t>(
      std::count_if(days.begin(), days.end(), [](const auto& day) { return day.has_value(); }));
}

ColumnDates dates_in(const std::vector<std::string>& cells) {
  std::vector<std::string> plain;
  plain.reserve(cells.size());
  for (const std::string& cell : cells) plain.push_back(without_time(plain_text(cell)));
  const std::vector<std::string> probe(
      plain.begin(), plain.begin() + static_cast<std::ptrdiff_t>(std::min(plain.size(), kProbed)));
  const Form* best = &kForms.front();
  std::size_t most = 0;
  for (const Form& form : kForms) {
    const std::size_t count = read_as(probe, form).count();
    if (count > most) {
      most = count;
      best = &form;
    }
  }
  if (best != &kDayFirst && best != &kMonthFirst) return read_as(plain, *best);
  ColumnDates day_first = read_as(plain, kDayFirst);
  ColumnDates month_first = read_as(plain, kMonthFirst);
  if (day_first.count() < month_first.count()) return month_first;
  if (day_first.count() == month_first.count()) note_ambiguity(plain, day_first, month_first);
  return day_first;
}

std::optional<chrono::sys_days> iso_date(const std::string& text) {
  return read_as({text}, {R"((\d{4})-(\d{2})-(\d{2}))", "ymd"}).days.front();
}

}  // namespace orgsim
