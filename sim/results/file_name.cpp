#include "results/file_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace orgsim {

namespace {

namespace fs = std::filesystem;

// Tables that Python writes, and how.
struct PythonFormat {
  std::string_view ending;
  std::string_view method;
  std::string_view written;  // the ending that the method can write
};
constexpr std::array<PythonFormat, 4> kPythonFormats{{{".xlsx", "to_excel", ".xlsx"},
                                                      {".xls", "to_excel", ".xlsx"},
                                                      {".parquet", "to_parquet", ".parquet"},
                                                      {".feather", "to_feather", ".feather"}}};

std::string ending_of(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return ending;
}

std::string what_is_wrong(const fs::path& path) {
  const std::string ending = path.extension().string();
  return ending.empty() ? "its name has no ending, which says what to write"
                        : fmt::format("the program writes no {} files", ending);
}

// The call in Python that writes such a file; nothing if there is none.
std::optional<std::string> in_python(const fs::path& path, const std::string& table) {
  const std::string ending = ending_of(path);
  for (const PythonFormat& format : kPythonFormats) {
    if (format.ending != ending) continue;
    return fmt::format("{}.{}(\"{}\")", table, format.method,
                       path.stem().string() + std::string(format.written));
  }
  return std::nullopt;
}

}  // namespace

bool names_results(const fs::path& path) {
  const std::string ending = ending_of(path);
  return ending == ".h5" || ending == ".hdf5" || ending == ".nc";
}

bool names_table(const fs::path& path) {
  return ending_of(path) == ".csv";
}

std::optional<Problem> problem_of_results_name(const fs::path& path, bool may_be_table) {
  if (names_results(path) || (may_be_table && names_table(path))) return std::nullopt;
  const std::string list = may_be_table
                               ? "name a file that ends in .h5, .hdf5 or .nc for results, or in .csv "
                                 "for a table of the outcomes"
                               : "name a file that ends in .h5, .hdf5 or .nc";
  const std::optional<std::string> call = in_python(path, "orgsim.open(\"results.h5\").outcomes");
  if (call)
    return Problem{{path.string()},
                   "",
                   what_is_wrong(path),
                   fmt::format("write results.h5; then, in Python: {}", *call)};
  if (names_table(path)) {
    return Problem{{path.string()},
                   "",
                   "results are not CSV",
                   fmt::format("{}; in Python outcomes.to_csv(...) writes a table", list)};
  }
  return Problem{{path.string()}, "", what_is_wrong(path), list};
}

std::optional<Problem> problem_of_page_name(const fs::path& path) {
  const std::string ending = ending_of(path);
  if (ending == ".html" || ending == ".htm") return std::nullopt;
  return Problem{
      {path.string()}, "", "a page is HTML, which browsers open", "name a file that ends in .html"};
}

std::optional<Problem> problem_of_table_name(const fs::path& path, const std::string& expression) {
  if (names_table(path)) return std::nullopt;
  const std::optional<std::string> call = in_python(path, expression);
  return Problem{{path.string()},
                 "",
                 what_is_wrong(path),
                 call ? fmt::format("name a file that ends in .csv; or, in Python: {}", *call)
                      : std::string("name a file that ends in .csv")};
}

}  // namespace orgsim
