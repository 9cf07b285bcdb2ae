#include "scenario/worlds_file.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <mutex>

#include "core/checksum.hpp"
#include "engine/numbers.hpp"
#include "scenario/files.hpp"
#include "scenario/mistakes.hpp"
#include "scenario/points_file.hpp"
#include "scenario/text/shipped_tables.hpp"
#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostWorldsBytes = std::size_t{1} << 30U;
constexpr const char* kKey = "run.worlds_file";

// What is wrong with the columns and the cells of a table of worlds.
class WorldsChecker {
 public:
  WorldsChecker(const PointTable& table, std::vector<Problem>& problems)
      : table_(table), problems_(problems) {}

  void check() {
    if (table_.columns.empty()) {
      problems_.push_back({table_.place(0), "", "the first line names no keys",
                           "a line of names, such as market.taste, above the numbers"});
    }
    for (std::size_t c = 0; c < table_.columns.size(); ++c) check_column(c);
  }

 private:
  void check_column(std::size_t c) {
    static const Scenario blank;
    const std::string& name = table_.columns[c];
    const NumberPath path = number_path(name);
    const std::optional<NumberKey> key = find_number(blank, path.key);
    const bool whole_list = key && key->entries.has_value() != path.entry.has_value();
    const bool beyond = key && path.entry && *path.entry >= key->entries.value_or(0);
    if (!key || whole_list || beyond || key->field.has(Trait::fixed)) {
      problems_.push_back({{table_.path, 1, static_cast<int>(c) + 1},
                           name,
                           "is no number that worlds may differ in",
                           "a key such as market.taste, or an entry such as marketing.judgement[2]"});
      return;
    }
    check_cells(c, *key);
  }

  void check_cells(std::size_t c, const NumberKey& key) {
    Mistakes wrong;
    for (std::size_t r = 0; r < table_.rows(); ++r) {
      const double value = table_.row(r)[c];
      if (std::isnan(value)) continue;  // reported by who read it
      if (key.field.range.holds(value) && (!key.whole || std::floor(value) == value)) continue;
      Place place = table_.place(r);
      place.column = static_cast<int>(c) + 1;
      wrong.add(place, fmt::format("{}", value));
    }
    if (wrong.count == 0) return;
    const std::string what = fmt::format("{} is out of range", wrong.text);
    problems_.push_back(
        {wrong.first, table_.columns[c],
         wrong.count == 1 ? what : fmt::format("{}; the first of {} such cells", what, wrong.count),
         key.field.range.text(key.whole)});
  }

  const PointTable& table_;
  std::vector<Problem>& problems_;
};

WorldTable table_of(const std::string& text, const std::string& name, const Place& asked_at) {
  PointTable table = points_in(text, name, asked_at, kKey);
  std::vector<Problem> problems = table.problems;
  WorldsChecker(table, problems).check();
  if (!problems.empty()) throw InputError(problems);
  return {table.columns, std::move(table.numbers), name, checksum_of(text)};
}

// Read once: that takes longer than a short run.
const WorldTable& shipped_worlds(Ranges ranges) {
  static std::mutex mutex;
  static std::map<Ranges, WorldTable> read;
  const std::scoped_lock lock(mutex);
  const auto known = read.find(ranges);
  if (known != read.end()) return known->second;
  const std::string name =
      ranges == Ranges::plausible ? "worlds.csv" : fmt::format("worlds_{}.csv", name_of(ranges));
  return read[ranges] = table_of(std::string(shipped_text(name)), name, {});
}

WorldTable worlds_at(const std::string& path) {
  return table_of(read_text(path, kMostWorldsBytes, {{}, kKey}), path, {path});
}

// Beside what names it or, where results or a copy name it, in the working folder.
std::string path_of(const Scenario& scenario) {
  const std::string& file = scenario.parameters.run.worlds_file;
  std::string near = beside(scenario.origin.worlds_folder, file);
  return !disk().exists(near) && disk().exists(file) ? file : near;
}

}  // namespace

WorldTable load_worlds(const Scenario& scenario) {
  const RunParameters& run = scenario.parameters.run;
  if (!run.worlds_file.empty() && run.ranges != Ranges::plausible) {
    throw InputError(
        Problem{{},
                "run.ranges",
                fmt::format("it chooses one of the ensembles that come with orgsim, and the worlds "
                            "are those of '{}'",
                            run.worlds_file),
                "leave out run.ranges, or run.worlds_file"});
  }
  const WorldTable table =
      run.worlds_file.empty() ? shipped_worlds(run.ranges) : worlds_at(path_of(scenario));
  if (!run.worlds_checksum.empty() && run.worlds_checksum != table.checksum) {
    throw InputError(Problem{{table.name},
                             "run.worlds_checksum",
                             fmt::format("these are other worlds than those that the scenario was run with: "
                                         "their checksum is {} instead of {}",
                                         table.checksum, run.worlds_checksum),
                             "bring the old file back, or set run.worlds_checksum = \"\" to take these"});
  }
  return table;
}

std::optional<WorldTable> wanted_worlds(const Scenario& scenario) {
  if (worlds_of(scenario) == 0) return std::nullopt;
  return load_worlds(scenario);
}

}  // namespace orgsim
