#include "results/kept.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/archive.hpp"
#include "experiment/drawn.hpp"
#include "results/results.hpp"

namespace orgsim {

namespace {

using results::Array;
using results::Group;
using results::SeriesShape;

std::size_t size_of(const SeriesShape& shape, const std::vector<std::string>& over) {
  std::size_t size = 1;
  for (const std::string& dimension : over) {
    size *= results::only(shape.dimensions, {dimension}).front().size();
  }
  return size;
}

// Puts a series together from blocks: from(block, outer, week of the block) is where its `each` numbers of
// one week stand; `outer` counts through the dimensions before week.
template <class Number, class Blocks, class From>
std::vector<Number> gathered(const Blocks& blocks, std::size_t outer, std::size_t weeks, std::size_t each,
                             From from) {
  std::vector<Number> numbers(outer * weeks * each);
  for (const auto& block : blocks) {
    for (std::size_t o = 0; o < outer; ++o) {
      for (std::size_t i = 0; i < block.rows.weeks; ++i) {
        std::copy_n(from(block, o, i), each, &numbers[(o * weeks + block.rows.first_week + i) * each]);
      }
    }
  }
  return numbers;
}

// What pickles hold; the layouts of rows follow from the scenario.
struct Saved {
  std::string experiment;
  RunResult result;
  std::uint64_t weeks_per_block = 0;
  std::vector<std::uint64_t> first_weeks;
  std::vector<std::uint64_t> weeks;
  std::vector<std::vector<double>> rows;
  std::vector<std::vector<float>> quantiles;
  std::vector<std::vector<float>> means;
};

}  // namespace

void Kept::block(const WeekBlock& block, const BandBlock& bands) {
  blocks_.push_back({block.of_first(recorded_replications(*plan_)), bands});
}

std::optional<Group> Kept::group(std::string_view name) const {
  if (name == "outcomes") return results::outcomes_of(result_);
  const std::size_t recorded = recorded_replications(*plan_);
  if (results::is_of_runs(name) && recorded == 0) return std::nullopt;
  const SeriesShape shape = results::series_shape(name, *plan_);
  const RowLayout& layout = *shape.layout;
  const std::size_t outer = size_of(shape, shape.lead);
  Group group{shape.name, shape.meaning, shape.dimensions, {}};
  for (std::size_t s = 0; s < layout.series.size(); ++s) {
    const Quantity& series = layout.series[s];
    const std::size_t each = size_of(shape, shape.after_week(series));
    const std::size_t per_number = each / layout.count(s);
    const auto of_bands = [&](const Weeks& block, std::size_t arm, std::size_t i) {
      const std::size_t at = (arm * block.rows.weeks + i) * layout.width() + layout.offsets[s];
      return &(name == results::kBands ? block.bands.quantiles : block.bands.means)[at * per_number];
    };
    const std::size_t skip = name == results::kAudit ? plan_->recording.series.width() : 0;
    const auto of_runs = [&](const Weeks& block, std::size_t o, std::size_t i) {
      return block.rows.row(o / recorded, o % recorded, i) + skip + layout.offsets[s];
    };
    Array array{std::string(series.name),
                shape.over(series),
                std::string(series.unit),
                std::string(series.meaning),
                {}};
    if (!results::is_of_runs(name)) {
      array.values = gathered<float>(blocks_, outer, plan_->weeks, each, of_bands);
    } else if (shape.in_doubles) {
      array.values = gathered<double>(blocks_, outer, plan_->weeks, each, of_runs);
    } else {
      array.values = gathered<float>(blocks_, outer, plan_->weeks, each, of_runs);
    }
    group.arrays.push_back(std::move(array));
  }
  return group;
}

void Kept::write(const std::filesystem::path& path, bool replace) const {
  replay(*results_writer(path, replace));
}

void Kept::replay(RunSink& sink) const {
  sink.begin(*plan_);
  for (const Weeks& block : blocks_) sink.block(block.rows, block.bands);
  sink.end(result_);
}

std::string Kept::bytes() const {
  Saved saved;
  saved.experiment = plan_->experiment;
  saved.result = result_;
  saved.weeks_per_block = plan_->weeks_per_block;
  for (const Weeks& block : blocks_) {
    saved.first_weeks.push_back(block.rows.first_week);
    saved.weeks.push_back(block.rows.weeks);
    saved.rows.emplace_back(block.rows.data(), block.rows.data() + block.rows.size());
    saved.quantiles.push_back(block.bands.quantiles);
    saved.means.push_back(block.bands.means);
  }
  return to_bytes("set of results", saved);
}

std::unique_ptr<Kept> Kept::from(std::string_view bytes) {
  Saved saved = from_bytes<Saved>("set of results", bytes);
  auto kept = std::make_unique<Kept>();
  const auto weeks = static_cast<std::size_t>(saved.result.scenario.parameters.run.weeks);
  kept->plan_ = Plan{saved.experiment,
                     saved.result.scenario,
                     saved.result.arms,
                     saved.result.replications,
                     weeks,
                     saved.weeks_per_block,
                     Recording(saved.result.scenario.firms.size())};
  kept->result_ = std::move(saved.result);
  for (std::size_t b = 0; b < saved.rows.size(); ++b) {
    WeekBlock rows(kept->plan_->arms.size(), recorded_replications(*kept->plan_), saved.weeks[b],
                   kept->plan_->recording);
    rows.first_week = saved.first_weeks[b];
    rows.weeks = saved.weeks[b];
    require(rows.size() == saved.rows[b].size(), "kept weeks fit their scenario");
    std::copy(saved.rows[b].begin(), saved.rows[b].end(), rows.data());
    kept->blocks_.push_back({std::move(rows), {std::move(saved.quantiles[b]), std::move(saved.means[b])}});
  }
  return kept;
}

void expect_keepable(const Scenario& scenario, std::size_t arms, double limit) {
  const Recording recording(scenario.firms.size());
  const auto weeks = static_cast<double>(scenario.parameters.run.weeks);
  const auto recorded = static_cast<double>(std::min<std::int64_t>(
      static_cast<std::int64_t>(replications_of(scenario)), scenario.parameters.record.trajectories));
  const double bands =
      sizeof(float) * (kQuantiles.size() + 1.0) * static_cast<double>(recording.series.width());
  const double rows = sizeof(double) * recorded * static_cast<double>(recording.width());
  const auto firms = static_cast<double>(scenario.firms.size());
  const double outcomes = static_cast<double>(replications_of(scenario)) *
                          (sizeof(Outcome) + firms * sizeof(FirmOutcome) +
                           sizeof(double) * static_cast<double>(scenario.drawn.size()));
  const double bytes = static_cast<double>(arms) * (weeks * (bands + rows) + outcomes);
  if (bytes <= limit) return;
  const bool trajectories = recorded > 0;
  throw InputError(
      Problem{{},
              trajectories ? "record.trajectories" : "run.replications",
              fmt::format("the results would take {:.3g} GB of memory, and {:.3g} GB are allowed",
                          bytes / 1e9, limit / 1e9),
              fmt::format("keep fewer {}, or let path=\"x.h5\" write results to a file as they come",
                          trajectories ? "trajectories" : "replications")});
}

}  // namespace orgsim
