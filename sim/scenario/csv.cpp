// The only user of libcsv.
#include "scenario/csv.hpp"

#include <csv.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "scenario/files.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostTableBytes = std::size_t{64} << 20U;

struct Row {
  int line = 0;
  std::vector<std::string> cells;
};

struct Rows {
  std::vector<Row> rows;
  Row open{1, {}};
};

// Lines are counted by row ends, so a cell that spans lines shifts the numbers below it.
std::vector<Row> parse_rows(const std::string& text, const std::string& name) {
  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL) != 0)
    throw Bug("csv_init");
  Rows rows;
  const auto on_cell = [](void* cell, std::size_t size, void* data) {
    static_cast<Rows*>(data)->open.cells.emplace_back(static_cast<const char*>(cell), size);
  };
  const auto on_row = [](int end, void* data) {
    auto& all = *static_cast<Rows*>(data);
    const int line = all.open.line;
    if (!all.open.cells.empty()) all.rows.push_back(std::move(all.open));
    all.open = Row{line + (end == '\r' ? 0 : 1), {}};
  };
  const bool parsed = csv_parse(&parser, text.data(), text.size(), on_cell, on_row, &rows) == text.size() &&
                      csv_fini(&parser, on_cell, on_row, &rows) == 0;
  const int error = csv_error(&parser);
  csv_free(&parser);
  if (!parsed) {
    throw InputError(Problem{{name, rows.open.line, 1},
                             "",
                             fmt::format("not valid CSV: {}", csv_strerror(error)),
                             "quote a cell with \"...\" only as a whole"});
  }
  return std::move(rows.rows);
}

std::size_t column(const Row& header, const std::string& name, const std::string& path,
                   const Place& asked_at) {
  const auto count = std::count(header.cells.begin(), header.cells.end(), name);
  if (count == 1) {
    return static_cast<std::size_t>(std::find(header.cells.begin(), header.cells.end(), name) -
                                    header.cells.begin());
  }
  const bool semicolons = header.cells.size() == 1 && header.cells[0].find(';') != std::string::npos;
  throw InputError(Problem{asked_at, "",
                           count == 0 ? fmt::format("'{}' has no column '{}'", path, name)
                                      : fmt::format("'{}' has {} columns '{}'", path, count, name),
                           semicolons ? "separate the cells by commas, not semicolons"
                                      : fmt::format("its columns are: {}", fmt::join(header.cells, ", "))});
}

std::optional<double> number_in(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of(" \t");
  if (first == std::string::npos) return std::nullopt;
  const char* end = cell.data() + cell.find_last_not_of(" \t") + 1;
  const char* begin = cell.data() + first;
  if (*begin == '+' && begin + 1 != end && begin[1] != '-') ++begin;
  double value = 0;
  const auto parsed = std::from_chars(begin, end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

KnotTable read_schedule(const ScheduleColumns& wanted, const Place& asked_at) {
  const std::string& name = wanted.path;
  std::string text = read_text(name, kMostTableBytes, asked_at);
  if (text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
  const std::vector<Row> rows = parse_rows(text, name);
  if (rows.size() < 2) {
    throw InputError(Problem{asked_at, "", fmt::format("'{}' has no rows", name),
                             "a header line, then one line per knot"});
  }
  const std::size_t weeks = column(rows[0], wanted.week, name, asked_at);
  const std::size_t values = column(rows[0], wanted.value, name, asked_at);

  if (weeks == values) {
    throw InputError(Problem{asked_at, "", "week and value name the same column", "name two columns"});
  }

  KnotTable table;
  std::vector<Problem> problems;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Row& row = rows[i];
    if (row.cells.size() != rows[0].cells.size()) {
      problems.push_back(
          {{name, row.line, 1},
           "",
           fmt::format("{} cells in a table of {} columns", row.cells.size(), rows[0].cells.size()),
           "one cell per column; write a decimal point, not a comma"});
      continue;
    }
    const auto cell = [&](std::size_t c, const std::string& header) {
      const std::optional<double> number = number_in(row.cells[c]);
      if (!number) {
        problems.push_back(
            {{name, row.line, static_cast<int>(c) + 1},
             header,
             row.cells[c].empty() ? "the cell is empty" : fmt::format("'{}' is no number", row.cells[c]),
             "a number such as 12 or 0.85"});
      }
      return number.value_or(0);
    };
    const double at = cell(weeks, wanted.week);
    table.schedule.knots.push_back({at, cell(values, wanted.value)});
    table.places.push_back({name, row.line, static_cast<int>(values) + 1});
  }
  if (!problems.empty()) throw InputError(problems);
  return table;
}

}  // namespace orgsim
