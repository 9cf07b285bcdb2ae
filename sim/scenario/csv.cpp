// The only user of libcsv.
#include "scenario/csv.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <string_view>

namespace orgsim {

namespace {

constexpr std::string_view kDelimiters = ",;\t|";

// One parse: the row that is being read, and who wants it. What he throws must not go through libcsv, which
// is C: it waits here.
struct CsvParse {
  CsvRow row{1, {}};
  const std::function<void(CsvRow&)>& on_row;
  std::exception_ptr thrown;
};

void take_cell(void* cell, std::size_t size, void* data) {
  static_cast<CsvParse*>(data)->row.cells.emplace_back(static_cast<const char*>(cell), size);
}

void end_row(int end, void* data) {
  auto& parse = *static_cast<CsvParse*>(data);
  int next = parse.row.line + (end == '\r' ? 0 : 1);
  for (const std::string& cell : parse.row.cells)
    next += static_cast<int>(std::count(cell.begin(), cell.end(), '\n'));
  if (!parse.thrown && !parse.row.blank()) {
    try {
      parse.on_row(parse.row);
    } catch (...) {
      parse.thrown = std::current_exception();
    }
  }
  parse.row.cells.clear();
  parse.row.line = next;
}

std::vector<std::string> first_row(const std::string& line, char delimiter) {
  std::vector<std::string> cells;
  try {
    for_each_csv_row(line, "", delimiter, [&](CsvRow& row) {
      if (cells.empty()) cells = row.cells;
    });
  } catch (const InputError&) {
    return {};  // which the whole text will be told
  }
  return cells;
}

std::string first_line(const std::string& text) {
  const std::size_t begin = std::min(text.find_first_not_of("\r\n"), text.size());
  return text.substr(begin, text.find_first_of("\r\n", begin) - begin);
}

}  // namespace

bool CsvRow::blank() const {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.find_first_not_of(" \t") == std::string::npos;
  });
}

void for_each_csv_row(const std::string& text, const std::string& name, char delimiter,
                      const std::function<void(CsvRow&)>& on_row) {
  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL) != 0)
    throw Bug("csv_init");
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  CsvParse parse{{1, {}}, on_row, {}};
  const bool parsed =
      csv_parse(&parser, text.data(), text.size(), take_cell, end_row, &parse) == text.size() &&
      csv_fini(&parser, take_cell, end_row, &parse) == 0;
  const int error = csv_error(&parser);
  csv_free(&parser);
  if (parse.thrown) std::rethrow_exception(parse.thrown);
  if (parsed) return;
  throw InputError(Problem{{name, parse.row.line, 1},
                           "",
                           fmt::format("not valid CSV: {}", csv_strerror(error)),
                           "quote a cell with \"...\" only as a whole"});
}

char take_csv_delimiter(std::string& text, const std::vector<std::string>& wanted) {
  const std::string line = first_line(text);
  if (line.size() == 5 && line.starts_with("sep=")) {
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(text.find(line)), line.size(), ' ');
    return line.back();
  }
  char best = kDelimiters.front();
  std::size_t most = 0;
  for (const char delimiter : kDelimiters) {
    const std::vector<std::string> cells = first_row(line, delimiter);
    const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& name) {
      return std::find(cells.begin(), cells.end(), name) != cells.end();
    });
    if (all && !wanted.empty()) return delimiter;
    if (cells.size() > most) {
      most = cells.size();
      best = delimiter;
    }
  }
  return best;
}

}  // namespace orgsim
