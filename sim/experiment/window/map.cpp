#include "experiment/window/map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/draws.hpp"
#include "experiment/window/window.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kResamples = 1000;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The units of a variant, curve by curve.
class WindowReader {
 public:
  WindowReader(const UnitsResult& result, const UnitVariant& variant)
      : result_(result),
        variant_(variant),
        strategies_(result.shape.axis(window_axis::strategy)),
        settings_(result.shape.axis(window_axis::setting)),
        starts_(result.shape.axis(window_axis::start).numbers) {}

  WindowMap run() {
    draw();
    WindowMap map{variant_.name, variant_.units, {}};
    for (std::size_t a = 0; a < strategies_.size() * settings_.size(); ++a) map.curves.push_back(curve(a));
    return map;
  }

 private:
  // So many times each unit is in a resample: the same for all curves.
  void draw() {
    if (variant_.units < 2) return;
    const auto seed = static_cast<std::uint64_t>(result_.shape.scenario.parameters.run.seed);
    for (std::size_t b = 0; b < kResamples; ++b) {
      // Week 1 of the purpose: in week 0 ranks are permuted.
      Stream draws = StreamKey{seed, static_cast<std::uint32_t>(b)}.stream(Purpose::permutation, 1, 0);
      std::vector<std::uint32_t>& times = resamples_.emplace_back(variant_.units);
      for (std::size_t i = 0; i < variant_.units; ++i) ++times[one_of(variant_.units, draws)];
    }
  }

  double value(std::size_t unit, std::size_t curve, std::size_t start, WindowMeasure measure) const {
    const std::size_t at = (curve * starts_.size() + start) * count_of<WindowMeasure>;
    return result_.of(variant_.first + unit)[at + static_cast<std::size_t>(measure)];
  }
  bool has_to_save(std::size_t unit, std::size_t curve, std::size_t start) const {
    return value(unit, curve, start, WindowMeasure::to_save) > 0;
  }
  bool is_saved(std::size_t unit, std::size_t curve, std::size_t start) const {
    const double verdict = value(unit, curve, start, WindowMeasure::verdict);
    return has_to_save(unit, curve, start) && saves(static_cast<Verdict>(static_cast<int>(verdict)));
  }

  // Of what is a number.
  std::vector<double> column(std::size_t curve, std::size_t start, WindowMeasure measure) const {
    std::vector<double> values;
    for (std::size_t u = 0; u < variant_.units; ++u) {
      const double number = value(u, curve, start, measure);
      if (!std::isnan(number)) values.push_back(number);
    }
    return values;
  }
  double mean(std::size_t curve, std::size_t start, WindowMeasure measure) const {
    const std::vector<double> values = column(curve, start, measure);
    return values.empty() ? std::numeric_limits<double>::quiet_NaN() : mean_of(values);
  }

  WindowCell cell(std::size_t curve, std::size_t start) const {
    WindowCell cell;
    cell.start = starts_[start];
    cell.counts.replications = variant_.units;
    for (std::size_t u = 0; u < variant_.units; ++u) {
      cell.counts.to_save += has_to_save(u, curve, start) ? 1 : 0;
      cell.counts.saved += is_saved(u, curve, start) ? 1 : 0;
    }
    cell.saved = wilson(cell.counts.saved, cell.counts.to_save);
    const std::vector<double> npv = column(curve, start, WindowMeasure::npv);
    cell.npv = mean_of(npv);
    cell.npv_interval = mean_interval(npv);
    cell.standing = {mean(curve, start, WindowMeasure::real_share),
                     mean(curve, start, WindowMeasure::non_substitutability),
                     mean(curve, start, WindowMeasure::centrality)};
    return cell;
  }

  WindowCurve curve(std::size_t a) const {
    WindowCurve curve;
    curve.strategy = strategies_.labels[a / settings_.size()];
    curve.setting = settings_.numbers[a % settings_.size()];
    std::vector<StartCounts> counts;
    for (std::size_t s = 0; s < starts_.size(); ++s) {
      curve.cells.push_back(cell(a, s));
      counts.push_back(curve.cells.back().counts);
    }
    const std::vector<double> fit = fit_of(counts);
    for (std::size_t s = 0; s < starts_.size(); ++s) curve.cells[s].fit = fit[s];
    curve.point = point_of_no_return(starts_, counts);
    add_interval(curve.point, a);
    return curve;
  }

  // A resample's point on a scale on which "none" comes before all starts and "later" after them.
  double resampled(std::size_t a, const std::vector<std::uint32_t>& times) const {
    std::vector<StartCounts> counts(starts_.size());
    for (std::size_t s = 0; s < starts_.size(); ++s) {
      counts[s].replications = variant_.units;
      for (std::size_t u = 0; u < variant_.units; ++u) {
        if (times[u] == 0 || !has_to_save(u, a, s)) continue;
        counts[s].to_save += times[u];
        if (is_saved(u, a, s)) counts[s].saved += times[u];
      }
    }
    const PointOfNoReturn point = point_of_no_return(starts_, counts);
    if (point.kind == NoReturn::nothing_to_save || point.kind == NoReturn::none) return -kInfinity;
    return point.kind == NoReturn::week ? point.week : kInfinity;
  }

  void add_interval(PointOfNoReturn& point, std::size_t a) const {
    if (point.kind == NoReturn::nothing_to_save) return;
    std::vector<double> points{as_number(point)};
    if (!resamples_.empty()) points.clear();
    for (const std::vector<std::uint32_t>& times : resamples_) points.push_back(resampled(a, times));
    std::sort(points.begin(), points.end());
    constexpr double tail = 0.025;
    const auto cut_off = static_cast<std::size_t>(tail * static_cast<double>(points.size()));
    point.low = points[cut_off];
    point.high = points[points.size() - 1 - cut_off];
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), point.high);
    if (std::isfinite(point.high)) point.high = next == starts_.end() ? kInfinity : *next;
    if (point.high == -kInfinity) point.high = starts_.front();
  }

  static double as_number(const PointOfNoReturn& point) {
    if (point.kind == NoReturn::none) return -kInfinity;
    return point.kind == NoReturn::week ? point.week : kInfinity;
  }

  const UnitsResult& result_;
  const UnitVariant& variant_;
  const UnitAxis& strategies_;
  const UnitAxis& settings_;
  const std::vector<double>& starts_;
  std::vector<std::vector<std::uint32_t>> resamples_;
};

}  // namespace

const WindowCell* WindowCurve::best() const {
  const WindowCell* best = nullptr;
  for (const WindowCell& cell : cells) {
    if (!cell.counts.has_something()) continue;
    if (best == nullptr || cell.counts.share_saved() > best->counts.share_saved()) best = &cell;
  }
  return best;
}

std::vector<WindowMap> maps_of(const UnitsResult& result) {
  std::vector<WindowMap> maps;
  for (const UnitVariant& variant : result.shape.variants)
    maps.push_back(WindowReader(result, variant).run());
  return maps;
}

}  // namespace orgsim
