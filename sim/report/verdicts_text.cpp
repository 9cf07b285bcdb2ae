#include "report/verdicts_text.hpp"

#include <algorithm>
#include <array>

#include "report/strategies_page.hpp"

namespace orgsim {

namespace {

// The verdicts of strategies that began, in the order of the text, each with the columns it takes.
struct VerdictColumn {
  Verdict verdict;
  PhraseKey head;
  PhraseKey note;
  int width;
};
const std::array kVerdictColumns{
    VerdictColumn{Verdict::reversed, "reversed", "reversed_note", 9},
    VerdictColumn{Verdict::averted, "averted", "averted_note", 8},
    VerdictColumn{Verdict::kept, "kept", "kept_note", 6},
    VerdictColumn{Verdict::transformed, "transformed_head", "transformed_note", 8},
    VerdictColumn{Verdict::contained, "contained_head", "contained_note", 6},
    VerdictColumn{Verdict::unchanged, "unchanged_head", "unchanged_note", 6},
    VerdictColumn{Verdict::worsened, "worsened_head", "worsened_note", 6},
    VerdictColumn{Verdict::lost, "lost", "lost_note", 5}};

class VerdictsText : public StrategiesPage {
 public:
  using StrategiesPage::StrategiesPage;

  std::string run() {
    section(std::string(words_["how_judged"]) + of_replications());
    if (deterministic()) {
      verdict_names();
    } else {
      verdict_shares();
    }
    const std::string weeks = draws(result_, "lines.judge")
                                  ? std::string(words_["judge_weeks_drawn"])
                                  : weeks_long(result_.scenario.parameters.lines.judge);
    std::string note = say(words_["verdicts_note"], fmt::arg("weeks", weeks));
    for (const VerdictColumn& column : kVerdictColumns) {
      if (occurs(column.verdict)) note += std::string(words_["between"]) + std::string(explained(column));
    }
    text_ += wrapped_note(note);
    return std::move(text_);
  }

 private:
  // The model's first version did not compare centrality with the baseline's.
  std::string_view explained(const VerdictColumn& column) const {
    const bool otherwise = column.verdict == Verdict::transformed && !twins_;
    return words_[otherwise ? PhraseKey("transformed_note_version_1") : column.note];
  }

  // Only what is in the table is explained.
  bool occurs(Verdict verdict) const {
    return std::any_of(strategies_.begin(), strategies_.end(), [&](const StrategySummary& s) {
      const bool in_twins =
          deterministic() && moved_ && s.twins->lenient[verdict] + s.twins->strict[verdict] > 0;
      return s.count(verdict) > 0 || in_twins;
    });
  }

  void verdict_shares() {
    std::string head = fitted("", kLabel);
    for (const VerdictColumn& column : kVerdictColumns) {
      if (occurs(column.verdict)) head += right(words_[column.head], column.width);
    }
    line("  {}", head);
    for (const StrategySummary& s : strategies_) {
      std::string row = label(s);
      for (const VerdictColumn& column : kVerdictColumns) {
        if (!occurs(column.verdict)) continue;
        const std::string share = percent_number(s.count(column.verdict), s.replications);
        row += right(s.began == 0 ? "-" : share, column.width);
      }
      line("  {}", row);
    }
  }

  // Of one run that says everything there is but one verdict a strategy.
  void verdict_names() {
    const auto row = [&](std::string_view name, std::string_view verdict, std::string_view lenient,
                         std::string_view strict) {
      line("  {}{}{}{}", fitted(name, kLabel), right(verdict, 14), right(moved_ ? lenient : "", 20),
           right(moved_ ? strict : "", 20));
    };
    const auto moved = [&](PhraseKey how) {
      return say(words_[how], fmt::arg("tolerance", tolerance_in_words(result_)));
    };
    row("", words_["verdict"], moved("lines_lower"), moved("lines_higher"));
    for (const StrategySummary& s : strategies_) {
      const Twins twins = s.twins.value_or(Twins());
      row(translated(s.arm.label, language_), name_in(s.verdicts), name_in(twins.lenient),
          name_in(twins.strict));
    }
  }

  std::string_view name_in(const VerdictCounts& verdicts) const {
    for (const Verdict verdict : every<Verdict>()) {
      if (verdicts[verdict] > 0) return words_.of(name_of(verdict));
    }
    return "";
  }
};

}  // namespace

std::string verdicts_text(const Summary& summary, bool colour, Language language) {
  return VerdictsText(summary, colour, language).run();
}

}  // namespace orgsim
