#include "scenario/quarters_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "core/text.hpp"
#include "scenario/column_dates.hpp"
#include "scenario/column_numbers.hpp"
#include "scenario/csv.hpp"
#include "scenario/mistakes.hpp"
#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostBytesOfTable = std::size_t{1} << 20U;
constexpr std::int64_t kMostQuarters = 400;
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool is_quarter_name(const std::string& name) {
  return name == "quarter" || name == "date";
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

struct BookCells {
  Book book = Book::users;
  std::size_t place = 0;  // of the column
  std::vector<std::string> cells;
};

class QuartersReader {
 public:
  explicit QuartersReader(const std::string& name) : name_(name) {}

  Quarters read(std::string text) {
    delimiter_ = take_csv_delimiter(text, {});
    for_each_csv_row(text, name_, delimiter_, [this](CsvRow& row) {
      if (width_ == 0) {
        find_columns(row);
      } else {
        take(row);
      }
    });
    if (width_ == 0 || lines_.empty())
      problems_.push_back(
          {{name_}, "", "the table has no rows", "a line of names, then a line for each quarter"});
    stop_if_wrong();
    const std::vector<std::int64_t> numbers = quarters_read();
    std::vector<std::vector<double>> values;
    for (const BookCells& column : columns_) values.push_back(values_of(column));
    stop_if_wrong();
    return table_of(numbers, values);
  }

 private:
  void stop_if_wrong() const {
    if (!problems_.empty()) throw InputError(problems_);
  }

  Place place_of(std::size_t row, std::size_t column) const {
    return {name_, lines_[row], static_cast<int>(column) + 1};
  }

  void find_columns(const CsvRow& header) {
    width_ = header.cells.size();
    for (std::size_t c = 0; c < width_; ++c) {
      const std::string name = lower(plain_text(header.cells[c]));
      const Place place{name_, header.line, static_cast<int>(c) + 1};
      const std::optional<Book> book = named<Book>(name);
      const bool twice = (is_quarter_name(name) && quarter_) ||
                         (book && std::ranges::any_of(
                                      columns_, [&](const BookCells& other) { return other.book == *book; }));
      if (twice) {
        problems_.push_back({place, name, "there are two columns of this name", "keep one of them"});
      } else if (is_quarter_name(name)) {
        quarter_ = c;
      } else if (book) {
        columns_.push_back({*book, c, {}});
      } else {
        problems_.push_back(
            {place, excerpt(header.cells[c]), "a fit knows no such column",
             fmt::format("remove it, or call it one of: quarter, {}", fmt::join(Names<Book>::value, ", "))});
      }
    }
    if (problems_.empty() && columns_.empty())
      problems_.push_back({{name_, header.line},
                           "",
                           "the table has no column but that of the quarters",
                           fmt::format("at least one of: {}", fmt::join(Names<Book>::value, ", "))});
  }

  // Trailing separators make empty cells.
  void take(CsvRow& row) {
    while (row.cells.size() > width_ && row.cells.back().empty()) row.cells.pop_back();
    if (row.cells.size() != width_) {
      problems_.push_back({{name_, row.line},
                           "",
                           fmt::format("{} cells in a table of {} columns", row.cells.size(), width_),
                           "one cell per column; a number with a decimal comma needs quotes, or semicolons "
                           "between the cells"});
      return;
    }
    lines_.push_back(row.line);
    if (quarter_) quarter_cells_.push_back(plain_text(row.cells[*quarter_]));
    for (BookCells& column : columns_) column.cells.push_back(row.cells[column.place]);
  }

  std::vector<std::int64_t> quarters_read() {
    std::vector<std::int64_t> numbers;
    if (!quarter_) {
      for (std::size_t i = 0; i < lines_.size(); ++i) numbers.push_back(static_cast<std::int64_t>(i) + 1);
      return numbers;
    }
    const ColumnDates dates = dates_in(quarter_cells_);
    if (!dates.ambiguous.empty()) {
      problems_.push_back({{name_},
                           "quarter",
                           fmt::format("'{}' may be {} or {}, and no row tells which",
                                       excerpt(dates.ambiguous), dates.day_first, dates.month_first),
                           fmt::format("write the dates as {} or {}", dates.day_first, dates.month_first)});
      return numbers;
    }
    if (dates.count() == lines_.size() && !are_years()) {
      dated_ = true;
      for (const auto& day : dates.days) {
        const std::chrono::year_month_day date(*day);
        numbers.push_back(4 * static_cast<std::int64_t>(static_cast<int>(date.year())) +
                          (static_cast<unsigned>(date.month()) - 1) / 3);
      }
    } else if (!whole_numbers(numbers)) {
      if (2 * dates.count() > lines_.size()) {
        report_undated(dates);
        return numbers;
      }
      for (std::size_t i = 0; i < lines_.size(); ++i) numbers.push_back(static_cast<std::int64_t>(i));
      labelled_ = true;
    }
    report_twice(numbers);
    return numbers;
  }

  // A year alone is no quarter.
  bool are_years() const {
    return std::ranges::all_of(quarter_cells_, [](const std::string& cell) { return cell.size() <= 4; });
  }

  bool whole_numbers(std::vector<std::int64_t>& numbers) const {
    for (const std::string& cell : quarter_cells_) {
      const bool digits = !cell.empty() && cell.size() < 6 &&
                          std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
      if (!digits) {
        numbers.clear();
        return false;
      }
      numbers.push_back(std::stoll(cell));
    }
    return true;
  }

  void report_undated(const ColumnDates& dates) {
    Mistakes undated;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!dates.days[i]) undated.add(place_of(i, *quarter_), quarter_cells_[i]);
    }
    problems_.push_back({undated.first, "quarter",
                         fmt::format("'{}' is no date as the others are", undated.text),
                         "dates of one form, such as 2021-03-31 or 2021Q1"});
  }

  void report_twice(const std::vector<std::int64_t>& numbers) {
    Mistakes twice;
    std::map<std::int64_t, std::size_t> rows;
    std::map<std::string, std::size_t> labels;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const bool is_new =
          labelled_ ? labels.emplace(quarter_cells_[i], i).second : rows.emplace(numbers[i], i).second;
      if (!is_new) twice.add(place_of(i, *quarter_), quarter_cells_[i]);
    }
    if (twice.count > 0) {
      problems_.push_back({twice.first, "quarter",
                           fmt::format("'{}' lies in a quarter that another row has already", twice.text),
                           "one row per quarter: sum monthly figures up, or remove the second row"});
    }
    if (labelled_ || numbers.empty()) return;
    const auto [first, last] = std::ranges::minmax(numbers);
    if (last - first >= kMostQuarters)
      problems_.push_back({{name_},
                           "quarter",
                           fmt::format("the quarters span {} of them", last - first + 1),
                           fmt::format("a table of fewer than {} quarters", kMostQuarters)});
  }

  std::vector<double> values_of(const BookCells& column) {
    const std::string name(name_of(column.book));
    const ColumnNumbers numbers = numbers_in(column.cells, lone_comma_between(delimiter_));
    if (!numbers.ambiguous.empty()) {
      problems_.push_back({{name_},
                           name,
                           fmt::format("the comma of '{}' may be a decimal one or one of thousands",
                                       excerpt(numbers.ambiguous)),
                           "write a decimal point and no commas, or separate the cells by semicolons"});
    }
    Mistakes words;
    Mistakes percent;
    Mistakes negative;
    Mistakes zero;
    std::vector<double> values;
    for (std::size_t i = 0; i < column.cells.size(); ++i) {
      const std::string cell = lower(plain_text(column.cells[i]));
      const std::optional<double> value = numbers.values[i];
      values.push_back(value.value_or(kNaN));
      if (cell.empty() || cell == "nan" || cell == "na" || cell == "n/a" || cell == "-") {
        values.back() = kNaN;
      } else if (!value || !std::isfinite(*value)) {
        words.add(place_of(i, column.place), column.cells[i]);
      } else if (cell.ends_with('%')) {
        percent.add(place_of(i, column.place), column.cells[i]);
      } else if (*value <= 0) {
        (*value < 0 ? negative : zero).add(place_of(i, column.place), column.cells[i]);
      }
    }
    report(words, name, "is no number",
           "a number such as 12 or 0.85; leave the cell empty if it is not known");
    report(percent, name, "is in per cent", "people or money: the number itself");
    report(negative, name, "is below 0",
           "users, revenue and budgets are above 0; corrections belong into the "
           "quarter that they correct");
    report(zero, name, "has no logarithm, and errors are taken as factors",
           "leave the cell empty, or the quarter out");
    return values;
  }

  void report(const Mistakes& mistakes, const std::string& name, const std::string& what,
              const std::string& cure) {
    if (mistakes.count == 0) return;
    const std::string more =
        mistakes.count > 1 ? fmt::format("; the first of {} such cells", mistakes.count) : "";
    problems_.push_back({mistakes.first, name, fmt::format("'{}' {}{}", mistakes.text, what, more), cure});
  }

  std::string name_of_quarter(std::int64_t number, std::size_t row) const {
    if (dated_) return fmt::format("{}Q{}", number / 4, number % 4 + 1);
    return labelled_ ? quarter_cells_[row] : fmt::format("{}", number);
  }

  Quarters table_of(const std::vector<std::int64_t>& numbers,
                    const std::vector<std::vector<double>>& values) const {
    const std::int64_t first = *std::ranges::min_element(numbers);
    const std::int64_t last = *std::ranges::max_element(numbers);
    Quarters table;
    for (std::int64_t q = first; q <= last; ++q)
      table.names.push_back(name_of_quarter(q, static_cast<std::size_t>(q - first)));
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      BookColumn column{columns_[c].book, std::vector<double>(table.count(), kNaN)};
      for (std::size_t i = 0; i < numbers.size(); ++i)
        column.values[static_cast<std::size_t>(numbers[i] - first)] = values[c][i];
      const bool any = std::ranges::any_of(column.values, [](double value) { return !std::isnan(value); });
      if (any) table.columns.push_back(std::move(column));
    }
    return table;
  }

  const std::string& name_;
  char delimiter_ = ',';
  std::size_t width_ = 0;
  std::optional<std::size_t> quarter_;
  bool dated_ = false;
  bool labelled_ = false;
  std::vector<BookCells> columns_;
  std::vector<int> lines_;
  std::vector<std::string> quarter_cells_;
  std::vector<Problem> problems_;
};

}  // namespace

Quarters read_quarters(const std::string& path, const Place& asked_at) {
  return quarters_in(read_text(path, kMostBytesOfTable, {asked_at, ""}), path);
}

Quarters quarters_in(std::string text, const std::string& name) {
  return QuartersReader(name).read(std::move(text));
}

}  // namespace orgsim
