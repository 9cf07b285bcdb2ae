#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "core/version.hpp"
#include "io/results.hpp"
#include "io/results_layout.hpp"
#include "io/scenario_writer.hpp"

namespace orgsim {

namespace {

using hdf5::Grid;
using hdf5::Handle;
using hdf5::Storage;

constexpr hsize_t kMostChunkReplications = 32;

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

// The datasets of one group that holds series, and how to write a block of weeks into them.
class SeriesGroup {
 public:
  // `over` is strategy, then replication or nothing; week follows, then what the series extends over, then
  // `after` (quantile or nothing).
  SeriesGroup(hid_t file, const std::string& name, const std::string& meaning, const RunPlan& plan,
              const RowLayout& layout, std::vector<hdf5::Dimension> dimensions, bool replications,
              bool quantiles, Storage storage)
      : layout_(layout), group_(hdf5::create_group(file, name)) {
    hdf5::set_attribute(group_.id(), "long_name", meaning);
    Grid grid(group_.id(), dimensions);
    const auto size = [&](const std::string& dimension) {
      return results::only(dimensions, {dimension}).front().size();
    };
    for (const Series& series : layout.series) {
      std::vector<std::string> over{"strategy"};
      if (replications) over.emplace_back("replication");
      over.emplace_back("week");
      over = joined(over, results::dimensions_of(series.extent));
      if (quantiles) over.emplace_back("quantile");
      std::vector<hsize_t> chunk;
      for (const std::string& dimension : over) {
        hsize_t length = size(dimension);
        if (dimension == "week") length = plan.weeks_per_block;
        if (dimension == "replication") length = std::min(length, kMostChunkReplications);
        chunk.push_back(length);
      }
      datasets_.push_back(grid.create(std::string(series.name), over, storage, chunk,
                                      std::string(series.unit), std::string(series.meaning)));
      tails_.emplace_back();
      for (const std::string& dimension : results::dimensions_of(series.extent))
        tails_.back().push_back(size(dimension));
      if (quantiles) tails_.back().push_back(size("quantile"));
    }
  }

  // Writes weeks first ... first + weeks - 1. fetch(s, outer, week, destination) copies the numbers of series
  // s; `lead` are the dimensions before week.
  template <class Number, class Fetch>
  void write(const std::vector<hsize_t>& lead, std::size_t first, std::size_t weeks, Fetch fetch) {
    for (std::size_t s = 0; s < datasets_.size(); ++s) {
      std::vector<hsize_t> start(lead.size(), 0);
      std::vector<hsize_t> count = lead;
      start.push_back(first);
      count.push_back(weeks);
      for (const hsize_t size : tails_[s]) {
        start.push_back(0);
        count.push_back(size);
      }
      std::size_t outer = 1;
      for (const hsize_t size : lead) outer *= size;
      std::size_t each = 1;
      for (const hsize_t size : tails_[s]) each *= size;
      std::vector<Number> numbers(outer * weeks * each);
      for (std::size_t o = 0; o < outer; ++o) {
        for (std::size_t i = 0; i < weeks; ++i) fetch(s, o, i, each, numbers.data() + (o * weeks + i) * each);
      }
      hdf5::write_block(datasets_[s].id(), start, count, std::span<const Number>(numbers));
    }
  }

  const RowLayout& layout() const { return layout_; }

 private:
  const RowLayout& layout_;
  Handle group_;
  std::vector<Handle> datasets_;
  std::vector<std::vector<hsize_t>> tails_;
};

class ResultsWriter : public RunSink {
 public:
  ResultsWriter(const std::filesystem::path& path, bool replace) : file_(path, replace) {}

  void begin(const RunPlan& plan) override {
    const RecordParameters& record = plan.scenario.parameters.record;
    recorded_ = std::min(plan.replications, static_cast<std::size_t>(record.trajectories));
    dimensions_ = results::dimensions(plan, plan.replications);
    write_attributes(plan);
    create_series(plan, record.precision == Precision::single ? Storage::float32 : Storage::float64);
  }

  void block(const WeekBlock& block, const BandBlock& bands) override {
    write_bands(block, bands);
    if (recorded_ == 0) return;
    const std::vector<hsize_t> lead{block.arms(), recorded_};
    const auto rows_of = [&](const RowLayout& layout, std::size_t skip) {
      return [this, &block, &layout, skip](std::size_t s, std::size_t o, std::size_t i, std::size_t each,
                                           double* to) {
        const double* row = block.row(o / recorded_, o % recorded_, i) + skip + layout.offsets[s];
        std::copy(row, row + each, to);
      };
    };
    groups_[2].write<double>(lead, block.first_week, block.weeks, rows_of(block.layout(), 0));
    groups_[3].write<double>(lead, block.first_week, block.weeks,
                             rows_of(block.audit(), block.layout().width()));
  }

  void end(const RunResult& result) override {
    write_outcomes(result);
    file_.flush();
    groups_.clear();
    file_.commit();
  }

 private:
  void write_attributes(const RunPlan& plan) {
    const hid_t root = file_.id();
    const auto text = [&](const char* name, const std::string& value) {
      hdf5::set_attribute(root, name, value);
    };
    text("format_version", fmt::format("{}.{}", kFormatMajor, kFormatMinor));
    text("program", "orgsim");
    text("program_version", std::string(program_version()));
    text("git_commit", std::string(program_commit()));
    hdf5::set_attribute(root, "seed", plan.scenario.parameters.run.seed);
    text("title", plan.scenario.title);
    text("scenario", to_toml(plan.scenario));
    const std::vector<std::string> names{"strategy", "week",    "firm", "department",
                                         "mode",     "channel", "line", "quantile"};
    Grid grid(root, results::only(dimensions_, names));
    std::vector<std::string> labels;
    for (const Arm& arm : plan.arms) labels.push_back(arm.label);
    grid.write_strings("strategy_label", {"strategy"}, labels, "the strategy's name for people");
  }

  void create_series(const RunPlan& plan, Storage storage) {
    const std::vector<std::string> places{"week", "firm", "department", "mode", "channel"};
    const auto pick = [&](const std::vector<std::string>& first, const std::vector<std::string>& last) {
      return results::only(dimensions_, joined(joined(first, places), last));
    };
    groups_.emplace_back(file_.id(), "bands", "quantiles over replications", plan, plan.layout,
                         pick({"strategy"}, {"quantile"}), false, true, Storage::float32);
    groups_.emplace_back(file_.id(), "means", "means over replications", plan, plan.layout,
                         pick({"strategy"}, {}), false, false, Storage::float32);
    if (recorded_ == 0) return;
    std::vector<hdf5::Dimension> few = pick({"strategy", "replication"}, {});
    few[1].numbers.resize(recorded_);
    groups_.emplace_back(file_.id(), "trajectories", "full trajectories of the first replications", plan,
                         plan.layout, few, true, false, storage);
    std::vector<hdf5::Dimension> audited =
        results::only(few, {"strategy", "replication", "week", "firm", "department"});
    groups_.emplace_back(file_.id(), "audit",
                         "why each department's log share of the budget changed, week by week", plan,
                         plan.audit, audited, true, false, storage);
  }

  void write_bands(const WeekBlock& block, const BandBlock& bands) {
    const std::size_t width = block.layout().width();
    const auto numbers_of = [&](const std::vector<float>& all, std::size_t per) {
      return [&, per](std::size_t s, std::size_t arm, std::size_t i, std::size_t each, float* to) {
        const std::size_t at = (arm * block.weeks + i) * width + block.layout().offsets[s];
        std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(at * per), each, to);
      };
    };
    const std::vector<hsize_t> lead{block.arms()};
    groups_[0].write<float>(lead, block.first_week, block.weeks,
                            numbers_of(bands.quantiles, kQuantiles.size()));
    groups_[1].write<float>(lead, block.first_week, block.weeks, numbers_of(bands.means, 1));
  }

  void write_outcomes(const RunResult& result) {
    const Handle group = hdf5::create_group(file_.id(), "outcomes");
    hdf5::set_attribute(group.id(), "long_name", "what became of marketing and of the firm");
    std::vector<hdf5::Dimension> dimensions =
        results::only(dimensions_, {"strategy", "replication", "firm", "department", "line"});
    if (!result.scenario.drawn.empty()) dimensions.push_back(drawn_keys(result.scenario));
    Grid grid(group.id(), dimensions);

    std::vector<std::string> verdicts;
    for (const auto& arm : result.outcomes) {
      for (const Outcome& outcome : arm) verdicts.emplace_back(name_of(outcome.verdict));
    }
    grid.write_strings("verdict", {"strategy", "replication"}, verdicts, "how the strategy is judged");
    for (const results::OutcomeVariable& variable : results::outcome_variables()) {
      write_outcome(grid, dimensions, variable, result);
    }
    if (!result.scenario.drawn.empty()) write_drawn(grid, result);
  }

  static hdf5::Dimension drawn_keys(const Scenario& scenario) {
    std::vector<std::string> keys;
    for (const DrawnKey& key : scenario.drawn) keys.push_back(key.path);
    return {"parameter", "key that is drawn once per replication", "", {}, keys};
  }

  static void write_outcome(Grid& grid, const std::vector<hdf5::Dimension>& dimensions,
                            const results::OutcomeVariable& variable, const RunResult& result) {
    const std::vector<std::string> over = joined({"strategy", "replication"}, variable.over);
    std::vector<hsize_t> size;
    for (const std::string& dimension : over)
      size.push_back(results::only(dimensions, {dimension}).front().size());
    const std::size_t firms = size.size() > 2 ? size[2] : 1;
    const std::size_t breadth = size.size() > 3 ? size[3] : 1;
    std::vector<double> numbers;
    for (const auto& arm : result.outcomes) {
      for (const Outcome& outcome : arm) {
        for (std::size_t f = 0; f < firms; ++f) {
          for (std::size_t i = 0; i < breadth; ++i) numbers.push_back(variable.value(outcome, f, i));
        }
      }
    }
    const Handle dataset = grid.create(std::string(variable.name), over, Storage::float64, {},
                                       std::string(variable.unit), std::string(variable.meaning));
    hdf5::write_block(dataset.id(), std::vector<hsize_t>(size.size(), 0), size,
                      std::span<const double>(numbers));
  }

  static void write_drawn(Grid& grid, const RunResult& result) {
    std::vector<double> numbers;
    for (const auto& values : result.drawn) numbers.insert(numbers.end(), values.begin(), values.end());
    const Handle dataset = grid.create("drawn", {"replication", "parameter"}, Storage::float64, {},
                                       "of the key", "value drawn for each key that is a distribution");
    const std::vector<hsize_t> size{result.replications, result.scenario.drawn.size()};
    hdf5::write_block(dataset.id(), std::vector<hsize_t>{0, 0}, size, std::span<const double>(numbers));
  }

  hdf5::NewFile file_;
  std::size_t recorded_ = 0;
  std::vector<hdf5::Dimension> dimensions_;
  std::vector<SeriesGroup> groups_;  // bands, means, trajectories, audit
};

}  // namespace

std::unique_ptr<RunSink> results_writer(const std::filesystem::path& path, bool replace) {
  return std::make_unique<ResultsWriter>(path, replace);
}

}  // namespace orgsim
