#include "scenario/edge_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/checksum.hpp"
#include "core/text.hpp"
#include "model/market/network/graph.hpp"
#include "platform/memory.hpp"
#include "scenario/edge_fields.hpp"
#include "scenario/mistakes.hpp"
#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

constexpr std::string_view kCure =
    "two ids a line, such as '17 42', with a blank, comma, semicolon or tab between; comments begin with # "
    "or "
    "%";

constexpr std::size_t kMostSurveyed = 16;  // columns
constexpr std::size_t kMostOthers = 1000;

// What a first look at the whole file tells about its form.
struct Survey {
  std::size_t lines = 0;  // of data, a header among them
  char delimiter = ' ';
  std::string first;                 // the first line of data
  std::vector<std::size_t> numeric;  // lines after the first whose field is a number, by column
  std::vector<std::size_t> whole;    // the same for whole numbers
  std::size_t least = 0, most = 0;   // columns of a line after the first
  std::size_t all_whole = 0;         // lines after the first of nothing but whole numbers
  bool matrix_market = false;        // the first line is its size
  bool counted = true;               // the lines after the first begin with 1, 2, 3, ...
};

class EdgeListReader {
 public:
  EdgeListReader(const EdgeListFile& file, const Place& asked_at)
      : file_(file), by_{asked_at, "market.network.file"} {}

  EdgeList read() {
    survey();
    expect_room();
    choose_form();
    take_ties();
    report_bad_lines();
    doubt_first_line();
    seat_people(std::move(ties_), file_, by_.place, list_);
    return std::move(list_);
  }

 private:
  InputError refused(const std::string& what, const std::string& cure) const {
    return InputError(Problem{by_.place, by_.key, what, cure});
  }
  void note(const std::string& what) { list_.notes.push_back({by_.place, by_.key, what, ""}); }

  void survey() {
    Checksum checksum;
    TextLines lines(file_.path, by_,
                    [&](std::string_view bytes) { checksum.add(bytes.data(), bytes.size()); });
    std::string_view text;
    FieldsOfLine fields;
    while (lines.next(text)) {
      if (lines.number() == 1 && text.starts_with("%%MatrixMarket")) survey_.matrix_market = true;
      if (!is_edge_data(text)) continue;
      if (survey_.lines++ == 0) {
        begin_survey(text);
      } else {
        survey_line(text, fields);
      }
    }
    list_.checksum = checksum.hex();
    if (survey_.lines == 0) throw refused(fmt::format("'{}' holds no tie", file_.path), std::string(kCure));
  }

  void begin_survey(std::string_view text) {
    const std::string_view format = other_network_format(text);
    if (!format.empty())
      throw refused(fmt::format("'{}' is {}, not an edge list", file_.path, format),
                    "save the network as an edge list: two ids a line");
    survey_.delimiter = edge_delimiter(text);
    survey_.first = text;
  }

  void survey_line(std::string_view text, FieldsOfLine& fields) {
    if (survey_.lines == 2 && survey_.first.find(survey_.delimiter) == std::string::npos)
      survey_.delimiter = edge_delimiter(text);  // the first was of one word
    split_edge(text, survey_.delimiter, fields);
    const std::size_t columns = std::min<std::size_t>(fields.size(), kMostSurveyed);
    survey_.numeric.resize(std::max(survey_.numeric.size(), columns));
    survey_.whole.resize(survey_.numeric.size());
    std::size_t whole = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const bool is_whole = whole_number(fields[i]).has_value();
      whole += is_whole ? 1 : 0;
      if (i >= columns) continue;
      survey_.whole[i] += is_whole ? 1 : 0;
      survey_.numeric[i] += is_whole || is_any_number(fields[i]) ? 1 : 0;
    }
    survey_.counted = survey_.counted && !fields.empty() && whole_number(fields.front()) == survey_.lines - 1;
    survey_.all_whole += whole == fields.size() ? 1 : 0;
    survey_.least = survey_.lines == 2 ? fields.size() : std::min(survey_.least, fields.size());
    survey_.most = std::max(survey_.most, fields.size());
  }

  // Ties by their ids and by people's numbers, the ids themselves, and rows with a list of where they end.
  void expect_room() const {
    const double ends = static_cast<double>(survey_.lines) * 2;
    const double needed = ends * (3 * sizeof(std::uint64_t) + 2 * sizeof(PersonId)) + 16.0 * file_.people;
    const double free = free_memory();
    if (needed <= free) return;
    throw refused(fmt::format("the {} lines of '{}' need about {:.1f} GB, and {:.1f} GB are free",
                              survey_.lines, file_.path, needed / 1e9, free / 1e9),
                  "a smaller network");
  }

  void choose_form() {
    FieldsOfLine fields;
    split_edge(survey_.first, survey_.delimiter, fields);
    const std::size_t rest = survey_.lines - 1;
    if (const std::optional<EdgeColumns> columns = columns_by_header(fields)) {
      columns_ = *columns;
      header_ = true;
    } else {
      header_ = stands_out(fields, rest) || survey_.matrix_market;
    }
    if (header_ && rest == 0) throw refused(fmt::format("'{}' holds no tie", file_.path), std::string(kCure));
    if (header_) {
      note(survey_.matrix_market
               ? std::string("the line of sizes of Matrix Market left out")
               : fmt::format("the first line, '{}', taken as a header", excerpt(survey_.first)));
    }
    skip_row_names(fields.size());
    const auto whole = [&](std::size_t i) { return i < survey_.whole.size() ? survey_.whole[i] : 0; };
    const bool numbers = fields.size() >= 2 && whole_number(fields[0]) && whole_number(fields[1]);
    ties_.words = rest == 0 ? !numbers : 2 * std::min(whole(columns_.first), whole(columns_.second)) < rest;
    if (!header_) count_first(fields);
    refuse_other_forms(header_ ? rest : survey_.lines);
  }

  void count_first(const FieldsOfLine& fields) {
    const bool whole =
        std::all_of(fields.begin(), fields.end(), [](auto field) { return whole_number(field).has_value(); });
    survey_.all_whole += whole ? 1 : 0;
    survey_.least = survey_.lines == 1 ? fields.size() : std::min(survey_.least, fields.size());
    survey_.most = std::max(survey_.most, fields.size());
  }

  // As R's write.table() numbers the rows, in a column that its header does not name.
  void skip_row_names(std::size_t named) {
    const bool one_more = survey_.least == named + 1 && survey_.most == named + 1;
    if (!header_ || !survey_.counted || !one_more || survey_.matrix_market) return;
    row_names_ = 1;
    ++columns_.first;
    ++columns_.second;
    note("the first column, which numbers the lines and has no name, left out");
  }

  // Words above a column of numbers.
  bool stands_out(const FieldsOfLine& fields, std::size_t rest) const {
    for (std::size_t i = 0; rest > 0 && i < std::min(fields.size(), survey_.numeric.size()); ++i) {
      const bool attributes = fields[i].starts_with('{');
      if (survey_.numeric[i] == rest && !is_any_number(fields[i]) && !attributes) return true;
    }
    return false;
  }

  void refuse_other_forms(std::size_t lines) const {
    const bool ragged = survey_.most > 2 && survey_.least != survey_.most;
    if (ragged && survey_.all_whole == lines) throw adjacency_list();
    constexpr std::size_t least_matrix = 5;
    if (survey_.most >= least_matrix && survey_.least == survey_.most && survey_.all_whole == lines &&
        lines == survey_.most) {
      throw refused(fmt::format("'{}' has as many columns as lines: it is an adjacency matrix", file_.path),
                    "write one tie a line: the numbers of two people");
    }
  }

  InputError adjacency_list() const {
    return refused(fmt::format("the lines of '{}' hold from {} to {} ids: it is an adjacency list",
                               file_.path, survey_.least, survey_.most),
                   "write one tie a line");
  }

  // Names after the second that are people too.
  void refuse_lists_of_names() const {
    const auto people = std::count_if(others_.begin(), others_.end(),
                                      [&](const std::string& other) { return names_.contains(other); });
    if (survey_.least != survey_.most && 2 * static_cast<std::size_t>(people) > others_.size())
      throw adjacency_list();
  }

  void take_ties() {
    ties_.ends.reserve(survey_.lines);
    TextLines lines(file_.path, by_);
    FieldsOfLine fields;
    std::string_view text;
    bool first = header_;
    while (lines.next(text)) {
      if (!is_edge_data(text) || std::exchange(first, false)) continue;
      split_edge(text, survey_.delimiter, fields);
      take_tie(lines.number(), text, fields);
    }
    refuse_lists_of_names();
    if (further_ > 0 && !survey_.matrix_market)
      note(fmt::format("columns besides the two of ids left out ({} {})", further_,
                       further_ == 1 ? "line" : "lines"));
  }

  void take_tie(int number, std::string_view text, const FieldsOfLine& fields) {
    const std::size_t last = std::max(columns_.first, columns_.second);
    if (fields.size() <= last) return short_.add({file_.path, number, 1}, text);
    const std::optional<std::uint64_t> a = id_of(fields[columns_.first]);
    const std::optional<std::uint64_t> b = id_of(fields[columns_.second]);
    if (!a || !b) return no_ids_.add({file_.path, number, 1}, text);
    if (fields.size() > 2 + row_names_) ++further_;
    for (std::size_t i = 2; ties_.words && !header_ && i < fields.size() && others_.size() < kMostOthers; ++i)
      others_.emplace_back(fields[i]);
    ties_.ends.push_back({*a, *b});
  }

  std::optional<std::uint64_t> id_of(std::string_view field) {
    if (!ties_.words) return whole_number(field);
    const bool name = std::any_of(field.begin(), field.end(),
                                  [](unsigned char c) { return c >= 0x80 || std::isalnum(c) != 0; });
    if (!name || !is_utf8(field)) return std::nullopt;
    return names_.try_emplace(std::string(field), names_.size()).first->second;
  }

  void report_bad_lines() const {
    std::vector<Problem> problems;
    const auto report = [&](const Mistakes& lines, const std::string& one, const std::string& many) {
      if (lines.count == 0) return;
      const std::string what =
          lines.count == 1
              ? fmt::format("'{}' {}", lines.text, one)
              : fmt::format("{} lines {}, such as this one, the first: '{}'", lines.count, many, lines.text);
      problems.push_back({lines.first, "", what, std::string(kCure)});
    };
    report(short_, "is no tie: it has too few columns", "are no ties: they have too few columns");
    if (ties_.words) {
      report(no_ids_, "is no tie: no two names in UTF-8", "are no ties: no two names in UTF-8");
    } else {
      report(no_ids_, "is no tie: no two whole numbers", "are no ties: no two whole numbers");
    }
    if (!problems.empty()) throw InputError(problems);
  }

  // Two names that stand nowhere else, above others that stand together, are more often a header than a pair.
  void doubt_first_line() {
    if (!ties_.words || header_) return;
    const auto& ends = ties_.ends;
    const bool again =
        std::any_of(ends.begin() + 1, ends.end(), [](const auto& tie) { return std::min(tie.a, tie.b) < 2; });
    const bool others_again = names_.size() < 2 * ends.size();
    if (again || !others_again) return;
    note(
        fmt::format("the first line, '{}', taken as a tie, though its names stand nowhere else; put # before "
                    "it if it is a header",
                    excerpt(survey_.first)));
  }

  const EdgeListFile& file_;
  AskedBy by_;
  Survey survey_;
  EdgeColumns columns_;
  bool header_ = false;
  std::size_t row_names_ = 0;  // columns of them
  EndsToSeat ties_;
  std::unordered_map<std::string, std::uint64_t> names_;
  std::size_t further_ = 0;
  std::vector<std::string> others_;  // of the first lines: what stands after two names
  Mistakes short_;
  Mistakes no_ids_;
  EdgeList list_;
};

}  // namespace

EdgeList read_edge_list(const EdgeListFile& file, const Place& asked_at) {
  return EdgeListReader(file, asked_at).read();
}

}  // namespace orgsim
