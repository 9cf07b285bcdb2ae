#include "report/strategies_text.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "core/text.hpp"
#include "report/amount.hpp"
#include "report/strategies_page.hpp"
#include "report/strategy_cells.hpp"
#include "report/verdicts_text.hpp"

namespace orgsim {

namespace {

// One column of a table: its two lines of heading, its width, and the cell of a strategy.
struct Column {
  std::string head;
  std::string head_2;
  int width;
  std::function<std::string(std::size_t)> cell;
  std::function<fmt::text_style(std::size_t)> style = [](std::size_t) { return fmt::text_style(); };
};

class StrategiesText : public StrategiesPage {
 public:
  StrategiesText(const Summary& summary, bool colour, Language language)
      : StrategiesPage(summary, colour, language), cells_(summary, language) {}

  std::string run() {
    saved_table();
    worth_table();
    flip_table();
    const bool any_began = std::any_of(strategies_.begin(), strategies_.end(),
                                       [](const StrategySummary& s) { return s.began > 0; });
    if (any_began) text_ += verdicts_text(summary_, colour_, language_);
    return std::move(text_);
  }

 private:
  std::string word(PhraseKey key) const { return std::string(words_[key]); }

  // The columns' headings, an extra row if there is one, and a row for each strategy.
  void table(const std::vector<Column>& columns, const std::string& first_label = "",
             const std::vector<std::string>& first = {}) {
    const auto row = [&](std::string_view label, const auto& cell) {
      std::string cells;
      for (std::size_t c = 0; c < columns.size(); ++c) cells += cell(c);
      line("  {}{}", fitted(label, kLabel), cells);
    };
    row("", [&](std::size_t c) { return right(columns[c].head, columns[c].width); });
    row("", [&](std::size_t c) { return right(columns[c].head_2, columns[c].width); });
    if (!first.empty()) row(first_label, [&](std::size_t c) { return right(first[c], columns[c].width); });
    for (std::size_t s = 0; s < strategies_.size(); ++s) {
      row(translated(strategies_[s].arm.label, language_), [&](std::size_t c) {
        return styled(right(columns[c].cell(s), columns[c].width), columns[c].style(s));
      });
    }
  }

  // --- in how many cases marketing is saved

  void saved_table() {
    section(word("saved_table"));
    if (summary_.marginalised.count == 0) {
      line("  {}",
           summary_.harmful.empty() ? words_["nothing_to_avert"] : words_["not_marginalised_without"]);
    }
    std::vector<Column> columns;
    columns.push_back({word("saved_short"), deterministic() ? "" : word("interval_head"), 12,
                       [this](std::size_t s) { return cells_.saved(s); },
                       [this](std::size_t s) { return saved_style(strategies_[s]); }});
    add_worlds(columns);
    add_rivals(columns);
    if (twins_ && moved_) {
      columns.push_back({word("lines_head"), fmt::format("-/+{}", tolerance_head()), 8,
                         [this](std::size_t s) { return cells_.saved_with_other_lines(s); }});
    }
    columns.push_back({word("ever_head"), word("ever_head_2"), 6,
                       [this](std::size_t s) { return cells_.marginalised(strategies_[s].marginalised); },
                       [this](std::size_t s) {
                         return strategies_[s].harms() ? fg(fmt::terminal_color::red) : fmt::text_style();
                       }});
    table(columns, word("baseline"), baseline_row(columns));
    late_beginnings();
    text_ += wrapped_note(saved_note());
  }

  std::string tolerance_head() const {
    return draws(result_, "lines.tolerance") ? "" : tolerance_in_words(result_);
  }

  // How often the baseline is marginalised, below the last heading.
  std::vector<std::string> baseline_row(const std::vector<Column>& columns) const {
    std::vector<std::string> row(columns.size());
    row.back() = cells_.marginalised(summary_.marginalised);
    return row;
  }

  void add_worlds(std::vector<Column>& columns) {
    if (!summary_.worlds) return;
    const Summary& there = *summary_.worlds->summary;
    columns.push_back({say(words_["worlds_head"], fmt::arg("worlds", there.result->replications)),
                       word("worlds_head_2"), 13, [this](std::size_t s) { return cells_.saved_in_worlds(s); },
                       [&there](std::size_t s) { return saved_style(there.strategies[s]); }});
    if (result_.doubt.worlds->spread.worlds() == 0) return;
    columns.push_back({word("one_world_head"), word("one_world_head_2"), 8,
                       [this](std::size_t s) { return cells_.saved_in_one_world(s); }});
  }

  // The first of them has a column, the others a sentence.
  void add_rivals(std::vector<Column>& columns) {
    if (summary_.rivals.empty()) return;
    const RivalsSummary& rivals = summary_.rivals.front();
    columns.push_back({word("rivals_head"), rivals_word(rivals.rivals), 7,
                       [this, &rivals](std::size_t s) { return cells_.saved_against(rivals, s); }});
  }

  std::string rivals_word(Rivals rivals) const {
    return word(rivals == Rivals::same ? PhraseKey("same_head") : PhraseKey("respond_head"));
  }

  static fmt::text_style saved_style(const StrategySummary& s) {
    if (s.began == 0 || s.verdicts.nothing_to_save() == s.began) return {};
    return s.saves_in_half() ? fg(fmt::terminal_color::green)
           : s.saved() == 0  ? fg(fmt::terminal_color::red)
                             : fg(fmt::terminal_color::yellow);
  }

  std::string saved_note() const {
    std::string note(words_["saved_note"]);
    const auto add = [&](const std::string& sentence) { note += std::string(words_["between"]) + sentence; };
    if (summary_.worlds) {
      const Spread& spread = result_.doubt.worlds->spread;
      add(spread.worlds() == 0 ? no_spread()
                               : say(words_["worlds_note"], fmt::arg("spread", spread.worlds()),
                                     fmt::arg("replications", spread.replications)));
    }
    for (const RivalsSummary& rivals : summary_.rivals) {
      add(word(rivals.rivals == Rivals::same ? PhraseKey("rivals_note") : PhraseKey("respond_note")));
      if (&rivals != &summary_.rivals.front()) add(in_a_sentence(rivals));
    }
    if (twins_ && moved_) add(say(words_["lines_note"], fmt::arg("tolerance", tolerance_in_words(result_))));
    add(word("ever_note"));
    return note;
  }

  // Which strategies save marketing then, and how often.
  std::string in_a_sentence(const RivalsSummary& rivals) const {
    std::vector<std::string> saving;
    for (const StrategySummary& s : rivals.summary->strategies) {
      if (s.saved() == 0) continue;
      const std::string name = translated(s.arm.label, language_);
      saving.push_back(deterministic() ? name
                                       : say(words_["rivals_saved_one"], fmt::arg("strategy", name),
                                             fmt::arg("share", percent_number(s.saved(), s.replications))));
    }
    const std::string_view do_so = do_word(rivals.rivals);
    if (saving.empty()) return say(words_["rivals_saved_none"], fmt::arg("do", do_so));
    return say(words_["rivals_saved"], fmt::arg("do", do_so),
               fmt::arg("strategies", fmt::format("{}", fmt::join(saving, words_["doubt_list"]))));
  }

  std::string_view do_word(Rivals rivals) const {
    return words_[rivals == Rivals::same ? PhraseKey("do_same") : PhraseKey("do_respond")];
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

  // --- what they are worth

  void worth_table() {
    section(word("worth_table"));
    std::vector<Column> columns;
    if (twins_) add_standing(columns);
    columns.push_back({word("npv_percent"), deterministic() ? "%" : word("npv_luck"), 15,
                       [this](std::size_t s) { return cells_.npv(s); },
                       [this](std::size_t s) { return npv_style(strategies_[s].npv); }});
    if (summary_.worlds) {
      columns.push_back({word("npv_worlds"), word("npv_worlds_2"), 16,
                         [this](std::size_t s) { return across_cell(summary_.worlds->strategies[s].npv); }});
    }
    std::vector<std::string> baseline(columns.size());
    if (twins_) {
      baseline[0] = cells_.line("lines.budget");
      baseline[1] = cells_.line("lines.capability");
      baseline[2] = cells_.line("lines.structure");
    }
    baseline[twins_ ? 3 : 0] = amount(summary_.baseline_npv, result_.scenario, language_);
    table(columns, word("lines_and_baseline"), baseline);
    const std::string money =
        say(words_["worth_note"], fmt::arg("money", money_name(result_.scenario, words_)));
    std::string note = twins_ ? word("standing_note") + std::string(words_["between"]) + money : money;
    if (summary_.worlds) note += std::string(words_["between"]) + word("worth_worlds_note");
    text_ += wrapped_note(note);
    rivals_table();
  }

  void add_standing(std::vector<Column>& columns) {
    columns.push_back(
        {word("real_head"), word("share_head_2"), 7, [this](std::size_t s) { return cells_.real_share(s); }});
    columns.push_back({word("non_substitutability_head"), word("non_substitutability_head_2"), 8,
                       [this](std::size_t s) { return cells_.non_substitutability(s); }});
    columns.push_back(
        {"", word("centrality_head"), 8, [this](std::size_t s) { return cells_.centrality(s); }});
  }

  static fmt::text_style npv_style(const Difference& npv) {
    if (npv.interval && npv.interval->low > 0) return fg(fmt::terminal_color::green);
    if (npv.interval && npv.interval->high < 0) return fg(fmt::terminal_color::red);
    return {};
  }

  static std::string across_cell(const std::array<double, 3>& quantiles) {
    std::string cell;
    for (const double quantile : quantiles) cell += right(across_worlds_cell(quantile), 5);
    return cell;
  }

  // What each strategy costs rivals, as they are and if they do something else.
  void rivals_table() {
    if (summary_.rivals.empty() || strategies_.empty() || !strategies_.front().rivals_npv) return;
    section(word("rivals_table"));
    constexpr int width = 15;
    std::vector<Column> columns;
    columns.push_back({word("rivals_as_is"), deterministic() ? "%" : word("npv_luck"), width,
                       [this](std::size_t s) { return rivals_cell(strategies_[s]); }});
    for (const RivalsSummary& rivals : summary_.rivals) {
      columns.push_back(
          {std::string(do_word(rivals.rivals)), deterministic() ? "%" : word("npv_luck"), width,
           [this, &rivals](std::size_t s) { return rivals_cell(rivals.summary->strategies[s]); }});
    }
    table(columns);
    text_ += wrapped_note(word("rivals_table_note"));
  }

  std::string rivals_cell(const StrategySummary& s) const {
    return s.rivals_npv ? npv_with_luck(*s.rivals_npv, language_) : "-";
  }

  // Why single worlds were not looked at more than once.
  std::string no_spread() const {
    if (deterministic()) return word("worlds_note_once");
    return result_.doubt.worlds->worlds() < kSpreadWorlds
               ? say(words_["worlds_note_few"], fmt::arg("spread", kSpreadWorlds))
               : word("worlds_note_clear");
  }

  // --- what would flip it

  static constexpr std::size_t kMostKeys = 2;

  void flip_table() {
    if (!summary_.worlds) return;
    const InWorlds& worlds = *result_.doubt.worlds;
    if (worlds.influences.empty()) return too_few_for_flips(worlds);
    section(say(words_["flip_table"], fmt::arg("worlds", grouped(worlds.screened))));
    for (std::size_t s = 0; s < strategies_.size(); ++s) {
      const AcrossWorlds& across = summary_.worlds->strategies[s];
      const double share = summary_.worlds->summary->strategies[s].saved_share();
      if (share > 0 && share < 1) flips(strategies_[s], words_["flip_saved"], across.saved_by);
    }
    for (const std::size_t s : paid_best())
      flips(strategies_[s], words_["flip_npv"], summary_.worlds->strategies[s].npv_by);
    std::string note = say(words_["flip_note"], fmt::arg("most", kMostKeys));
    if (!sources_.empty())
      note +=
          std::string(words_["between"]) + say(words_["flip_sources"], fmt::arg("sources", said_sources()));
    text_ += wrapped_note(note);
  }

  void too_few_for_flips(const InWorlds& worlds) {
    if (strategies_.empty() || worlds.keys.empty()) return;
    section(word("flip_cannot"));
    text_ += wrapped_note(say(words_["flip_too_few"], fmt::arg("keys", worlds.keys.size()),
                              fmt::arg("needed", grouped(kWorldsPerKey * worlds.keys.size())),
                              fmt::arg("each", kScreenedPerWorld)));
  }

  // Whose NPV is looked at: the strategies that the conclusion names.
  std::vector<std::size_t> paid_best() const {
    std::vector<std::size_t> named;
    if (summary_.best) named.push_back(*summary_.best);
    if (summary_.best_paid) named.push_back(*summary_.best_paid);
    return named;
  }

  void flips(const StrategySummary& strategy, std::string_view what, const std::vector<Influential>& keys) {
    const std::string name = fmt::format("{}, {}", translated(strategy.arm.label, language_), what);
    if (keys.empty()) return line("  {}{}", fitted(name, 32), words_["flip_none"]);
    const std::size_t shown = std::min(keys.size(), kMostKeys);
    line("  {}", shown == keys.size() ? name
                                      : say(words_["flip_shown"], fmt::arg("name", name),
                                            fmt::arg("shown", shown), fmt::arg("keys", keys.size())));
    for (std::size_t i = 0; i < shown; ++i) {
      const std::string range =
          std::isnan(keys[i].low) ? "" : fmt::format(" ({:.3g}-{:.3g})", keys[i].low, keys[i].high);
      line("    {} {}{}", right(signed_number(keys[i].correlation, 2), 5), keys[i].key, range);
      note_source(keys[i]);
    }
  }

  // Keys whose ranges have the same source are named together.
  void note_source(const Influential& key) {
    if (key.source.empty()) return;
    std::vector<std::string>& keys = sources_[key.source];
    if (std::find(keys.begin(), keys.end(), key.key) == keys.end()) keys.push_back(key.key);
  }

  std::string said_sources() const {
    std::vector<std::string> all;
    for (const auto& [source, keys] : sources_)
      all.push_back(say(words_["flip_source"],
                        fmt::arg("keys", fmt::format("{}", fmt::join(keys, words_["comma"]))),
                        fmt::arg("source", known_from(source, language_))));
    return fmt::format("{}", fmt::join(all, words_["doubt_list"]));
  }

  std::map<std::string, std::vector<std::string>> sources_;  // of the ranges of keys that are named
  StrategyCells cells_;
};

}  // namespace

std::string strategies_text(const Summary& summary, bool colour, Language language) {
  return StrategiesText(summary, colour, language).run();
}

}  // namespace orgsim
