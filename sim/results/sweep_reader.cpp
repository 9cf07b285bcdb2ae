#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>

#include "engine/numbers.hpp"
#include "results/hdf5.hpp"
#include "results/opened.hpp"
#include "results/results.hpp"
#include "results/sweep_file.hpp"
#include "scenario/text/gone_keys.hpp"
#include "scenario/text/reader.hpp"

namespace orgsim {

namespace {

// A scenario that is kept in results has its points there, and its edge list nowhere.
class NoFiles : public Files {
 public:
  PointTable points(const std::string&, const Place&) const override { return {}; }
};

}  // namespace

class SweepFile::Reader {
 public:
  Reader(const std::filesystem::path& path, results::CheckedFile opened)
      : opened_(std::move(opened)), file_(hdf5::open_file(opened_.file)) {
    hdf5::expect_self_contained(file_.id());
    if (results::check_kind(file_.id(), path) != kSweep) {
      throw InputError(
          Problem{{path.string()}, "", "it holds no sweep", "name a file that `orgsim sweep -o` wrote"});
    }
    read_attributes(path);
    read_shape();
    read_design();
    read_failures();
    results::expect_unchanged(opened_);
  }

  results::CheckedFile opened_;
  hdf5::Handle file_;
  Scenario scenario_;
  SweepIdentity identity_;
  bool complete_ = false;
  bool of_first_model_ = false;
  results::SweepShape shape_;
  std::size_t all_points_ = 0;
  std::size_t planned_points_ = 0;
  std::string scenario_text_;
  std::string points_checksum_;

  // The place in the file of a point; nothing if it is of another shard.
  std::optional<std::size_t> row_of(std::size_t point) const {
    const auto found = std::lower_bound(shape_.points.begin(), shape_.points.end(), point);
    if (found == shape_.points.end() || *found != point) return std::nullopt;
    return static_cast<std::size_t>(found - shape_.points.begin());
  }
  PointStatus status_of(std::size_t row) const { return status_[row]; }
  std::size_t replications_of(std::size_t row) const { return replications_[row]; }

  std::vector<double> values_of(std::size_t row) const {
    const auto from = values_.begin() + static_cast<std::ptrdiff_t>(row * shape_.axes.size());
    return {from, from + static_cast<std::ptrdiff_t>(shape_.axes.size())};
  }

  PointRecord record_of(std::size_t row) {
    const std::scoped_lock lock(mutex_);
    PointRecord record;
    record.point = shape_.points[row];
    record.status = status_[row];
    record.values = values_of(row);
    if (const auto message = messages_.find(record.point); message != messages_.end())
      record.message = message->second;
    record.replications = replications_[row];
    if (record.replications == 0) return record;
    load_slab(row);
    read_outcomes(record, row - slab_first_);
    read_weekly(record, row - slab_first_);
    return record;
  }

 private:
  void read_attributes(const std::filesystem::path& path) {
    const auto text = [&](const char* name) { return hdf5::read_text_attribute(file_.id(), name); };
    identity_.version = text("program_version");
    identity_.commit = text("git_commit");
    identity_.plan = text("plan");
    const std::string shard = text("shard");
    const std::size_t slash = shard.find('/');
    const auto number = [&](const std::string& digits) -> std::size_t {
      constexpr std::size_t most_digits = 9;
      if (digits.empty() || digits.size() > most_digits ||
          digits.find_first_not_of("0123456789") != std::string::npos)
        throw SystemError("its shard is none");
      return std::stoul(digits);
    };
    if (slash == std::string::npos) throw SystemError("its shard is none");
    identity_.shard = {number(shard.substr(0, slash)), number(shard.substr(slash + 1))};
    if (identity_.shard.index < 1 || identity_.shard.index > identity_.shard.count)
      throw SystemError("its shard is none");
    complete_ = text("complete") == "yes";
    const std::int64_t points = hdf5::read_whole_attribute(file_.id(), "points");
    if (points < 0 || static_cast<double>(points) > kMostPoints) throw std::out_of_range("points");
    planned_points_ = static_cast<std::size_t>(points);
    scenario_text_ = text("scenario");
    if (hdf5::has_attribute(file_.id(), "points_checksum")) points_checksum_ = text("points_checksum");
    of_first_model_ = text("format_version") == "2.1";
    try {
      Node document = parse_document(scenario_text_, path.string());
      if (of_first_model_) renew_gone_keys(document);
      scenario_ = read_scenario(document, NoFiles(), EdgeLists::leave);
      if (of_first_model_) scenario_.origin.notes.push_back(results::note_on_first_model(path));
    } catch (const InputError&) {
      throw SystemError("its scenario cannot be read");
    }
  }

  void read_shape() {
    const auto labels = [&](const std::string& name) {
      const std::vector<hsize_t> size = hdf5::extent(file_.id(), name);
      return hdf5::read_strings(file_.id(), name, size);
    };
    const std::vector<std::string> names = labels("/strategy");
    const std::vector<std::string> titles = labels("/strategy_label");
    if (names.size() != titles.size() || names.empty() || names.size() > scenario_.strategies.size() + 1)
      throw std::out_of_range("strategy");
    for (std::size_t a = 0; a < names.size(); ++a) shape_.arms.push_back({names[a], titles[a]});
    for (const std::string& axis : labels("/design/key")) {
      const RenewedKey key = of_first_model_ ? renewed(axis) : RenewedKey{axis};
      shape_.axes.push_back(key.path);
      factors_.push_back(key.factor);
    }
    const std::vector<hsize_t> points = hdf5::extent(file_.id(), "/design/point");
    for (const double number : hdf5::read_numbers(file_.id(), "/design/point", points)) {
      const Shard& shard = identity_.shard;
      const bool rises = shape_.points.empty() || number > static_cast<double>(shape_.points.back());
      const std::size_t point = planned_point(number);
      if (!rises || !shard.has(point)) throw std::out_of_range("point");
      shape_.points.push_back(point);
    }
    all_points_ = shape_.points.empty() ? 0 : shape_.points.back() + 1;
    shape_.drawn = drawn_keys();
  }

  // A file's number of a point.
  std::size_t planned_point(double number) const {
    if (!(number >= 0 && number < static_cast<double>(planned_points_)) || std::floor(number) != number)
      throw std::out_of_range("point");
    return static_cast<std::size_t>(number);
  }

  // Those that no axis sets.
  std::vector<std::string> drawn_keys() const {
    Scenario drawing = scenario_;
    for (const std::string& axis : shape_.axes) {
      for (const std::string& path : scenario_.sweep.varied_as(axis).keys) stop_drawing(drawing, path);
    }
    return paths_of(drawing.drawn);
  }

  void read_design() {
    const hsize_t points = shape_.points.size();
    values_ = hdf5::read_numbers(file_.id(), "/design/value", {points, shape_.axes.size()});
    for (std::size_t i = 0; i < values_.size(); ++i) values_[i] *= factors_[i % shape_.axes.size()];
    for (const double number : hdf5::read_numbers(file_.id(), "/design/status", {points})) {
      if (!(number >= 0 && number < count_of<PointStatus>)) throw std::out_of_range("status");
      status_.push_back(static_cast<PointStatus>(number));
    }
    for (const double number : hdf5::read_numbers(file_.id(), "/design/replications", {points})) {
      if (!(number >= 0 && number <= range::replications.high)) throw std::out_of_range("replications");
      replications_.push_back(static_cast<std::uint32_t>(number));
      shape_.replications = std::max<std::size_t>(shape_.replications, replications_.back());
    }
    dimensions_ = results::sweep_dimensions(scenario_, shape_);
    const SweepTable& sweep = scenario_.sweep;
    if (sweep.keeps(Keep::outcomes)) add_outcomes();
    if (!sweep.keeps_weeks()) return;
    layout_ = series_of_sweep(scenario_);
    for (const auto& [keep, name] : results::kWeeklyGroups) {
      if (sweep.keeps(keep)) add(name, results::weekly_datasets(name, *layout_, dimensions_));
    }
  }

  struct Dataset {
    std::string path;
    std::string group;
    results::PointVariable variable;
    std::vector<hsize_t> shape;
    // Of the group outcomes: which of them it is.
    const results::VerdictVariable* verdict = nullptr;
    const results::OutcomeVariable* outcome = nullptr;
    std::vector<double> slab{};
  };

  void add_outcomes() {
    const MarketKind kind = scenario_.parameters.market.kind;
    std::vector<results::PointVariable> variables = results::outcome_datasets(kind, dimensions_);
    if (of_first_model_) {
      std::erase_if(variables, [](const results::PointVariable& variable) {
        return variable.name.starts_with("standing_") || variable.name.starts_with("verdict_") ||
               variable.name == "margin_per_customer";
      });
    }
    add(results::kOutcomes, variables);
    for (Dataset& dataset : datasets_) {
      for (const auto& variable : results::verdict_variables()) {
        if (variable.name == dataset.variable.name) dataset.verdict = &variable;
      }
      for (const auto& variable : results::outcome_variables(kind)) {
        if (variable.name == dataset.variable.name) dataset.outcome = &variable;
      }
    }
  }

  void add(std::string_view group, const std::vector<results::PointVariable>& variables) {
    for (const results::PointVariable& variable : variables) {
      std::vector<hsize_t> shape{shape_.points.size()};
      for (const results::Dimension& dimension : results::only(dimensions_, variable.over))
        shape.push_back(dimension.size());
      datasets_.push_back({fmt::format("/{}/{}", group, variable.name), std::string(group), variable, shape});
    }
    std::vector<results::PointVariable> all;
    for (const Dataset& dataset : datasets_) all.push_back(dataset.variable);
    per_slab_ = results::points_per_slab(all, shape_.points.size());
  }

  void load_slab(std::size_t row) {
    const std::size_t first = row / per_slab_ * per_slab_;
    if (slab_loaded_ && first == slab_first_) return;
    slab_first_ = first;
    for (Dataset& dataset : datasets_) {
      const std::size_t count = std::min(per_slab_, shape_.points.size() - first);
      dataset.slab = hdf5::read_rows(file_.id(), dataset.path, dataset.shape, first, count);
    }
    slab_loaded_ = true;
  }

  std::span<const double> numbers_of(const Dataset& dataset, std::size_t at) const {
    return std::span<const double>(dataset.slab).subspan(at * dataset.variable.each, dataset.variable.each);
  }

  void read_outcomes(PointRecord& record, std::size_t at) {
    if (datasets_.empty() || datasets_.front().group != results::kOutcomes) return;
    record.outcomes.resize(shape_.arms.size() * record.replications);
    for (Outcome& outcome : record.outcomes) outcome.firms.resize(scenario_.firms.size());
    for (const Dataset& dataset : datasets_) {
      if (dataset.group != results::kOutcomes) break;
      const std::span<const double> numbers = numbers_of(dataset, at);
      if (dataset.variable.name == "drawn") {
        const std::size_t drawn = record.replications * shape_.drawn.size();
        record.drawn.assign(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(drawn));
        continue;
      }
      const std::size_t each = numbers.size() / (shape_.arms.size() * shape_.replications);
      for (std::size_t a = 0; a < shape_.arms.size(); ++a) {
        for (std::size_t r = 0; r < record.replications; ++r) {
          set(record.outcomes[a * record.replications + r], dataset,
              numbers.subspan((a * shape_.replications + r) * each, each));
        }
      }
    }
  }

  // Format 2.1, of the model's first version, numbered its verdicts otherwise.
  Verdict verdict_of(double number) const {
    constexpr std::array<Verdict, 6> first_model{Verdict::not_begun,   Verdict::averted,   Verdict::reversed,
                                                 Verdict::transformed, Verdict::contained, Verdict::lost};
    const std::size_t count = of_first_model_ ? first_model.size() : count_of<Verdict>;
    if (!(number >= 0 && number < static_cast<double>(count))) throw std::out_of_range("verdict");
    const auto i = static_cast<std::size_t>(number);
    return of_first_model_ ? first_model[i] : static_cast<Verdict>(i);
  }

  void set(Outcome& outcome, const Dataset& dataset, std::span<const double> numbers) const {
    if (dataset.verdict != nullptr) {
      outcome.*dataset.verdict->value = verdict_of(numbers[0]);
      return;
    }
    const results::OutcomeVariable& variable = *dataset.outcome;
    const results::OutcomeExtent extent = results::extent_of(variable, scenario_.firms.size());
    for (std::size_t f = 0; f < extent.firms; ++f) {
      for (std::size_t i = 0; i < extent.breadth; ++i) {
        const double number = numbers[f * extent.breadth + i];
        results::expect_outcome(variable, number, range::weeks.high);
        variable.set(outcome, f, i, number);
      }
    }
  }

  // From series by series to row by row.
  void read_weekly(PointRecord& record, std::size_t at) const {
    for (const auto& [name, numbers] :
         {std::pair(results::kBands, &record.bands), std::pair(results::kMeans, &record.means),
          std::pair(results::kTrajectories, &record.trajectories)}) {
      std::vector<const Dataset*> series;
      for (const Dataset& dataset : datasets_) {
        if (dataset.group == name) series.push_back(&dataset);
      }
      if (!series.empty()) read_rows(record, at, series, name, *numbers);
    }
  }

  void read_rows(const PointRecord& record, std::size_t at, const std::vector<const Dataset*>& series,
                 std::string_view name, std::vector<float>& to) const {
    const std::size_t each = name == results::kBands ? kQuantiles.size() : 1;
    const bool of_runs = name == results::kTrajectories;
    const std::size_t stored = series.front()->variable.each / (layout_->count(0) * each);
    const std::size_t of_arm = stored / shape_.arms.size();
    const std::size_t used = of_runs ? of_arm / shape_.replications * record.replications : of_arm;
    for (std::size_t a = 0; a < shape_.arms.size(); ++a) {
      for (std::size_t row = a * of_arm; row < a * of_arm + used; ++row) {
        for (std::size_t s = 0; s < series.size(); ++s) {
          const std::size_t count = layout_->count(s) * each;
          for (const double number : numbers_of(*series[s], at).subspan(row * count, count))
            to.push_back(static_cast<float>(number));
        }
      }
    }
  }

  void read_failures() {
    if (!hdf5::has_link(file_.id(), "failures")) return;
    const std::vector<hsize_t> size = hdf5::extent(file_.id(), "/failures/point");
    const std::vector<double> points = hdf5::read_numbers(file_.id(), "/failures/point", size);
    const std::vector<std::string> messages = hdf5::read_strings(file_.id(), "/failures/message", size);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::size_t point = planned_point(points[i]);
      if (!row_of(point)) throw std::out_of_range("failures");
      messages_[point] = messages[i];
    }
  }

  std::vector<results::Dimension> dimensions_;
  std::vector<double> values_;
  std::vector<double> factors_;  // of each axis: how many times what the file has it is
  std::vector<PointStatus> status_;
  std::vector<std::uint32_t> replications_;
  std::map<std::size_t, std::string> messages_;
  std::optional<RowLayout> layout_;
  std::vector<Dataset> datasets_;
  std::size_t per_slab_ = 1;
  std::size_t slab_first_ = 0;
  bool slab_loaded_ = false;
  std::mutex mutex_;
};

// What the operating system refuses is no fault of the file.
SweepFile::SweepFile(const std::filesystem::path& path, const StopFlag& stop)
    : SweepFile(results::open_checked(path, stop)) {}
SweepFile::SweepFile(results::CheckedFile file) {
  const std::filesystem::path path = file.file.path();
  results::reading(path, [&] { reader_ = std::make_unique<Reader>(path, std::move(file)); });
}
SweepFile::~SweepFile() = default;

const std::filesystem::path& SweepFile::path() const {
  return reader_->opened_.file.path();
}
const Scenario& SweepFile::scenario() const {
  return reader_->scenario_;
}
const SweepIdentity& SweepFile::identity() const {
  return reader_->identity_;
}
const results::SweepShape& SweepFile::shape() const {
  return reader_->shape_;
}
bool SweepFile::complete() const {
  return reader_->complete_;
}
bool SweepFile::has_twins() const {
  return !reader_->of_first_model_;
}
const std::string& SweepFile::scenario_text() const {
  return reader_->scenario_text_;
}
const std::string& SweepFile::points_checksum() const {
  return reader_->points_checksum_;
}
std::size_t SweepFile::planned_points() const {
  return reader_->planned_points_;
}
const std::string& SweepFile::digest() const {
  return reader_->opened_.digest;
}

std::size_t SweepFile::points() const {
  return reader_->all_points_;
}
PointStatus SweepFile::status(std::size_t point) const {
  const std::optional<std::size_t> row = reader_->row_of(point);
  return row ? reader_->status_of(*row) : PointStatus::missing;
}
std::size_t SweepFile::replications(std::size_t point) const {
  const std::optional<std::size_t> row = reader_->row_of(point);
  return row ? reader_->replications_of(*row) : 0;
}
std::vector<double> SweepFile::values(std::size_t point) const {
  const std::optional<std::size_t> row = reader_->row_of(point);
  return row ? reader_->values_of(*row) : std::vector<double>();
}
PointRecord SweepFile::record(std::size_t point) const {
  PointRecord record;
  record.point = point;
  const std::optional<std::size_t> row = reader_->row_of(point);
  if (row) results::reading(path(), [&] { record = reader_->record_of(*row); });
  return record;
}

}  // namespace orgsim
