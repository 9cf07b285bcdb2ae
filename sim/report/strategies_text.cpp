#include "report/strategies_text.hpp"

#include <algorithm>
#include <cmath>

#include "report/amount.hpp"
#include "report/strategies_page.hpp"
#include "report/verdicts_text.hpp"

namespace orgsim {

namespace {

class StrategiesText : public StrategiesPage {
 public:
  using StrategiesPage::StrategiesPage;

  std::string run() {
    which_save();
    const bool any_began = std::any_of(strategies_.begin(), strategies_.end(),
                                       [](const StrategySummary& s) { return s.began > 0; });
    if (any_began) text_ += verdicts_text(summary_, colour_, language_);
    changes();
    return std::move(text_);
  }

 private:
  // --- which save marketing

  void which_save() {
    section(std::string(words_["which_reverse"]) + of_replications());
    if (summary_.marginalised.count == 0) {
      line("  {}",
           summary_.harmful.empty() ? words_["nothing_to_avert"] : words_["not_marginalised_without"]);
    }
    const std::string moved =
        draws(result_, "lines.tolerance")
            ? tolerance_in_words(result_)
            : say(words_["lines_moved"], fmt::arg("tolerance", tolerance_in_words(result_)));
    saved_line("", right(words_["saved_short"], 14), right(moved, 15), words_["real_head"],
               words_["non_substitutability_head"], "");
    saved_line("", right(deterministic() ? "" : words_["interval_head"], 14),
               right(words_["lower_head"], 7) + right(words_["higher_head"], 8), words_["share_head_2"],
               words_["non_substitutability_head_2"], words_["centrality"]);
    if (twins_) {
      saved_line(words_["crisis_lines"], right("", 14), right("", 15), line_at("lines.budget"),
                 line_at("lines.capability"), line_at("lines.structure"));
    }
    for (const StrategySummary& s : strategies_) {
      const Standing at = s.standing.value_or(Standing());
      saved_line(translated(s.arm.label, language_), saved_cell(s), twin_cells(s),
                 s.standing ? percent(at.real_share) : "-",
                 s.standing ? fmt::format("{:.2f}", at.non_substitutability) : "-",
                 s.standing ? fmt::format("{:.3f}", at.centrality) : "-");
    }
    late_beginnings();
    text_ += wrapped_note(saved_note());
  }

  // The three numbers and the twins are not in every file.
  void saved_line(std::string_view name, const std::string& saved, const std::string& twins,
                  std::string_view real_share, std::string_view non_substitutability,
                  std::string_view centrality) {
    const std::string rest = twins_ ? (moved_ ? twins : "") + right(real_share, 7) +
                                          right(non_substitutability, 7) + right(centrality, 11)
                                    : "";
    line("  {}{}{}", fitted(name, kLabel), saved, rest);
  }

  // A dash where the share is one of nothing.
  static std::string percent(double share) {
    return std::isnan(share) ? "-" : fmt::format("{:.0f} %", 100 * share);
  }

  // What the standing beside it is measured against.
  std::string line_at(std::string_view key) const {
    const LineParameters& lines = result_.scenario.parameters.lines;
    if (draws(result_, key)) return "-";
    if (key == "lines.budget") return percent(lines.budget);
    return key == "lines.capability" ? fmt::format("{:.2f}", lines.capability)
                                     : fmt::format("{:.3f}", lines.structure);
  }

  // In how many it is saved; a dash where there is nothing to save.
  std::string share_saved(const StrategySummary& s, const VerdictCounts& verdicts) const {
    if (s.began == 0 || verdicts.nothing_to_save() == s.began) return "-";
    if (deterministic()) return std::string(verdicts.saved() > 0 ? words_["yes"] : words_["no"]);
    return percent_number(verdicts.saved(), s.replications);
  }

  std::string saved_cell(const StrategySummary& s) const {
    if (s.began == 0) return right(words_["not_begun"], 14);
    std::string cell = share_saved(s, s.verdicts);
    if (cell == "-") return right(cell, 14);
    if (!deterministic())
      cell += fmt::format(" ({:.0f}-{:.0f})", 100 * s.saved_interval.low, 100 * s.saved_interval.high);
    const fmt::text_style style = s.saved_share() >= 0.5 ? fg(fmt::terminal_color::green)
                                  : s.saved() == 0       ? fg(fmt::terminal_color::red)
                                                         : fg(fmt::terminal_color::yellow);
    return styled(right(cell, 14), style);
  }

  std::string twin_cells(const StrategySummary& s) const {
    if (!s.twins) return "";
    return right(share_saved(s, s.twins->lenient), 7) + right(share_saved(s, s.twins->strict), 8);
  }

  std::string saved_note() const {
    std::string note(words_["saved_note"]);
    if (moved_) {
      note += std::string(words_["between"]) +
              say(words_["twins_note"], fmt::arg("tolerance", tolerance_in_words(result_)));
    }
    if (twins_) note += std::string(words_["between"]) + std::string(words_["standing_note"]);
    return note;
  }

  // Strategies that wait for a crisis may begin at different times, or never.
  void late_beginnings() {
    for (const StrategySummary& s : strategies_) {
      if (s.began > 0 && (s.began < result_.replications || s.beginning.low < s.beginning.high)) {
        const std::string name = translated(s.arm.label, language_);
        line("  {}", say(words_["began"], fmt::arg("strategy", cut(name, kLabel)),
                         fmt::arg("share", share_of_replications(result_, s.began, words_)),
                         fmt::arg("week", weeks_of(s.beginning, words_))));
      }
    }
  }

  // --- what they change

  void changes() {
    section(std::string(words_["changes"]));
    const auto head = [&](std::string_view at_any_time, std::string_view share, std::string_view npv,
                          std::string_view others) {
      line("  {}{}{}{}{}", fitted("", kLabel), right(at_any_time, 13), right(share, 8), right(npv, 25),
           right(others, 8));
    };
    head(words_["any_time_head"], words_["share_head"], words_["npv_head"], words_["others_head"]);
    head(words_["any_time_head_2"], words_["share_head_2"], deterministic() ? "" : words_["npv_head_2"],
         words_["others_head_2"]);
    line("  {}{}{:>6.1f} %{}", fitted(words_["baseline"], kLabel),
         right(share_of_replications(result_, summary_.marginalised.count, words_), 13),
         100 * summary_.baseline_share_end, right(amount(summary_.baseline_npv, result_.scenario), 25));
    for (const StrategySummary& s : strategies_) {
      if (s.began == 0 && s.npv.mean == 0) {
        line("  {}{}", label(s), right(words_["not_begun"], 13));
        continue;
      }
      line("  {}{}{:>6.1f} %{}{:>8}", label(s), any_time_cell(s), 100 * s.share_end,
           styled(npv_cell(s.npv), npv_style(s.npv)), others_cell(s.others.relative));
    }
    text_ +=
        wrapped_note(say(words_["changes_note"], fmt::arg("money", money_name(result_.scenario, words_))));
  }

  std::string any_time_cell(const StrategySummary& s) const {
    const std::string cell = right(share_of_replications(result_, s.marginalised.count, words_), 13);
    return s.harms() ? styled(cell, fg(fmt::terminal_color::red)) : cell;
  }

  static std::string others_cell(double relative) {
    return signed_number(100 * relative, std::abs(relative) >= 1 ? 0 : 1) + " %";
  }

  // With as many digits as the column has room for.
  std::string npv_cell(const Difference& npv) const {
    const auto largest = [&] {
      double size = std::abs(npv.relative);
      if (npv.relative_interval) {
        size = std::max({size, std::abs(npv.relative_interval->low), std::abs(npv.relative_interval->high)});
      }
      return 100 * size;
    }();
    const auto number = [&](double share) {
      if (largest >= 1e4) return (share < 0 ? "-" : "+") + short_number(std::abs(100 * share));
      return signed_number(100 * share, largest >= 100 ? 0 : 1);
    };
    std::string cell = number(npv.relative) + " %";
    if (npv.relative_interval) {
      cell += fmt::format(" ({} {} {})", number(npv.relative_interval->low), words_["to"],
                          number(npv.relative_interval->high));
    }
    return right(cell, 25);
  }

  static fmt::text_style npv_style(const Difference& npv) {
    if (npv.interval && npv.interval->low > 0) return fg(fmt::terminal_color::green);
    if (npv.interval && npv.interval->high < 0) return fg(fmt::terminal_color::red);
    return {};
  }
};

}  // namespace

std::string weeks_of(const Event& event, const Words& words) {
  if (event.count == 0) return std::string(words["never"]);
  if (std::round(event.low) == std::round(event.high))
    return say(words["week"], fmt::arg("median", event.median));
  return say(words["weeks"], fmt::arg("median", event.median), fmt::arg("low", event.low),
             fmt::arg("high", event.high));
}

std::string strategies_text(const Summary& summary, bool colour, Language language) {
  return StrategiesText(summary, colour, language).run();
}

}  // namespace orgsim
