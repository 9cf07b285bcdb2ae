#include "scenario/points_file.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <set>

#include "core/text.hpp"
#include "scenario/column_numbers.hpp"
#include "scenario/csv.hpp"
#include "scenario/mistakes.hpp"
#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

// Keys have none of these in their names, and a number at most the comma. numpy.savetxt puts spaces between
// the cells unless it is told otherwise.
char delimiter_of(std::string& text) {
  const std::string line = text.substr(0, text.find_first_of("\r\n"));
  if (line.starts_with("sep=")) return take_csv_delimiter(text, {});
  for (const char delimiter : {';', '\t', '|', ','}) {
    if (line.find(delimiter) != std::string::npos) return delimiter;
  }
  return plain_text(line).find(' ') == std::string::npos ? ',' : ' ';
}

// Runs of spaces as one, and none at the ends of lines.
std::string with_single_spaces(const std::string& text) {
  std::string single;
  for (const char c : text) {
    const bool at_start = single.empty() || single.back() == '\n' || single.back() == ' ';
    if (c == ' ' && at_start) continue;
    if ((c == '\n' || c == '\r') && single.ends_with(' ')) single.pop_back();
    single += c;
  }
  return single;
}

class PointsFile {
 public:
  PointsFile(const std::string& path, const Place& asked_at, std::string_view key)
      : path_(path), asked_at_(asked_at), key_(key) {}

  PointTable read(std::string text) {
    // numpy.savetxt marks its line of names so.
    if (text.starts_with("# ")) text.erase(0, 2);
    delimiter_ = delimiter_of(text);
    if (delimiter_ == ' ') text = with_single_spaces(text);
    for_each_csv_row(text, path_, delimiter_, [this](CsvRow& row) { take(row); });
    if (lines_.empty() && ragged_.count == 0) {
      throw InputError(Problem{asked_at_, key_, fmt::format("'{}' has no points", path_),
                               "a line with the keys' names, then a line per point"});
    }
    report_ragged();
    read_columns();
    table_.problems = std::move(problems_);
    return std::move(table_);
  }

 private:
  static bool all_numbers(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) {
      if (!numbers_in({cell}, LoneComma::decimal).values.front()) return false;
    }
    return true;
  }

  void take(CsvRow& row) {
    std::vector<std::string>& cells = row.cells;
    if (columns_.empty()) {
      while (cells.size() > 1 && plain_text(cells.back()).empty()) cells.pop_back();
      columns_.resize(cells.size());
      if (!all_numbers(cells)) return take_names(cells, row.line);
    }
    while (cells.size() > columns_.size() && cells.back().empty()) cells.pop_back();
    if (cells.size() != columns_.size()) {
      ragged_.add({path_, row.line, 1}, fmt::format("{}", cells.size()));
      return;
    }
    lines_.push_back(row.line);
    for (std::size_t c = 0; c < cells.size(); ++c) columns_[c].push_back(std::move(cells[c]));
  }

  void take_names(const std::vector<std::string>& cells, int line) {
    std::set<std::string> seen;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::string name = plain_text(cells[c]);
      const Place place{path_, line, static_cast<int>(c) + 1};
      if (name.empty()) {
        problems_.push_back({place, "", "the column has no name", "the name of a key, such as market.taste"});
      } else if (!seen.insert(name).second) {
        problems_.push_back({place, excerpt(name), "two columns have this name", "one column per key"});
      }
      table_.columns.push_back(name);
    }
  }

  void report_ragged() {
    if (ragged_.count == 0) return;
    const std::string first = fmt::format("{} cells in a table of {} columns", ragged_.text, columns_.size());
    problems_.push_back(
        {ragged_.first, "",
         ragged_.count == 1 ? first : fmt::format("{}; so have {} rows", first, ragged_.count),
         "one cell per column; a number with a decimal comma needs quotes, or semicolons between "
         "the cells"});
  }

  void read_columns() {
    table_.width = columns_.size();
    table_.numbers.assign(lines_.size() * table_.width, std::numeric_limits<double>::quiet_NaN());
    table_.path = path_;
    table_.lines = lines_;
    for (std::size_t c = 0; c < columns_.size(); ++c) read_column(c);
  }

  void read_column(std::size_t c) {
    const ColumnNumbers numbers = numbers_in(columns_[c], lone_comma_between(delimiter_));
    const std::string name = table_.columns.empty() ? fmt::format("column {}", c + 1) : table_.columns[c];
    const Place top{path_, lines_.empty() ? 1 : lines_.front(), static_cast<int>(c) + 1};
    if (!numbers.ambiguous.empty()) {
      problems_.push_back({top, name,
                           fmt::format("the comma of '{}' may be a decimal one or one of thousands",
                                       excerpt(numbers.ambiguous)),
                           "write a decimal point and no commas, or separate the cells by semicolons"});
    }
    if (!numbers.no_percent.empty()) {
      problems_.push_back(
          {top, name,
           fmt::format("'{}' has no percent sign, and other cells have one", excerpt(numbers.no_percent)),
           "write all of them in one way: 85 % is 0.85"});
    }
    Mistakes empty;
    Mistakes wrong;
    for (std::size_t r = 0; r < numbers.values.size(); ++r) {
      const std::optional<double>& value = numbers.values[r];
      const Place place{path_, lines_[r], static_cast<int>(c) + 1};
      if (value && std::isfinite(*value)) {
        table_.numbers[r * table_.width + c] = *value;
      } else {
        (plain_text(columns_[c][r]).empty() ? empty : wrong).add(place, columns_[c][r]);
      }
    }
    report_cells(empty, name, "the cell is empty", "fill it in, or remove the row");
    report_cells(wrong, name, fmt::format("'{}' is no number", wrong.text), "a number such as 12 or 0.85");
  }

  void report_cells(const Mistakes& mistakes, const std::string& name, const std::string& what,
                    const std::string& cure) {
    if (mistakes.count == 0) return;
    problems_.push_back(
        {mistakes.first, name,
         mistakes.count == 1 ? what : fmt::format("{}; the first of {} such cells", what, mistakes.count),
         cure});
  }

  std::string path_;
  Place asked_at_;
  std::string key_;  // that names the file
  char delimiter_ = ',';
  std::vector<std::vector<std::string>> columns_;  // cells
  std::vector<int> lines_;
  Mistakes ragged_;
  std::vector<Problem> problems_;
  PointTable table_;
};

}  // namespace

PointTable points_in(std::string text, const std::string& path, const Place& asked_at, std::string_view key) {
  return PointsFile(path, asked_at, key).read(std::move(text));
}

PointTable read_points(const std::string& path, const Place& asked_at) {
  constexpr const char* key = "sweep.file";
  return points_in(read_text(path, kMostBytes, {asked_at, key}), path, asked_at, key);
}

}  // namespace orgsim
