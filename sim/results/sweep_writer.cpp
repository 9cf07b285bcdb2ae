#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/checksum.hpp"
#include "experiment/run.hpp"
#include "results/file_name.hpp"
#include "results/hdf5.hpp"
#include "results/results.hpp"
#include "results/sweep_file.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

using hdf5::Grid;
using hdf5::Handle;
using hdf5::Storage;
using results::PointVariable;

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

// One group of datasets that are written slab by slab.
class SlabGroup {
 public:
  // The numbers of one variable for one point are appended; a point that is not done has none.
  using Fetch = std::function<void(const PointRecord& record, std::size_t variable, std::vector<double>& to)>;
  struct Layout {
    std::string_view name;
    const char* meaning;
    std::vector<PointVariable> variables;
    Fetch fetch;
  };

  SlabGroup(hid_t file, const Layout& layout, std::size_t per_slab,
            const std::vector<results::Dimension>& dimensions)
      : layout_(layout), per_slab_(per_slab), group_(hdf5::create_group(file, std::string(layout.name))) {
    hdf5::set_attribute(group_.id(), "long_name", layout.meaning);
    std::vector<std::string> used{"point"};
    for (const results::Dimension& dimension : dimensions) {
      const auto& variables = layout.variables;
      const bool needed = std::any_of(variables.begin(), variables.end(), [&](const PointVariable& variable) {
        return std::find(variable.over.begin(), variable.over.end(), dimension.name) != variable.over.end();
      });
      if (needed) used.push_back(dimension.name);
    }
    Grid grid(group_.id(), results::only(dimensions, used));
    for (const PointVariable& variable : layout.variables) create(grid, variable, dimensions);
  }

  void write(std::size_t first, const std::vector<PointRecord>& records) {
    for (std::size_t v = 0; v < datasets_.size(); ++v) {
      const std::size_t each = layout_.variables[v].each;
      numbers_.clear();
      numbers_.reserve(records.size() * each);
      for (const PointRecord& record : records) {
        const std::size_t end = numbers_.size() + each;
        layout_.fetch(record, v, numbers_);
        require(numbers_.size() <= end, "a point has the numbers of its shape");
        numbers_.resize(end, kMissing);
      }
      std::vector<hsize_t> start(sizes_[v].size(), 0);
      std::vector<hsize_t> count = sizes_[v];
      start[0] = first;
      count[0] = records.size();
      hdf5::write_block(datasets_[v].id(), start, count, std::span<const double>(numbers_));
    }
  }

 private:
  void create(Grid& grid, const PointVariable& variable, const std::vector<results::Dimension>& dimensions) {
    std::vector<std::string> over{"point"};
    over.insert(over.end(), variable.over.begin(), variable.over.end());
    std::vector<hsize_t> size;
    for (const results::Dimension& dimension : results::only(dimensions, over))
      size.push_back(dimension.size());
    std::vector<hsize_t> chunk = size;
    chunk[0] = per_slab_;
    datasets_.push_back(grid.create(variable.name, over,
                                    variable.narrow ? Storage::float32 : Storage::float64, chunk,
                                    variable.unit, variable.meaning));
    sizes_.push_back(std::move(size));
    if (!variable.flags.empty()) {
      hdf5::set_attribute(datasets_.back().id(), "flag_meanings",
                          fmt::format("{}", fmt::join(variable.flags, " ")));
    }
  }

  Layout layout_;
  std::size_t per_slab_;
  Handle group_;
  std::vector<Handle> datasets_;
  std::vector<std::vector<hsize_t>> sizes_;
  std::vector<double> numbers_;  // of one dataset and slab
};

class SweepWriter {
 public:
  SweepWriter(const std::filesystem::path& path, const SweepPlan& plan, const SweepRecords& records,
              const Shard& shard, bool replace)
      : plan_(plan), records_(records), shard_(shard), file_(path, replace) {
    for (std::size_t p = 0; p < records.points(); ++p) {
      if (!shard.has(p)) continue;
      shape_.points.push_back(p);
      if (records.status(p) == PointStatus::failed) continue;  // what it had before is not written
      shape_.replications = std::max(shape_.replications, records.replications(p));
    }
    shape_.arms = titles_of(plan.arms);
    for (const Axis& axis : plan.axes) shape_.axes.push_back(axis.name);
    shape_.drawn = paths_of(plan.drawn);
    dimensions_ = results::sweep_dimensions(plan.scenario, shape_);
  }

  void write(const StopFlag& stop) {
    file_.write([&] { write_points(stop); });
    file_.flush();
    groups_.clear();
    file_.commit();
  }

 private:
  void write_points(const StopFlag& stop) {
    write_attributes();
    const std::vector<SlabGroup::Layout> layouts = all_layouts();
    std::vector<PointVariable> variables;
    for (const auto& layout : layouts)
      variables.insert(variables.end(), layout.variables.begin(), layout.variables.end());
    const std::size_t per_slab = results::points_per_slab(variables, shape_.points.size());
    for (const auto& layout : layouts) groups_.emplace_back(file_.id(), layout, per_slab, dimensions_);
    for (std::size_t first = 0; first < shape_.points.size(); first += per_slab) {
      stop.check();
      std::vector<PointRecord> records;
      records.reserve(per_slab);
      for (std::size_t i = first; i < std::min(first + per_slab, shape_.points.size()); ++i) {
        records.push_back(records_.record(shape_.points[i]));
        note_failure(records.back());
      }
      for (SlabGroup& group : groups_) group.write(first, records);
    }
    write_failures();
  }

  void write_attributes() {
    const hid_t root = file_.id();
    const auto text = [&](const char* name, const std::string& value) {
      hdf5::set_attribute(root, name, value);
    };
    const SweepIdentity identity = identity_of(plan_, shard_);
    text("format_version", fmt::format("{}.{}", kFormatMajor, kFormatMinor));
    text("program", "orgsim");
    text("experiment", std::string(kSweep));
    text("program_version", identity.version);
    text("git_commit", identity.commit);
    hdf5::set_attribute(root, "seed", plan_.scenario.parameters.run.seed);
    text("title", plan_.scenario.title);
    text("scenario", to_toml(plan_.scenario));
    text("plan", identity.plan);
    text("design", std::string(name_of(plan_.sweep().design)));
    text("shard", fmt::format("{}/{}", shard_.index, shard_.count));
    hdf5::set_attribute(root, "points", static_cast<std::int64_t>(records_.points()));
    if (plan_.sweep().design == DesignKind::file) text("points_checksum", points_checksum(plan_));
    text("complete", is_complete(records_, shard_) ? "yes" : "no");
    Grid grid(root, results::only(dimensions_, {"strategy"}));
    std::vector<std::string> labels;
    for (const ArmTitle& arm : shape_.arms) labels.push_back(arm.label);
    grid.write_strings("strategy_label", {"strategy"}, labels, "the strategy's name for people");
  }

  std::vector<SlabGroup::Layout> all_layouts() const {
    std::vector<SlabGroup::Layout> layouts{design_layout()};
    if (plan_.sweep().keeps(Keep::outcomes)) layouts.push_back(outcomes_layout());
    if (plan_.sweep().keeps(Keep::bands)) {
      layouts.push_back(weekly_layout(results::kBands, "quantiles over replications", &PointRecord::bands,
                                      kQuantiles.size()));
    }
    if (plan_.sweep().keeps(Keep::means)) {
      layouts.push_back(weekly_layout(results::kMeans, "means over replications", &PointRecord::means, 1));
    }
    if (plan_.sweep().keeps(Keep::trajectories)) {
      layouts.push_back(
          weekly_layout(results::kTrajectories, "every replication", &PointRecord::trajectories, 1));
    }
    return layouts;
  }

  SlabGroup::Layout design_layout() const {
    std::vector<PointVariable> variables{
        {"value", {"key"}, "of the key", "what the key is at the point", false, shape_.axes.size(), {}},
        {"status", {}, "", "what became of the point; flag_meanings names the numbers", true, 1, {}},
        {"replications", {}, "replications", "replications that were run", true, 1, {}}};
    for (const std::string_view name : Names<PointStatus>::value) variables[1].flags.emplace_back(name);
    return {results::kDesign, "the points of the design", variables,
            [](const PointRecord& record, std::size_t v, std::vector<double>& to) {
              if (v == 0) to.insert(to.end(), record.values.begin(), record.values.end());
              if (v == 1) to.push_back(static_cast<double>(record.status));
              if (v == 2) to.push_back(static_cast<double>(record.replications));
            }};
  }

  const std::vector<results::OutcomeVariable>& variables() const {
    return results::outcome_variables(plan_.scenario.parameters.market.kind);
  }

  SlabGroup::Layout outcomes_layout() const {
    const std::size_t of_runs = results::verdict_variables().size() + variables().size();
    return {results::kOutcomes, "what became of every run",
            results::outcome_datasets(plan_.scenario.parameters.market.kind, dimensions_),
            [this, of_runs](const PointRecord& record, std::size_t v, std::vector<double>& to) {
              if (v >= of_runs) {
                to.insert(to.end(), record.drawn.begin(), record.drawn.end());
                return;
              }
              for (std::size_t a = 0; a < shape_.arms.size(); ++a) {
                for (std::size_t r = 0; r < shape_.replications; ++r) {
                  const bool run = r < record.replications;
                  append(run ? &record.outcomes[a * record.replications + r] : nullptr, v, to);
                }
              }
            }};
  }

  // The verdicts, and then the numbers; of a run that there is not, none.
  void append(const Outcome* outcome, std::size_t v, std::vector<double>& to) const {
    const auto& verdicts = results::verdict_variables();
    if (v < verdicts.size()) {
      to.push_back(outcome == nullptr ? kMissing : static_cast<double>(outcome->*verdicts[v].value));
      return;
    }
    const results::OutcomeVariable& variable = variables()[v - verdicts.size()];
    const results::OutcomeExtent extent = results::extent_of(variable, plan_.scenario.firms.size());
    for (std::size_t f = 0; f < extent.firms; ++f) {
      for (std::size_t i = 0; i < extent.breadth; ++i) {
        to.push_back(outcome == nullptr ? kMissing : variable.value(*outcome, f, i));
      }
    }
  }

  // A record has its weekly numbers row by row, the file series by series. Of trajectories each arm has as
  // many replications as the point that has most.
  SlabGroup::Layout weekly_layout(std::string_view name, const char* meaning,
                                  const std::vector<float> PointRecord::* numbers, std::size_t each) const {
    const bool of_runs = name == results::kTrajectories;
    return {
        name, meaning, results::weekly_datasets(name, plan_.series, dimensions_),
        [this, numbers, each, of_runs](const PointRecord& record, std::size_t v, std::vector<double>& to) {
          const std::vector<float>& rows = record.*numbers;
          const std::size_t width = plan_.series.width() * each;
          const std::size_t count = plan_.series.count(v) * each;
          const std::size_t rows_of_arm = rows.size() / width / shape_.arms.size();
          const std::size_t missing =
              of_runs && record.replications > 0
                  ? rows_of_arm / record.replications * (shape_.replications - record.replications)
                  : 0;
          for (std::size_t row = 0; row < rows.size() / width; ++row) {
            const auto from =
                rows.begin() + static_cast<std::ptrdiff_t>(row * width + plan_.series.offsets[v] * each);
            to.insert(to.end(), from, from + static_cast<std::ptrdiff_t>(count));
            if ((row + 1) % rows_of_arm == 0) to.resize(to.size() + missing * count, kMissing);
          }
        }};
  }

  void note_failure(const PointRecord& record) {
    if (record.status == PointStatus::done || record.status == PointStatus::missing) return;
    failed_points_.push_back(static_cast<double>(record.point));
    messages_.push_back(record.message);
  }

  void write_failures() {
    if (messages_.empty()) return;
    const Handle group = hdf5::create_group(file_.id(), std::string(results::kFailures));
    hdf5::set_attribute(group.id(), "long_name", "why points are not done");
    Grid grid(group.id(), {{"point", "point of the design", "", failed_points_, {}}});
    grid.write_strings("message", {"point"}, messages_, "what went wrong");
  }

  const SweepPlan& plan_;
  const SweepRecords& records_;
  Shard shard_;
  hdf5::NewFile file_;
  results::SweepShape shape_;
  std::vector<results::Dimension> dimensions_;
  std::vector<SlabGroup> groups_;
  std::vector<double> failed_points_;
  std::vector<std::string> messages_;
};

}  // namespace

std::string points_checksum(const SweepPlan& plan) {
  if (plan.sweep().design != DesignKind::file) return "";
  Checksum sum;
  for (std::size_t p = 0; p < plan.points(); ++p) {
    const std::vector<double> values = plan.design.point(p);
    sum.add(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double));
  }
  return sum.hex();
}

bool is_complete(const SweepRecords& records, const Shard& shard) {
  for (std::size_t p = 0; p < records.points(); ++p) {
    if (!shard.has(p)) continue;
    const PointStatus status = records.status(p);
    if (status != PointStatus::done && status != PointStatus::failed) return false;
  }
  return true;
}

void write_sweep(const std::filesystem::path& path, const SweepPlan& plan, const SweepRecords& records,
                 const Shard& shard, bool replace, const StopFlag& stop) {
  if (const std::optional<Problem> problem = problem_of_results_name(path, false)) throw InputError(*problem);
  SweepWriter(path, plan, records, shard, replace).write(stop);
}

}  // namespace orgsim
