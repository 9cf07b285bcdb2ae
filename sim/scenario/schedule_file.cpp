#include "scenario/schedule_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "scenario/column_dates.hpp"
#include "scenario/column_numbers.hpp"
#include "scenario/csv.hpp"
#include "scenario/mistakes.hpp"
#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostTableBytes = std::size_t{64} << 20U;
constexpr std::size_t kMostNamesShown = 12;

class ScheduleFile {
 public:
  ScheduleFile(const ScheduleColumns& wanted, const Place& asked_at) : wanted_(wanted), asked_at_(asked_at) {}

  KnotTable read(std::string text) {
    delimiter_ = take_csv_delimiter(text, {wanted_.week, wanted_.value});
    for_each_csv_row(text, wanted_.path, delimiter_, [this](CsvRow& row) {
      if (columns_ == 0) {
        find_columns(row);
      } else {
        take(row);
      }
    });
    if (lines_.empty() && ragged_.count == 0)
      throw refused(fmt::format("'{}' has no rows", wanted_.path), "a header line, then one line per knot");
    report_ragged();
    const std::vector<std::optional<double>> weeks = weeks_read();
    const std::vector<std::optional<double>> values = values_read();
    if (!problems_.empty()) throw InputError(problems_);
    return table_of(weeks, values);
  }

 private:
  InputError refused(const std::string& what, const std::string& cure) const {
    return InputError(Problem{asked_at_, "", what, cure});
  }

  void find_columns(const CsvRow& header) {
    columns_ = header.cells.size();
    if (wanted_.week == wanted_.value)
      throw refused("week and value name the same column", "name two columns");
    week_ = column(header, wanted_.week);
    value_ = column(header, wanted_.value);
  }

  std::size_t column(const CsvRow& header, const std::string& name) const {
    const auto& cells = header.cells;
    const auto count = std::count(cells.begin(), cells.end(), name);
    if (count == 1)
      return static_cast<std::size_t>(std::find(cells.begin(), cells.end(), name) - cells.begin());
    // A single column is no table: what the file holds is none of a message's business.
    const std::string what = count == 0 ? fmt::format("'{}' has no column '{}'", wanted_.path, name)
                                        : fmt::format("'{}' has {} columns '{}'", wanted_.path, count, name);
    if (cells.size() < 2)
      throw refused(what, "a header line that names the columns, with commas, semicolons or tabs between");
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(cells.size(), kMostNamesShown); ++i)
      names.push_back(excerpt(cells[i]));
    if (cells.size() > kMostNamesShown)
      names.push_back(fmt::format("and {} more", cells.size() - kMostNamesShown));
    throw refused(what, fmt::format("its columns are: {}", fmt::join(names, ", ")));
  }

  // Trailing separators make empty cells.
  void take(CsvRow& row) {
    std::vector<std::string>& cells = row.cells;
    while (cells.size() > columns_ && cells.back().empty()) cells.pop_back();
    if (cells.size() != columns_) {
      ragged_.add({wanted_.path, row.line, 1}, fmt::format("{}", cells.size()));
      return;
    }
    lines_.push_back(row.line);
    week_cells_.push_back(std::move(cells[week_]));
    value_cells_.push_back(std::move(cells[value_]));
  }

  void report_ragged() {
    if (ragged_.count == 0) return;
    problems_.push_back(
        {ragged_.first, "",
         ragged_.count == 1 ? fmt::format("{} cells in a table of {} columns", ragged_.text, columns_)
                            : fmt::format("{} rows have not the {} cells of the header; this one, the first, "
                                          "has {}",
                                          ragged_.count, columns_, ragged_.text),
         "one cell per column; a number with a decimal comma needs quotes, or semicolons "
         "between the cells"});
  }

  Place place_of(std::size_t row, std::size_t column) const {
    return {wanted_.path, lines_[row], static_cast<int>(column) + 1};
  }

  template <class Value>
  void report_missing(const std::vector<std::string>& cells, const std::vector<std::optional<Value>>& values,
                      std::size_t column, const std::string& name, const std::string& what,
                      const std::string& cure) {
    Mistakes empty;
    Mistakes wrong;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!values[i]) (plain_text(cells[i]).empty() ? empty : wrong).add(place_of(i, column), cells[i]);
    }
    const auto counted = [](const Mistakes& mistakes, const std::string& one, const std::string& many) {
      return mistakes.count == 1 ? one : fmt::format("{} cells {}, the first here", mistakes.count, many);
    };
    if (empty.count > 0) {
      problems_.push_back({empty.first, name, counted(empty, "the cell is empty", "are empty"),
                           "fill it in, or remove the row"});
    }
    if (wrong.count > 0) {
      const std::string& cell = wrong.text;
      problems_.push_back(
          {wrong.first, name,
           counted(wrong, fmt::format("'{}' is no {}", cell, what), fmt::format("are no {}s", what)) +
               (wrong.count == 1 ? "" : fmt::format(": '{}'", cell)),
           cure});
    }
  }

  std::vector<std::optional<double>> weeks_read() {
    if (!wanted_.start.empty()) return weeks_of_dates();
    const ColumnNumbers numbers = numbers_in(week_cells_, lone_comma_between(delimiter_));
    const bool are_numbers = std::any_of(numbers.values.begin(), numbers.values.end(),
                                         [](const auto& n) { return n.has_value(); });
    if ((!are_numbers || looks_like_packed_dates(numbers)) && holds_dates()) {
      throw refused(fmt::format("'{}' in '{}' holds dates, such as '{}', and weeks are counted from 0",
                                wanted_.week, wanted_.path, excerpt(week_cells_.front())),
                    "say when week 0 was, as start = \"2019-01-07\", beside week and value");
    }
    return checked(numbers, week_cells_, week_, wanted_.week);
  }

  // 20210331, which no run is as long as.
  bool looks_like_packed_dates(const ColumnNumbers& numbers) const {
    constexpr double longest = 1e6;
    return std::all_of(numbers.values.begin(), numbers.values.end(),
                       [&](const auto& number) { return !number || *number > longest; });
  }

  // By its first rows.
  bool holds_dates() const {
    constexpr std::size_t most = 100;
    const std::vector<std::string> probe(
        week_cells_.begin(),
        week_cells_.begin() + static_cast<std::ptrdiff_t>(std::min(most, week_cells_.size())));
    return 2 * dates_in(probe).count() > probe.size();
  }

  std::vector<std::optional<double>> weeks_of_dates() {
    const std::optional<std::chrono::sys_days> start = iso_date(wanted_.start);
    if (!start)
      throw refused(fmt::format("'{}' is no date of week 0", excerpt(wanted_.start)),
                    "write it as 2019-01-07");
    const ColumnDates dates = dates_in(week_cells_);
    if (!dates.ambiguous.empty()) {
      throw refused(fmt::format("'{}' in '{}' may be {} or {}, and no row tells which",
                                excerpt(dates.ambiguous), wanted_.path, dates.day_first, dates.month_first),
                    fmt::format("write the dates as {} or {}", dates.day_first, dates.month_first));
    }
    report_missing(week_cells_, dates.days, week_, wanted_.week, "date",
                   "dates of one form, such as 2021-03-31 or 2021Q1; without `start` they are week numbers");
    std::vector<std::optional<double>> weeks;
    for (const auto& day : dates.days) {
      weeks.push_back(day ? std::optional(static_cast<double>((*day - *start).count()) / 7) : std::nullopt);
    }
    return weeks;
  }

  std::vector<std::optional<double>> values_read() {
    return checked(numbers_in(value_cells_, lone_comma_between(delimiter_)), value_cells_, value_,
                   wanted_.value);
  }

  std::vector<std::optional<double>> checked(const ColumnNumbers& numbers,
                                             const std::vector<std::string>& cells, std::size_t column,
                                             const std::string& name) {
    const auto place = [&](const std::string& cell) {
      const auto found = std::find_if(cells.begin(), cells.end(),
                                      [&](const std::string& text) { return plain_text(text) == cell; });
      return place_of(static_cast<std::size_t>(found - cells.begin()), column);
    };
    if (!numbers.ambiguous.empty()) {
      problems_.push_back({place(numbers.ambiguous), name,
                           fmt::format("the comma of '{}' may be a decimal one or one of thousands",
                                       excerpt(numbers.ambiguous)),
                           "write a decimal point and no commas, or separate the cells by semicolons"});
    }
    if (!numbers.no_percent.empty()) {
      problems_.push_back(
          {place(numbers.no_percent), name,
           fmt::format("'{}' has no percent sign, and other cells have one", excerpt(numbers.no_percent)),
           "write all of them in one way: 85 % is 0.85"});
    }
    report_missing(cells, numbers.values, column, name, "number", "a number such as 12 or 0.85");
    return numbers.values;
  }

  // Many tables have the newest row first.
  KnotTable table_of(const std::vector<std::optional<double>>& weeks,
                     const std::vector<std::optional<double>>& values) const {
    KnotTable table;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      table.schedule.knots.push_back({*weeks[i], *values[i]});
      table.places.push_back(place_of(i, value_));
    }
    const bool falls = std::is_sorted(weeks.rbegin(), weeks.rend());
    if (falls && !std::is_sorted(weeks.begin(), weeks.end())) {
      std::reverse(table.schedule.knots.begin(), table.schedule.knots.end());
      std::reverse(table.places.begin(), table.places.end());
    }
    return table;
  }

  const ScheduleColumns& wanted_;
  const Place& asked_at_;
  char delimiter_ = ',';
  std::size_t columns_ = 0;
  std::size_t week_ = 0;
  std::size_t value_ = 0;
  std::vector<int> lines_;
  std::vector<std::string> week_cells_;
  std::vector<std::string> value_cells_;
  Mistakes ragged_;
  std::vector<Problem> problems_;
};

}  // namespace

KnotTable read_schedule(const ScheduleColumns& wanted, const Place& asked_at) {
  return schedule_in(read_text(wanted.path, kMostTableBytes, {asked_at, ""}), wanted, asked_at);
}

KnotTable schedule_in(std::string text, const ScheduleColumns& wanted, const Place& asked_at) {
  return ScheduleFile(wanted, asked_at).read(std::move(text));
}

}  // namespace orgsim
