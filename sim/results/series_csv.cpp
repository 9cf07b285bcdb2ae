// The table of one series of a results file, read a run at a time.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "engine/money.hpp"
#include "experiment/run.hpp"
#include "results/csv.hpp"
#include "results/csv_cells.hpp"
#include "results/hdf5.hpp"
#include "results/layout.hpp"
#include "results/opened.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

using results::cell;
using results::Dimension;
using results::SeriesShape;

constexpr std::array<std::string_view, 4> kGroups{results::kBands, results::kMeans, results::kTrajectories,
                                                  results::kAudit};

bool has_series(std::span<const Quantity> list, const std::string& name) {
  return std::any_of(list.begin(), list.end(), [&](const Quantity& s) { return s.name == name; });
}

[[noreturn]] void refuse(const std::string& key, const std::string& what, const std::string& cure) {
  throw InputError(Problem{{}, key, what, cure});
}

// What can be exported of a file: an earlier version, or a run that kept no replication in full, left fewer.
std::vector<std::string> names_in(const hdf5::Handle& file) {
  std::vector<std::string> names{"outcomes"};
  const auto add = [&](std::string_view group, std::span<const Quantity> list) {
    if (!hdf5::has_link(file.id(), fmt::format("/{}", group))) return;
    for (const Quantity& s : list) {
      if (results::has_series(file.id(), group, s.name)) names.emplace_back(s.name);
    }
  };
  add(results::kBands, run_series());
  add(results::kAudit, audit_series());
  return names;
}

void expect_known(const std::string& series, const std::string& group, const Descriptor& file) {
  if (std::find(kGroups.begin(), kGroups.end(), group) == kGroups.end()) {
    refuse("--of", fmt::format("there is no group '{}'", group),
           fmt::format("there are {}", fmt::join(kGroups, ", ")));
  }
  const bool audit = group == results::kAudit;
  if (has_series(audit ? audit_series() : run_series(), series)) return;
  if (has_series(audit ? run_series() : audit_series(), series)) {
    refuse(series, fmt::format("there is no such series in '{}'", group),
           audit ? "leave --of out, or take bands, means or trajectories" : "add --of audit");
  }
  const std::vector<std::string> names = names_in(hdf5::open_file(file));
  const std::optional<std::string> close = nearest(series, names);
  refuse(series, "there is no such series",
         close ? fmt::format("did you mean '{}'?", *close)
               : fmt::format("there are {}", fmt::join(names, ", ")));
}

// Where the numbers along a dimension of a block stand, and how they are called.
struct Column {
  std::string name;
  std::vector<std::string> cells;
  std::size_t stride = 0;
};

std::vector<std::string> cells_of(const Dimension& dimension) {
  std::vector<std::string> cells;
  for (const std::string& label : dimension.labels) cells.push_back(cell(label));
  for (const double number : dimension.numbers) cells.push_back(fmt::format("{}", number));
  return cells;
}

// The columns after those in which a block has one entry each, in the order in which they are written: what
// tells numbers of one week apart stands before it, as the replication does.
std::vector<Column> columns_of(const SeriesShape& shape, const Quantity& series) {
  std::vector<std::string> over{"week"};
  for (const std::string& name : shape.after_week(series)) over.push_back(name);
  std::vector<Column> columns;
  std::size_t stride = 1;
  for (auto name = over.rbegin(); name != over.rend(); ++name) {
    columns.insert(columns.begin(),
                   {*name, cells_of(results::only(shape.dimensions, {*name}).front()), stride});
    stride *= columns.front().cells.size();
  }
  std::rotate(columns.begin(), columns.end() - static_cast<std::ptrdiff_t>(shape.tail.size()), columns.end());
  return columns;
}

// How the numbers of a series are written.
struct Written {
  bool in_doubles;
  double unit;         // what each is multiplied with
  std::string beside;  // what stands after each

  std::string operator()(double number) const {
    return (in_doubles ? cell(unit * number) : cell(static_cast<float>(unit * number))) + beside;
  }
};

// The rows of a block, each begun with `row`.
void write_rows(const std::vector<Column>& columns, std::size_t from, const std::vector<double>& numbers,
                const std::string& row, std::size_t at, const Written& written, const TextSink& to) {
  if (from == columns.size()) {
    to(fmt::format("{}{}\n", row, written(numbers[at])));
    return;
  }
  const Column& column = columns[from];
  for (std::size_t i = 0; i < column.cells.size(); ++i) {
    write_rows(columns, from + 1, numbers, fmt::format("{}{},", row, column.cells[i]), at + i * column.stride,
               written, to);
  }
}

Plan plan_of(const RunResult& result) {
  return {std::string(kRun),
          result.scenario,
          result.arms,
          result.replications,
          static_cast<std::size_t>(result.scenario.parameters.run.weeks),
          1,
          Recording(result.scenario.firms.size())};
}

class SeriesTable {
 public:
  SeriesTable(results::CheckedFile file, const std::string& name, const std::string& group)
      : opened_(results::opened(std::move(file))),
        plan_(plan_of(opened_.result)),
        shape_(results::series_shape(group, plan_)),
        series_(shape_.layout->series[shape_.layout->index_of(name)]),
        columns_(columns_of(shape_, series_)) {
    if (results::is_of_runs(group) && recorded_replications(plan_) == 0) {
      throw InputError(Problem{{path()},
                               "",
                               fmt::format("these results hold no group '{}'", group),
                               "run again with record.trajectories = the replications to keep in full"});
    }
    const hdf5::Handle in_file = hdf5::open_file(opened_.file);
    if (results::has_series(in_file.id(), group, name)) return;
    throw InputError(Problem{{path()},
                             name,
                             "an earlier version wrote this file, which has no such series",
                             fmt::format("there are {}", fmt::join(names_in(in_file), ", "))});
  }

  void write(const TextSink& to) const {
    std::vector<std::string> head = shape_.lead;
    for (const Column& column : columns_) head.push_back(column.name);
    to(fmt::format("{},value{}\n", fmt::join(head, ","), in_currency() ? ",unit" : ""));
    bool refused = false;  // by what it is written to, which says nothing of the file
    const TextSink watched = [&](std::string_view text) {
      refused = true;
      to(text);
      refused = false;
    };
    try {
      write_runs(watched);
    } catch (const SystemError& error) {
      if (refused) throw;
      throw InputError(
          Problem{{path()}, "", fmt::format("damaged or incomplete ({})", error.what()), "run it again"});
    }
  }

 private:
  std::string path() const { return opened_.file.path().string(); }

  bool in_currency() const { return is_amount(series_.unit) && has_currency(opened_.result.scenario); }

  Written written() const {
    if (!in_currency()) return {shape_.in_doubles, 1, ""};
    const Scenario& scenario = opened_.result.scenario;
    return {shape_.in_doubles, money_of(scenario), "," + cell(unit_of_amount(series_.unit, scenario))};
  }

  // One strategy, or one replication of it, at a time.
  void write_runs(const TextSink& to) const {
    const hdf5::Handle file = hdf5::open_file(opened_.file);
    const std::string dataset = fmt::format("/{}/{}", shape_.name, series_.name);
    std::vector<hsize_t> sizes;
    for (const std::string& dimension : shape_.over(series_)) {
      sizes.push_back(results::only(shape_.dimensions, {dimension}).front().size());
    }
    const bool by_replication = shape_.lead.size() > 1;
    for (hsize_t a = 0; a < sizes[0]; ++a) {
      for (hsize_t r = 0; r < (by_replication ? sizes[1] : 1); ++r) {
        const std::string strategy = cell(opened_.result.arms[a].name);
        const std::vector<hsize_t> run = by_replication ? std::vector{a, r} : std::vector{a};
        write_rows(columns_, 0, hdf5::read_part(file.id(), dataset, sizes, run),
                   by_replication ? fmt::format("{},{},", strategy, r) : strategy + ",", 0, written(), to);
      }
    }
  }

  results::Opened opened_;
  Plan plan_;
  SeriesShape shape_;  // refers to plan_
  Quantity series_;
  std::vector<Column> columns_;
};

}  // namespace

void write_series_table(results::CheckedFile file, const std::string& name, const std::string& group,
                        const TextSink& to) {
  expect_known(name, group, file.file);
  SeriesTable(std::move(file), name, group).write(to);
}

}  // namespace orgsim
