#include "report/window_summary.hpp"

#include <algorithm>
#include <cmath>

#include "experiment/units/options.hpp"
#include "experiment/window/window.hpp"
#include "report/labels.hpp"

namespace orgsim {

namespace {

bool can_wait(const PointOfNoReturn& point) {
  return point.kind == NoReturn::week || point.kind == NoReturn::later || point.kind == NoReturn::always;
}

// The curve that may begin last; of several the one that saves most often at its best start.
const WindowCurve* longest(const WindowMap& map) {
  const WindowCurve* best = nullptr;
  const auto rank = [](const WindowCurve& curve) {
    const double week = curve.point.kind == NoReturn::week ? curve.point.week : INFINITY;
    return std::pair(week, curve.best()->counts.share_saved());
  };
  for (const WindowCurve& curve : map.curves) {
    if (!can_wait(curve.point)) continue;
    if (best == nullptr || rank(curve) > rank(*best)) best = &curve;
  }
  return best;
}

class WindowSentences {
 public:
  WindowSentences(const UnitsResult& result, const std::vector<WindowMap>& maps, Language language)
      : result_(result), maps_(maps), map_(maps.front()), language_(language), words_(language) {}

  std::string run() {
    const bool nothing = std::ranges::all_of(
        map_.curves, [](const WindowCurve& curve) { return curve.point.kind == NoReturn::nothing_to_save; });
    if (nothing) return std::string(words_["window_nothing"]);
    if (const WindowCurve* best = longest(map_)) {
      add_best(*best);
      add_next(*best);
      for (const WindowMap& other : maps_) {
        if (&other != &map_) add_elsewhere(other);
      }
    } else {
      add_none();
    }
    return fmt::format("{}", fmt::join(sentences_, words_["between"]));
  }

 private:
  std::string label(const WindowCurve& curve) const { return curve_label(result_, curve, language_); }
  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }

  std::string range(const PointOfNoReturn& point) const {
    const bool low = std::isfinite(point.low);
    const bool high = std::isfinite(point.high);
    const PhraseKey phrase = low && high ? PhraseKey("window_range")
                             : low       ? PhraseKey("window_range_open")
                             : high      ? PhraseKey("window_range_never")
                                         : PhraseKey("window_range_all");
    return say(words_[phrase], fmt::arg("low", point.low), fmt::arg("high", point.high));
  }

  void add_best(const WindowCurve& best) {
    const auto phrase = best.point.kind == NoReturn::week    ? words_["window_best"]
                        : best.point.kind == NoReturn::later ? words_["window_best_later"]
                                                             : words_["window_best_always"];
    add(say(phrase, fmt::arg("best", label(best)), fmt::arg("week", best.point.week),
            fmt::arg("range", range(best.point))));
    if (best.point.crosses_again)
      add(say(words_["window_again"], fmt::arg("strategy", label(best)), fmt::arg("falls", *best.point.falls),
              fmt::arg("again", *best.point.crosses_again)));
  }

  // How many others have a point, and how many none.
  void add_next(const WindowCurve& best) {
    std::size_t can = 0;
    std::size_t cannot = 0;
    for (const WindowCurve& curve : map_.curves) {
      if (&curve == &best) continue;
      can += can_wait(curve.point) ? 1 : 0;
      cannot += curve.point.kind == NoReturn::none ? 1 : 0;
    }
    if (cannot > 0) add(say(words_["window_others"], fmt::arg("can", can), fmt::arg("cannot", cannot)));
  }

  void add_elsewhere(const WindowMap& other) {
    const std::string_view where = variant_where(other.variant, words_);
    const WindowCurve* best = longest(other);
    if (best == nullptr) {
      add(say(words_["window_elsewhere_none"], fmt::arg("where", where)));
      return;
    }
    add(say(
        best->point.kind == NoReturn::week ? words_["window_elsewhere"] : words_["window_elsewhere_later"],
        fmt::arg("where", where), fmt::arg("best", label(*best)), fmt::arg("week", best->point.week),
        fmt::arg("range", range(best->point))));
  }

  void add_none() {
    const WindowCurve* most = nullptr;
    for (const WindowCurve& curve : map_.curves) {
      const WindowCell* best = curve.best();
      if (best == nullptr) continue;
      if (most == nullptr || best->counts.share_saved() > most->best()->counts.share_saved()) most = &curve;
    }
    const WindowCell& cell = *most->best();
    add(say(words_["window_none"], fmt::arg("best", label(*most)), fmt::arg("week", cell.start),
            fmt::arg("saved", cell.counts.saved), fmt::arg("to_save", cell.counts.to_save)));
  }

  const UnitsResult& result_;
  const std::vector<WindowMap>& maps_;
  const WindowMap& map_;
  Language language_;
  Words words_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::string window_conclusion(const UnitsResult& result, const std::vector<WindowMap>& maps,
                              Language language) {
  return WindowSentences(result, maps, language).run();
}

double share_of_weeks(const UnitsResult& result) {
  const UnitsShape& shape = result.shape;
  const auto arms =
      static_cast<double>(shape.axis(window_axis::strategy).size() * shape.axis(window_axis::setting).size());
  const auto span = static_cast<double>(shape.scenario.parameters.lines.judge + 1);
  const std::vector<double>& starts = shape.axis(window_axis::start).numbers;
  const double baseline = starts.back() + span;
  double forked = baseline;
  double separate = baseline;
  for (const double start : starts) {
    forked += arms * span;
    separate += arms * (start + span);
  }
  return forked / separate;
}

std::string point_in_words(const PointOfNoReturn& point, const Words& words) {
  const std::string low =
      std::isfinite(point.low) ? fmt::format("{}", point.low) : std::string(words["window_never"]);
  const std::string high =
      std::isfinite(point.high) ? fmt::format("{}", point.high) : std::string(words["window_open"]);
  switch (point.kind) {
    case NoReturn::nothing_to_save:
      return std::string(words["window_nothing_short"]);
    case NoReturn::none:
      return std::string(words["window_never"]);
    case NoReturn::always:
      return std::string(words["window_always"]);
    case NoReturn::later:
      return say(words["window_later"], fmt::arg("week", point.week));
    case NoReturn::week:
      break;
  }
  return say(words["window_point"], fmt::arg("week", point.week), fmt::arg("low", low),
             fmt::arg("high", high));
}

std::string curve_label(const UnitsResult& result, const WindowCurve& curve, Language language) {
  std::string label = strategy_label(result.shape.scenario, curve.strategy, language);
  const WindowOptions options = read_options<WindowOptions>(result.shape.options);
  if (options.ramp.empty() && options.budget_factor.empty()) return label;
  const Words words(language);
  return say(options.ramp.empty() ? words["window_label_budget"] : words["window_label_ramp"],
             fmt::arg("label", label), fmt::arg("value", fmt::format("{}", curve.setting)));
}

}  // namespace orgsim
