#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "results/doubt_layout.hpp"
#include "results/file_name.hpp"
#include "results/group_writer.hpp"
#include "results/hdf5.hpp"
#include "results/kept.hpp"
#include "results/layout.hpp"
#include "results/results.hpp"

namespace orgsim {

namespace {

using hdf5::Grid;
using hdf5::Handle;
using hdf5::Storage;

constexpr hsize_t kMostChunkReplications = 32;

// The datasets of one group that holds series, and how to write a block of weeks into them.
class SeriesGroup {
 public:
  SeriesGroup(hid_t file, const results::SeriesShape& shape, std::size_t weeks_per_block)
      : group_(hdf5::create_group(file, shape.name)) {
    hdf5::set_attribute(group_.id(), "long_name", shape.meaning);
    Grid grid(group_.id(), shape.dimensions);
    const auto size = [&](const std::string& dimension) {
      return results::only(shape.dimensions, {dimension}).front().size();
    };
    const Storage storage = shape.in_doubles ? Storage::float64 : Storage::float32;
    for (const std::string& dimension : shape.lead) lead_.push_back(size(dimension));
    for (const Quantity& series : shape.layout->series) {
      const std::vector<std::string> after = shape.after_week(series);
      const std::vector<std::string> over = shape.over(series);
      std::vector<hsize_t> chunk;
      for (const std::string& dimension : over) {
        hsize_t length = size(dimension);
        if (dimension == "week") length = weeks_per_block;
        if (dimension == "replication") length = std::min(length, kMostChunkReplications);
        chunk.push_back(length);
      }
      datasets_.push_back(grid.create(std::string(series.name), over, storage, chunk,
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
  ResultsWriter(const std::filesystem::path& path, bool replace, std::string* digest)
      : file_(path, replace), digest_(digest) {}

  void begin(const Plan& plan) override {
    recorded_ = recorded_replications(plan);
    dimensions_ = results::dimensions(plan.scenario, plan.arms, plan.replications);
    file_.write([&] {
      write_attributes(plan);
      create_series(plan);
    });
  }

  void block(const WeekBlock& block, const BandBlock& bands) override {
    file_.write([&] {
      write_bands(block, bands);
      if (recorded_ > 0) write_runs(block);
    });
  }

  void end(const RunResult& result) override {
    file_.write([&] {
      results::write_group(file_.id(), results::outcomes_of(result));
      for (const results::Group& group : results::doubt_groups(result))
        results::write_group(file_.id(), group);
    });
    file_.flush();
    for (auto& [name, group] : groups()) group->reset();
    const std::string digest = file_.commit();
    if (digest_ != nullptr) *digest_ = digest;
  }

 private:
  void write_runs(const WeekBlock& block) {
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

  void write_attributes(const Plan& plan) {
    const hid_t root = file_.id();
    results::write_identity(root, plan.experiment, plan.scenario);
    const std::vector<std::string> names{"strategy", "week",    "firm", "department",
                                         "mode",     "channel", "line", "quantile"};
    Grid grid(root, results::only(dimensions_, names));
    std::vector<std::string> labels;
    for (const ArmTitle& arm : plan.arms) labels.push_back(arm.label);
    grid.write_strings("strategy_label", {"strategy"}, labels, "the strategy's name for people");
  }

  void create_series(const Plan& plan) {
    for (auto& [name, group] : groups()) {
      if (recorded_ == 0 && results::is_of_runs(name)) continue;
      group->emplace(file_.id(), results::series_shape(name, plan), plan.weeks_per_block);
    }
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

  std::array<std::pair<std::string_view, std::optional<SeriesGroup>*>, 4> groups() {
    return {{{results::kBands, &bands_},
             {results::kMeans, &means_},
             {results::kTrajectories, &trajectories_},
             {results::kAudit, &audit_}}};
  }

  hdf5::NewFile file_;
  std::string* digest_;
  std::size_t recorded_ = 0;
  std::vector<hdf5::Dimension> dimensions_;
  std::optional<SeriesGroup> bands_;
  std::optional<SeriesGroup> means_;
  std::optional<SeriesGroup> trajectories_;  // these two only if some replications are kept in full
  std::optional<SeriesGroup> audit_;
};

}  // namespace

std::unique_ptr<RunSink> results_writer(const std::filesystem::path& path, bool replace,
                                        std::string* digest) {
  if (const std::optional<Problem> problem = problem_of_results_name(path, false)) throw InputError(*problem);
  return std::make_unique<ResultsWriter>(path, replace, digest);
}

}  // namespace orgsim
