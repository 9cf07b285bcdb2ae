#include "scenario/text/syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

#include "core/text.hpp"

namespace orgsim {

namespace {

constexpr int kMostParts = 16;
constexpr std::size_t kLongestLine = 300;  // beyond it no habit is looked for

// Copies a text, blanking as it goes.
class Masker {
 public:
  explicit Masker(std::string_view text) : text_(text), result_{std::string(text), std::nullopt} {}

  MaskedText run() {
    while (at_ < text_.size()) {
      if (text_[at_] == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') result_.text[at_++] = ' ';
      } else if (text_[at_] == '"' || text_[at_] == '\'') {
        string();
      } else {
        ++at_;
      }
    }
    return std::move(result_);
  }

 private:
  void string() {
    const std::size_t open = at_;
    const char quote = text_[at_];
    const std::string fence(3, quote);
    const bool lines = text_.substr(at_).starts_with(fence);
    at_ += lines ? 3 : 1;
    const std::string_view close = lines ? std::string_view(fence) : std::string_view(fence).substr(0, 1);
    while (at_ < text_.size() && !text_.substr(at_).starts_with(close) && (lines || text_[at_] != '\n')) {
      const bool escape =
          quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n';
      for (int i = 0; i < (escape ? 2 : 1); ++i) blank();
    }
    const bool closed = at_ < text_.size() && text_[at_] != '\n';
    if (!closed && !result_.unclosed) result_.unclosed = open;
    if (closed) at_ += close.size();
    while (lines && closed && at_ < text_.size() && text_[at_] == quote) ++at_;  // quotes before the fence
  }

  void blank() {
    if (result_.text[at_] != '\n') result_.text[at_] = '_';
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  MaskedText result_;
};

struct Habit {
  const char* pattern;  // of masked text; the first group is what is wrong
  std::string_view what;
  std::string_view cure;
};

constexpr Habit kCurly{"(\xE2\x80[\x98-\x9F]|\xC2\xAB|\xC2\xBB|\xEF\xBC\x82)", "'{}' is a curly quote",
                       "write straight quotes: \"text\""};
constexpr Habit kNoValue{R"(^\s*([\w.-]+\s*=)\s*$)", "'{}' is followed by no value",
                         "give one, or remove the line"};
// Between the marks of East Asian input methods, \xEF\xBC\x81 to \xEF\xBD\x9E, stand the ASCII ones.
constexpr Habit kFullWidth{"(\xEF\xBC[\x81-\xBF]|\xEF\xBD[\x80-\x9E]|\xE3\x80[\x81\x82\x90\x91])",
                           "'{}' is a full-width character", "write digits and marks of ASCII: 0.4, 0.2"};
// What begins like an escape of TOML and goes on like a path: of the text itself.
constexpr Habit kBackslash{R"re(("[^"]*\\[^"]*"))re", "a backslash in {} begins an escape",
                           "write / in paths, or single quotes: 'C:\\data\\rates.csv'"};
constexpr auto kHabits = std::to_array<Habit>({
    {R"(=(?:.*?[\[,{=])??\s*([-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?)\s*(?:$|\]|\}))", "'{}' is no number",
     "write thousands without commas: 5000 or 5_000"},
    {R"(=(?:.*?[\[,{=])??\s*([-+]?\d+,\d+)\s*$)", "'{}' is no number", "write a decimal point: 0.5"},
    {R"(=(?:.*?[\[,{=])??\s*([-+]?[\d.]+ ?%))", "'{}' is no number", "write a share of 1: 0.7 for 70 %"},
    kCurly,
    kFullWidth,
    {R"(=(?:.*?[\[,{=])??\s*(\d{1,4}([-/.])\d{1,2}\2\d{1,4}))", "'{}' is no date of TOML",
     "weeks are counted from 0; a date in quotes, such as \"2019-01-07\", stands only where a key asks for "
     "one"},
    {R"(=(?:.*?[\[,{=])??\s*([-+]?[\d.]+\s*(?:[*/^]|\*\*)\s*[-+]?[\d.]+))", "'{}' is a calculation",
     "write its result"},
    {R"(=(?:.*?[\[,{=])??\s*(null|None|nil|NULL|NA)\s*(?:$|,|\]|\}))", "'{}' is no value",
     "leave the key out, and its default holds"},
    {R"(=(?:.*?[\[,{=])??\s*(True|False|TRUE|FALSE|[Yy]es|[Nn]o|on|off)\s*(?:$|,|\]|\}))", "'{}' is no value",
     "write true or false"},
    {R"(=(?:.*?[\[,{=])??\s*([A-Za-z][\w .-]*?)\s*(?:$|,|\]|\}))", "'{}' is no value",
     "write a text in quotes: \"text\""},
    {"=(?:.*?[\\[,{=])??\\s*([\x80-\xFF](?:[\\w .-]|[\x80-\xFF])*?)\\s*(?:$|,|\\]|\\})", "'{}' is no value",
     "write a number in digits, a text in quotes: \"text\""},
    {R"(^\s*([\w.\[\]-]+\s*:))", "'{}' is followed by no value", "write KEY = VALUE, not KEY: VALUE"},
    {R"(=\s*([-+]?0\d+)\s*(?:$|,|\]))", "'{}' is no number", "write it without the leading zero"},
    {R"(=\s*([-+]?\.\d+|[-+]?\d+\.)\s*(?:$|,|\]))", "'{}' is no number",
     "digits on both sides of the point: 0.5"},
});

std::size_t line_begin(std::string_view text, int line) {
  std::size_t at = 0;
  for (int i = 1; i < line && at != std::string_view::npos; ++i) {
    at = text.find('\n', at);
    if (at != std::string_view::npos) ++at;
  }
  return std::min(at, text.size());
}

Place place_at(std::string_view text, std::size_t at, const std::string& name) {
  const std::string_view before = text.substr(0, at);
  const std::size_t begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {name, static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(at - begin) + 1};
}

// The habit in the line that begins at `begin`, if it is there.
std::optional<Problem> problem_of(const Habit& habit, std::string_view text, const std::string& mask,
                                  std::size_t begin, const std::string& name) {
  const std::size_t end = std::min(mask.find_first_of("\r\n", begin), mask.size());
  if (begin >= end || end - begin > kLongestLine) return std::nullopt;
  const std::string line = mask.substr(begin, end - begin);
  std::smatch match;
  if (!std::regex_search(line, match, std::regex(habit.pattern))) return std::nullopt;
  const std::size_t at = begin + static_cast<std::size_t>(match.position(1));
  const std::string shown = excerpt(text.substr(at, static_cast<std::size_t>(match.length(1))));
  return Problem{place_at(text, at, name), "", fmt::format(fmt::runtime(habit.what), shown),
                 std::string(habit.cure)};
}

std::optional<Problem> habit_in(std::string_view text, const std::string& mask, std::size_t begin,
                                const std::string& name) {
  for (const Habit& habit : kHabits) {
    if (std::optional<Problem> problem = problem_of(habit, text, mask, begin, name)) return problem;
  }
  return std::nullopt;
}

// A table or key that stands there a second time.
std::optional<Problem> twice_said(const Problem& complaint) {
  static const std::regex redefined("cannot redefine existing .*'(.*)'");
  std::smatch match;
  if (!std::regex_search(complaint.what, match, redefined)) return std::nullopt;
  return Problem{complaint.place, "", fmt::format("'{}' stands there a second time", match.str(1)),
                 "keep one of the two; keys of one table stand together beneath its name"};
}

}  // namespace

MaskedText masked(std::string_view text) {
  return Masker(text).run();
}

void refuse_deep_keys(const MaskedText& text, const std::string& name) {
  const auto in_key = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '"' ||
           c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  };
  int parts = 1;
  bool joined = false;  // whether a dot stands before what comes
  bool ended = false;   // whether blanks have ended the part
  for (std::size_t i = 0; i < text.text.size(); ++i) {
    const char c = text.text[i];
    if (c == ' ' || c == '\t') {
      ended = true;
    } else if (c == '.') {
      parts += joined ? 0 : 1;
      joined = true;
    } else if (!in_key(c) || (ended && !joined)) {
      parts = 1;
      joined = ended = false;
    } else {
      joined = ended = false;
    }
    if (parts <= kMostParts) continue;
    throw InputError(
        Problem{place_at(text.text, i, name), "", "a key of too many parts", "is it the right file?"});
  }
}

Problem syntax_problem(std::string_view text, const MaskedText& mask, const Problem& complaint) {
  const std::string& name = complaint.place.file;
  const std::size_t line = line_begin(text, complaint.place.line);
  const std::size_t end = std::min(text.find('\n', line), text.size());
  if (mask.unclosed && *mask.unclosed <= end) {
    const Place place = place_at(text, *mask.unclosed, name);
    // A text that opens with a quote of the keyboard and ends with one of a word processor.
    const auto curly = problem_of(kCurly, text, std::string(text), line_begin(text, place.line), name);
    return curly
               ? *curly
               : Problem{place, "", "this text is not closed", "end it with the same quote in the same line"};
  }
  if (const auto habit = habit_in(text, mask.text, line, name)) return *habit;
  if (const auto path = problem_of(kBackslash, text, std::string(text), line, name)) return *path;
  // The parser may have looked for the value in the next line.
  for (const int number : {complaint.place.line, complaint.place.line - 1}) {
    const auto none = problem_of(kNoValue, text, mask.text, line_begin(text, number), name);
    if (none) return *none;
  }
  return twice_said(complaint).value_or(complaint);
}

}  // namespace orgsim
