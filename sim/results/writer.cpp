#include "scenario/text/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "core/version.hpp"
#include "experiment/all.hpp"
#include "results/hdf5.hpp"
#include "results/layout.hpp"
#include "results/results.hpp"

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

// What a group of series is: dimensions before and after those that a series has in each week.
struct GroupShape {
  std::string name;
  std::string meaning;
  std::vector<std::string> lead;  // strategy, and replication where each is kept
  std::vector<std::string> tail;  // quantile, or nothing
  Storage storage;
};

// The names of dimensions that the series of a layout extend over, in the order of the file.
std::vector<std::string> places_of(const RowLayout& layout) {
  std::set<std::string> used;
  for (const Series& series : layout.series) {
    for (const std::string& dimension : results::dimensions_of(series.extent)) used.insert(dimension);
  }
  std::vector<std::string> places{"week"};
  for (const char* name : {"firm", "department", "mode", "channel"}) {
    if (used.contains(name)) places.emplace_back(name);
  }
  return places;
}

// The datasets of one group that holds series, and how to write a block of weeks into them.
class SeriesGroup {
 public:
  SeriesGroup(hid_t file, const GroupShape& shape, const RowLayout& layout, std::size_t weeks_per_block,
              const std::vector<hdf5::Dimension>& all)
      : group_(hdf5::create_group(file, shape.name)) {
    hdf5::set_attribute(group_.id(), "long_name", shape.meaning);
    const std::vector<hdf5::Dimension> dimensions =
        results::only(all, joined(joined(shape.lead, places_of(layout)), shape.tail));
    Grid grid(group_.id(), dimensions);
    const auto size = [&](const std::string& dimension) {
      return results::only(dimensions, {dimension}).front().size();
    };
    for (const std::string& dimension : shape.lead) lead_.push_back(size(dimension));
    for (const Series& series : layout.series) {
      const std::vector<std::string> after = joined(results::dimensions_of(series.extent), shape.tail);
      const std::vector<std::string> over = joined(joined(shape.lead, {"week"}), after);
      std::vector<hsize_t> chunk;
      for (const std::string& dimension : over) {
        hsize_t length = size(dimension);
        if (dimension == "week") length = weeks_per_block;
        if (dimension == "replication") length = std::min(length, kMostChunkReplications);
        chunk.push_back(length);
      }
      datasets_.push_back(grid.create(std::string(series.name), over, shape.storage, chunk,
                                      std::string(series.unit), std::string(series.meaning)));
      tails_.emplace_back();
      for (const std::string& dimension : after) tails_.back().push_back(size(dimension));
    }
  }

  // Writes weeks first ... first + weeks - 1. fetch(s, outer, week, each, destination) copies the `each`
  // numbers of series s in one week; `outer` counts through the dimensions before week.
  template <class Number, class Fetch>
  void write(std::size_t first, std::size_t weeks, Fetch fetch) {
    for (std::size_t s = 0; s < datasets_.size(); ++s) {
      std::vector<hsize_t> start(lead_.size(), 0);
      std::vector<hsize_t> count = lead_;
      start.push_back(first);
      count.push_back(weeks);
      for (const hsize_t size : tails_[s]) {
        start.push_back(0);
        count.push_back(size);
      }
      std::size_t outer = 1;
      for (const hsize_t size : lead_) outer *= size;
      std::size_t each = 1;
      for (const hsize_t size : tails_[s]) each *= size;
      std::vector<Number> numbers(outer * weeks * each);
      for (std::size_t o = 0; o < outer; ++o) {
        for (std::size_t i = 0; i < weeks; ++i) fetch(s, o, i, each, numbers.data() + (o * weeks + i) * each);
      }
      hdf5::write_block(datasets_[s].id(), start, count, std::span<const Number>(numbers));
    }
  }

 private:
  Handle group_;
  std::vector<hsize_t> lead_;
  std::vector<Handle> datasets_;
  std::vector<std::vector<hsize_t>> tails_;
};

class ResultsWriter : public RunSink {
 public:
  ResultsWriter(const std::filesystem::path& path, bool replace) : file_(path, replace) {}

  void begin(const Plan& plan) override {
    const RecordParameters& record = plan.scenario.parameters.record;
    recorded_ = std::min(plan.replications, static_cast<std::size_t>(record.trajectories));
    dimensions_ = results::dimensions(plan, plan.replications);
    write_attributes(plan);
    create_series(plan, record.precision == Precision::single ? Storage::float32 : Storage::float64);
  }

  void block(const WeekBlock& block, const BandBlock& bands) override {
    write_bands(block, bands);
    if (recorded_ == 0) return;
    const auto rows_of = [&](const RowLayout& layout, std::size_t skip) {
      return [this, &block, &layout, skip](std::size_t s, std::size_t o, std::size_t i, std::size_t each,
                                           double* to) {
        const double* row = block.row(o / recorded_, o % recorded_, i) + skip + layout.offsets[s];
        std::copy(row, row + each, to);
      };
    };
    const Recording& recording = block.recording();
    trajectories_->write<double>(block.first_week, block.weeks, rows_of(recording.series, 0));
    audit_->write<double>(block.first_week, block.weeks, rows_of(recording.audit, recording.series.width()));
  }

  void end(const RunResult& result) override {
    write_outcomes(result);
    file_.flush();
    for (auto* group : {&bands_, &means_, &trajectories_, &audit_}) group->reset();
    file_.commit();
  }

 private:
  void write_attributes(const Plan& plan) {
    const hid_t root = file_.id();
    const auto text = [&](const char* name, const std::string& value) {
      hdf5::set_attribute(root, name, value);
    };
    text("format_version", fmt::format("{}.{}", kFormatMajor, kFormatMinor));
    text("program", "orgsim");
    text("experiment", std::string(kRun));
    text("program_version", std::string(program_version()));
    text("git_commit", std::string(program_commit()));
    hdf5::set_attribute(root, "seed", plan.scenario.parameters.run.seed);
    text("title", plan.scenario.title);
    text("scenario", to_toml(plan.scenario));
    const std::vector<std::string> names{"strategy", "week",    "firm", "department",
                                         "mode",     "channel", "line", "quantile"};
    Grid grid(root, results::only(dimensions_, names));
    std::vector<std::string> labels;
    for (const ArmTitle& arm : plan.arms) labels.push_back(arm.label);
    grid.write_strings("strategy_label", {"strategy"}, labels, "the strategy's name for people");
  }

  void create_series(const Plan& plan, Storage storage) {
    const auto create = [&](std::optional<SeriesGroup>& group, const GroupShape& shape,
                            const RowLayout& layout, const std::vector<hdf5::Dimension>& dimensions) {
      group.emplace(file_.id(), shape, layout, plan.weeks_per_block, dimensions);
    };
    const RowLayout& series = plan.recording.series;
    create(bands_, {"bands", "quantiles over replications", {"strategy"}, {"quantile"}, Storage::float32},
           series, dimensions_);
    create(means_, {"means", "means over replications", {"strategy"}, {}, Storage::float32}, series,
           dimensions_);
    if (recorded_ == 0) return;
    const std::vector<std::string> each_run{"strategy", "replication"};
    const std::vector<hdf5::Dimension> few = results::dimensions(plan, recorded_);
    create(trajectories_,
           {"trajectories", "full trajectories of the first replications", each_run, {}, storage}, series,
           few);
    create(audit_,
           {"audit",
            "why each department's log share of the budget changed, week by week",
            each_run,
            {},
            storage},
           plan.recording.audit, few);
  }

  void write_bands(const WeekBlock& block, const BandBlock& bands) {
    const RowLayout& layout = block.recording().series;
    const auto numbers_of = [&](const std::vector<float>& all, std::size_t per) {
      return [&, per](std::size_t s, std::size_t arm, std::size_t i, std::size_t each, float* to) {
        const std::size_t at = (arm * block.weeks + i) * layout.width() + layout.offsets[s];
        std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(at * per), each, to);
      };
    };
    bands_->write<float>(block.first_week, block.weeks, numbers_of(bands.quantiles, kQuantiles.size()));
    means_->write<float>(block.first_week, block.weeks, numbers_of(bands.means, 1));
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
  std::optional<SeriesGroup> bands_;
  std::optional<SeriesGroup> means_;
  std::optional<SeriesGroup> trajectories_;  // these two only if some replications are kept in full
  std::optional<SeriesGroup> audit_;
};

}  // namespace

std::unique_ptr<RunSink> results_writer(const std::filesystem::path& path, bool replace) {
  return std::make_unique<ResultsWriter>(path, replace);
}

}  // namespace orgsim
