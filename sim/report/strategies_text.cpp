#include "report/strategies_text.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "core/text.hpp"
#include "report/amount.hpp"
#include "report/strategies_page.hpp"
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
  using StrategiesPage::StrategiesPage;

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
                       [this](std::size_t s) { return saved_cell(strategies_[s]); },
                       [this](std::size_t s) { return saved_style(strategies_[s]); }});
    add_worlds(columns);
    add_rivals(columns);
    if (twins_ && moved_) {
      columns.push_back({word("lines_head"), fmt::format("-/+{}", tolerance_head()), 8,
                         [this](std::size_t s) { return twin_cell(strategies_[s]); }});
    }
    columns.push_back({word("ever_head"), word("ever_head_2"), 6,
                       [this](std::size_t s) { return ever_cell(strategies_[s]); },
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
    row.back() = share_marginalised(summary_.marginalised.count);
    return row;
  }

  std::string share_marginalised(std::size_t count) const {
    if (deterministic()) return std::string(count > 0 ? words_["yes"] : words_["no"]);
    return percent_number(count, result_.replications);
  }

  void add_worlds(std::vector<Column>& columns) {
    if (!summary_.worlds) return;
    const Summary& there = *summary_.worlds->summary;
    columns.push_back({say(words_["worlds_head"], fmt::arg("worlds", there.result->replications)),
                       word("worlds_head_2"), 13,
                       [this, &there](std::size_t s) { return saved_of(there.strategies[s], false); },
                       [&there](std::size_t s) { return saved_style(there.strategies[s]); }});
    if (result_.doubt.worlds->spread.worlds() == 0) return;
    columns.push_back({word("one_world_head"), word("one_world_head_2"), 8, [this](std::size_t s) {
                         return one_world_cell(summary_.worlds->strategies[s].saved);
                       }});
  }

  std::string one_world_cell(const std::optional<SavedInAWorld>& saved) const {
    if (!saved) return "-";
    if (!saved->without_luck) return word("one_world_luck");
    return fmt::format("{:.0f}-{:.0f}", 100 * saved->without_luck->front(),
                       100 * saved->without_luck->back());
  }

  // The first of them has a column, the others a sentence.
  void add_rivals(std::vector<Column>& columns) {
    if (summary_.rivals.empty()) return;
    const RivalsSummary& rivals = summary_.rivals.front();
    columns.push_back({word("rivals_head"), rivals_word(rivals.rivals), 7, [this, &rivals](std::size_t s) {
                         const StrategySummary& there = rivals.summary->strategies[s];
                         return share_saved(there, there.verdicts, deterministic());
                       }});
  }

  std::string rivals_word(Rivals rivals) const {
    return word(rivals == Rivals::same ? PhraseKey("same_head") : PhraseKey("respond_head"));
  }

  // In how many it is saved; a dash where there is nothing to save.
  std::string share_saved(const StrategySummary& s, const VerdictCounts& verdicts, bool once) const {
    if (s.began == 0 || verdicts.nothing_to_save() == s.began) return "-";
    if (once) return std::string(verdicts.saved() > 0 ? words_["yes"] : words_["no"]);
    return percent_number(verdicts.saved(), s.replications);
  }

  std::string saved_of(const StrategySummary& s, bool once) const {
    if (s.began == 0) return word("not_begun");
    std::string cell = share_saved(s, s.verdicts, once);
    if (cell != "-" && !once)
      cell += fmt::format(" ({:.0f}-{:.0f})", 100 * s.saved_interval.low, 100 * s.saved_interval.high);
    return cell;
  }
  std::string saved_cell(const StrategySummary& s) const { return saved_of(s, deterministic()); }

  static fmt::text_style saved_style(const StrategySummary& s) {
    if (s.began == 0 || s.verdicts.nothing_to_save() == s.began) return {};
    return s.saved_share() >= 0.5 ? fg(fmt::terminal_color::green)
           : s.saved() == 0       ? fg(fmt::terminal_color::red)
                                  : fg(fmt::terminal_color::yellow);
  }

  std::string twin_cell(const StrategySummary& s) const {
    if (!s.twins) return "";
    const bool once = deterministic();
    return share_saved(s, s.twins->lenient, once) + "/" + share_saved(s, s.twins->strict, once);
  }

  std::string ever_cell(const StrategySummary& s) const { return share_marginalised(s.marginalised.count); }

  std::string saved_note() const {
    std::string note(words_["saved_note"]);
    const auto add = [&](const std::string& sentence) { note += std::string(words_["between"]) + sentence; };
    if (summary_.worlds) {
      const Spread& spread = result_.doubt.worlds->spread;
      add(spread.worlds() == 0 ? word("worlds_note_once")
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
                       [this](std::size_t s) { return npv_cell(strategies_[s]); },
                       [this](std::size_t s) { return npv_style(strategies_[s].npv); }});
    if (summary_.worlds) {
      columns.push_back({word("npv_worlds"), word("npv_worlds_2"), 16,
                         [this](std::size_t s) { return across_cell(summary_.worlds->strategies[s].npv); }});
    }
    std::vector<std::string> baseline(columns.size());
    if (twins_) {
      baseline[0] = line_at("lines.budget");
      baseline[1] = line_at("lines.capability");
      baseline[2] = line_at("lines.structure");
    }
    baseline[twins_ ? 3 : 0] = amount(summary_.baseline_npv, result_.scenario);
    table(columns, word("lines_and_baseline"), baseline);
    const std::string money =
        say(words_["worth_note"], fmt::arg("money", money_name(result_.scenario, words_)));
    std::string note = twins_ ? word("standing_note") + std::string(words_["between"]) + money : money;
    if (summary_.worlds) note += std::string(words_["between"]) + word("worth_worlds_note");
    text_ += wrapped_note(note);
    rivals_table();
  }

  void add_standing(std::vector<Column>& columns) {
    const auto of = [this](auto text) {
      return [this, text](std::size_t s) {
        return strategies_[s].standing ? text(*strategies_[s].standing) : std::string("-");
      };
    };
    columns.push_back({word("real_head"), word("share_head_2"), 7,
                       of([](const Standing& at) { return percent(at.real_share); })});
    columns.push_back(
        {word("non_substitutability_head"), word("non_substitutability_head_2"), 8,
         of([](const Standing& at) { return fmt::format("{:.2f}", at.non_substitutability); })});
    columns.push_back({"", word("centrality_head"), 8,
                       of([](const Standing& at) { return fmt::format("{:.3f}", at.centrality); })});
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

  // Digits as the size of the number allows.
  static std::string in_percent(double share) {
    const double size = std::abs(100 * share);
    if (size >= 1e4) return (share < 0 ? "-" : "+") + short_number(size);
    return signed_number(100 * share, size >= 99.5 ? 0 : 1);
  }

  std::string npv_cell(const StrategySummary& s) const {
    if (s.began == 0 && s.npv.mean == 0) return word("not_begun");
    return with_luck(s.npv);
  }

  static std::string with_luck(const Difference& npv) {
    std::string cell = in_percent(npv.relative);
    if (npv.relative_interval) {
      const double half = (npv.relative_interval->high - npv.relative_interval->low) / 2;
      cell += " ±" + in_percent(half).substr(1);
    }
    return cell;
  }

  static fmt::text_style npv_style(const Difference& npv) {
    if (npv.interval && npv.interval->low > 0) return fg(fmt::terminal_color::green);
    if (npv.interval && npv.interval->high < 0) return fg(fmt::terminal_color::red);
    return {};
  }

  static std::string across_cell(const std::array<double, 3>& quantiles) {
    std::string cell;
    for (const double quantile : quantiles)
      cell += right(signed_number(100 * quantile, std::abs(quantile) < 0.0995 ? 1 : 0), 5);
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
    return s.rivals_npv ? with_luck(*s.rivals_npv) : "-";
  }

  // --- what would flip it

  static constexpr std::size_t kMostKeys = 2;

  void flip_table() {
    if (!summary_.worlds || result_.doubt.worlds->influences.empty()) return;
    section(say(words_["flip_table"], fmt::arg("worlds", grouped(result_.doubt.worlds->screened))));
    for (std::size_t s = 0; s < strategies_.size(); ++s) {
      const AcrossWorlds& across = summary_.worlds->strategies[s];
      const double share = summary_.worlds->summary->strategies[s].saved_share();
      if (share > 0 && share < 1) flips(strategies_[s], words_["flip_saved"], across.saved_by);
    }
    for (const std::size_t s : paid_best())
      flips(strategies_[s], words_["flip_npv"], summary_.worlds->strategies[s].npv_by);
    std::string note = word("flip_note");
    if (!sources_.empty())
      note +=
          std::string(words_["between"]) + say(words_["flip_sources"], fmt::arg("sources", said_sources()));
    text_ += wrapped_note(note);
  }

  // Whose NPV is looked at: the strategies that the conclusion names.
  std::vector<std::size_t> paid_best() const {
    std::vector<std::size_t> named;
    if (summary_.best) named.push_back(*summary_.best);
    if (summary_.best_paid) named.push_back(*summary_.best_paid);
    return named;
  }

  void flips(const StrategySummary& strategy, std::string_view what, const std::vector<Influential>& keys) {
    std::string name = fmt::format("{}, {}", translated(strategy.arm.label, language_), what);
    if (keys.empty()) return line("  {}{}", fitted(name, 32), words_["flip_none"]);
    for (std::size_t i = 0; i < std::min(keys.size(), kMostKeys); ++i) {
      const std::string range =
          std::isnan(keys[i].low) ? "" : fmt::format(" ({:.3g}-{:.3g})", keys[i].low, keys[i].high);
      line("  {}{} {}{}", fitted(name, 32), right(signed_number(keys[i].correlation, 2), 5), keys[i].key,
           range);
      note_source(keys[i]);
      name = "";
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
