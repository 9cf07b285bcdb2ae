// A window for a person: a map of starts that needs no colour, and the last week of each strategy.
#include <algorithm>
#include <cmath>

#include "experiment/window/map.hpp"
#include "experiment/window/window.hpp"
#include "report/amount.hpp"
#include "report/units_page.hpp"
#include "report/units_reports.hpp"
#include "report/window_summary.hpp"

namespace orgsim {

namespace {

constexpr int kLabel = 24;
constexpr int kPointWidth = 18;
constexpr std::size_t kMostAcross = kColumns - 2 - kLabel;
constexpr std::size_t kVariantsAcross = 3;

class WindowText : public UnitsPage {
 public:
  WindowText(const UnitsResult& result, bool colour, Language language)
      : UnitsPage(result, colour, language), maps_(maps_of(result)) {}

  std::string run() {
    begin(words_["window_question"], window_conclusion(result_, maps_, language_));
    map();
    points();
    best_starts();
    text_ += "\n" + wrapped(say(words_["window_forked"],
                                fmt::arg("share", percent_number(100 * share_of_weeks(result_)))),
                            kColumns);
    return std::move(text_);
  }

 private:
  std::string label(const WindowCurve& curve) const { return curve_label(result_, curve, language_); }

  // In the first column: of what is too long the setting stays, which tells rows apart.
  std::string row_label(const WindowCurve& curve) const {
    const std::string name = label_of(curve.strategy);
    const std::string whole = label(curve);
    const std::string setting = whole.substr(std::min(name.size(), whole.size()));
    return fitted(cut(name, kLabel - 1 - columns_of(setting)) + setting, kLabel - 1) + " ";
  }

  // Tenths of the replications, as one character.
  static char mark(const StartCounts& counts) {
    if (!counts.has_something()) return '.';
    if (counts.saved == counts.to_save) return '*';
    return static_cast<char>('0' + std::min(9, static_cast<int>(10 * counts.share_saved())));
  }

  std::string coloured(const StartCounts& counts, int width) const {
    std::string text(1, mark(counts));
    if (!counts.has_something()) {
      text = styled(text, fmt::emphasis::faint);
    } else if (counts.share_saved() >= 0.5) {
      text = styled(text, fmt::fg(fmt::terminal_color::green));
    } else if (counts.saved > 0) {
      text = styled(text, fmt::fg(fmt::terminal_color::yellow));
    }
    return text + std::string(static_cast<std::size_t>(width - 1), ' ');
  }

  // The first weeks above their columns, as many as there is room for.
  static std::string weeks_above(std::span<const WindowCell> cells, int width) {
    std::string text;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const auto at = c * static_cast<std::size_t>(width);
      if (!text.empty() && text.size() + 2 > at) continue;
      text.resize(at, ' ');
      text += fmt::format("{}", cells[c].start);
    }
    return text;
  }

  void map() {
    section(std::string(words_["window_map"]));
    const std::vector<WindowCurve>& curves = maps_.front().curves;
    const std::size_t starts = curves.front().cells.size();
    for (std::size_t first = 0; first < starts; first += kMostAcross) {
      const std::size_t across = std::min(starts - first, kMostAcross);
      const int width = std::clamp(static_cast<int>(kMostAcross / across), 1, 5);
      const auto part = [&](const WindowCurve& curve) {
        return std::span(curve.cells).subspan(first, across);
      };
      line("  {}{}", fitted("", kLabel), weeks_above(part(curves.front()), width));
      for (const WindowCurve& curve : curves) {
        std::string row;
        for (const WindowCell& cell : part(curve)) row += coloured(cell.counts, width);
        line("  {}{}", row_label(curve), row);
      }
    }
    text_ += wrapped_note(words_["window_map_note"]);
  }

  void points() {
    section(std::string(words_["window_points"]));
    for (std::size_t first = 0; first < maps_.size(); first += kVariantsAcross) {
      const std::size_t end = std::min(maps_.size(), first + kVariantsAcross);
      std::string head;
      for (std::size_t m = first; m < end; ++m)
        head += right(variant_word(maps_[m].variant, words_), kPointWidth);
      line("  {}{}", fitted("", kLabel), head);
      for (std::size_t c = 0; c < maps_.front().curves.size(); ++c) {
        std::string row;
        for (std::size_t m = first; m < end; ++m)
          row += right(point_in_words(maps_[m].curves[c].point, words_), kPointWidth);
        line("  {}{}", row_label(maps_.front().curves[c]), row);
      }
    }
    text_ += wrapped_note(words_["window_points_note"]);
    for (const WindowCurve& curve : maps_.front().curves) {
      if (curve.point.crosses_again)
        text_ += wrapped_note(say(words_["window_again"], fmt::arg("strategy", label(curve)),
                                  fmt::arg("falls", *curve.point.falls),
                                  fmt::arg("again", *curve.point.crosses_again)));
    }
  }

  void best_starts() {
    section(std::string(words_["window_starts"]));
    line("  {}{}{}{}{}{}{}", fitted("", kLabel), right(words_["window_week"], 6),
         right(words_["window_saved"], 15), right(words_["window_npv"], 11), right(words_["window_share"], 8),
         right(words_["window_skill"], 7), right(words_["window_central"], 7));
    for (const WindowCurve& curve : maps_.front().curves) {
      const WindowCell* best = curve.best();
      if (best == nullptr) continue;
      const StartCounts& counts = best->counts;
      const std::string saved =
          fmt::format("{} % {}-{}", percent_number(counts.saved, counts.to_save),
                      percent_number(100 * best->saved.low), percent_number(100 * best->saved.high));
      line("  {}{}{}{}{}{}{}", row_label(curve), right(fmt::format("{}", best->start), 6), right(saved, 15),
           right(amount_number(best->npv, shape_.scenario, language_), 11),
           right(fmt::format("{:.2f}", best->standing.real_share), 8),
           right(fmt::format("{:.2f}", best->standing.non_substitutability), 7),
           right(fmt::format("{:.2f}", best->standing.centrality), 7));
    }
    text_ += wrapped_note(
        say(words_["window_starts_note"], fmt::arg("money", money_name(shape_.scenario, words_))));
  }

  std::vector<WindowMap> maps_;
};

}  // namespace

std::string window_text(const UnitsResult& result, bool colour, Language language) {
  return WindowText(result, colour, language).run();
}

}  // namespace orgsim
