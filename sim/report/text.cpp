// The summary for a person with one minute: 80 columns.
#include "core/text.hpp"

#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/amount.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/typography.hpp"

namespace orgsim {

namespace {

constexpr int kLabel = 24;
constexpr int kSpark = 40;

class TextReport {
 public:
  TextReport(const Summary& summary, bool colour, Language language)
      : summary_(summary), result_(*summary.result), colour_(colour), language_(language), words_(language) {}

  std::string run() {
    heading();
    market();
    marketing();
    if (!summary_.strategies.empty()) {
      verdicts();
      costs();
    }
    text_ += "\n" + wrapped(conclusion(summary_, language_), kColumns);
    return std::move(text_);
  }

 private:
  template <class... Arguments>
  void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    text_ += trimmed(fmt::format(format, std::forward<Arguments>(arguments)...)) + "\n";
  }

  void section(const std::string& title) { text_ += "\n" + styled(title, fmt::emphasis::bold) + "\n"; }

  std::string styled(const std::string& text, const fmt::text_style& style) const {
    return colour_ ? fmt::format(style, "{}", text) : text;
  }

  bool deterministic() const { return is_deterministic(result_.scenario); }

  std::string share_of_replications(std::size_t count) const {
    return orgsim::share_of_replications(result_, count, words_);
  }

  std::string weeks(const Event& event) const {
    if (event.count == 0) return std::string(words_["never"]);
    if (std::round(event.low) == std::round(event.high))
      return say(words_["week"], fmt::arg("median", event.median));
    return say(words_["weeks"], fmt::arg("median", event.median), fmt::arg("low", event.low),
               fmt::arg("high", event.high));
  }

  std::string weeks_long(std::int64_t number) const {
    return counted(number, words_["one_week"], words_["many_weeks"]);
  }

  std::string label(const StrategySummary& strategy) const {
    return fitted(translated(strategy.arm.label, language_), kLabel);
  }

  void heading() {
    const Parameters& p = result_.scenario.parameters;
    const std::string title = translated(result_.scenario.title, language_);
    text_ += styled(cut(title, kColumns), fmt::emphasis::bold) + "\n";
    const std::string runs =
        deterministic()
            ? std::string(words_["one_run"])
            : say(words_["runs"],
                  fmt::arg("replications",
                           counted(result_.replications, words_["replication"], words_["replications"])),
                  fmt::arg("kind", words_.of(name_of(p.market.kind))), fmt::arg("seed", p.run.seed));
    line("{}",
         say(words_["world"], fmt::arg("firms", counted(p.market.firms, words_["firm"], words_["firms"])),
             fmt::arg("people", say(words_["people"], fmt::arg("number", grouped(static_cast<std::uint64_t>(
                                                                             p.market.customers))))),
             fmt::arg("weeks", weeks_long(p.run.weeks)), fmt::arg("runs", runs)));
    const auto drawn = static_cast<std::int64_t>(result_.scenario.drawn.size());
    if (drawn > 0)
      line("{}", say(words_["drawn_anew"],
                     fmt::arg("keys", counted(drawn, words_["drawn_key"], words_["drawn_keys"]))));
  }

  void market() {
    section(std::string(words_["the_market"]));
    const Event& stock = summary_.stock_phase;
    if (stock.count == 0) {
      line("  {}", words_["no_stock_phase"]);
      return;
    }
    line("  {}", say(words_["growth_until"], fmt::arg("growth_market", words_["growth_market"]),
                     fmt::arg("week", weeks(stock))));
    line("  {}", say(words_["stock_from"], fmt::arg("stock_market", words_["stock_market"])));
    if (stock.count < result_.replications)
      line("  {}", say(words_["in_replications"], fmt::arg("share", share_of_replications(stock.count))));
  }

  void marketing() {
    const std::string firm = translated(result_.scenario.firms.front().name, language_);
    section(say(words_["marketing_of"], fmt::arg("firm", cut(firm, 40))));
    line("  {}{}   {}", fitted("", 20), right(words_["crossed"], 8),
         deterministic() ? "" : words_["median_range"]);
    for (const Line l : every<Line>()) {
      event_line(words_.of(name_of(l)), summary_.lines[static_cast<std::size_t>(l)]);
    }
    event_line(words_["marginalised"], summary_.marginalised);
    const Headline& headline = result_.headline;
    const auto value = [this](double v) { return amount_number(v, result_.scenario); };
    const auto room = [&](const std::vector<float>& values) {
      return has_room(ends_of(values, value), result_.scenario.parameters.run.currency);
    };
    const bool all = room(headline.contributed) && room(headline.credited);  // else the note alone names it
    const std::string currency = all ? result_.scenario.parameters.run.currency : "";
    text_ += "\n";
    spark(words_["budget_share"], headline.share, [](double v) { return fmt::format("{:.0f} %", 100 * v); });
    spark(words_["contributed"], headline.contributed, value, currency);
    spark(words_["credited"], headline.credited, value, currency);
    const std::int64_t last = result_.scenario.parameters.run.weeks - 1;
    const int width = static_cast<int>(std::min<std::int64_t>(kSpark, last + 1));
    if (width >= 12)
      line("  {}{}{:>5}", fitted("", 14), fitted(say(words_["week"], fmt::arg("median", 0.0)), width - 5),
           last);
    const std::string_view what = deterministic() ? words_["of_values"] : words_["of_medians"];
    text_ += wrapped_note(say(what, fmt::arg("money", money_name(result_.scenario, words_))) +
                          std::string(words_["between"]) + money_note(result_.scenario, words_));
  }

  void event_line(std::string_view name, const Event& event) {
    const fmt::text_style style =
        event.count > 0 ? fg(fmt::terminal_color::red) : fg(fmt::terminal_color::green);
    line("  {}{}   {}", fitted(name, 20), styled(right(share_of_replications(event.count), 8), style),
         weeks(event));
  }

  template <class Format>
  void spark(std::string_view name, const std::vector<float>& values, Format format,
             const std::string& currency = "") {
    line("  {}{}  {} {}", fitted(name, 14), sparkline(values, kSpark), ends_of(values, format), currency);
  }

  template <class Format>
  static std::string ends_of(const std::vector<float>& values, Format format) {
    return fmt::format("{} -> {}", format(values.front()), format(values.back()));
  }

  static bool has_room(const std::string& ends, const std::string& currency) {
    constexpr int kRoom = kColumns - 2 - 14 - kSpark - 2;
    return columns_of(ends) + 1 + columns_of(currency) <= kRoom;
  }

  static std::string percent_of(const StrategySummary& s, Verdict verdict) {
    return s.began == 0 ? "-" : percent_number(s.count(verdict), s.replications);
  }

  void verdicts() {
    section(say("{}{}", words_["which_reverse"], deterministic() ? "" : words_["of_replications"]));
    if (summary_.marginalised.count == 0) {
      line("  {}",
           summary_.harmful.empty() ? words_["nothing_to_avert"] : words_["not_marginalised_without"]);
    }
    line("  {}{}{}{}{}{}{}", fitted("", kLabel), right(words_["saved_head"], 17), right(words_["averted"], 9),
         right(words_["reversed"], 9), right(words_["transformed_head"], 8),
         right(words_["contained_head"], 6), right(words_["lost"], 5));
    for (const StrategySummary& s : summary_.strategies) {
      const fmt::text_style style = s.saved_share() >= 0.5 ? fg(fmt::terminal_color::green)
                                    : s.saved() == 0       ? fg(fmt::terminal_color::red)
                                                           : fg(fmt::terminal_color::yellow);
      const std::string interval =
          deterministic()
              ? ""
              : fmt::format(" ({:.0f}-{:.0f})", 100 * s.saved_interval.low, 100 * s.saved_interval.high);
      const std::string saved = s.began == 0 ? std::string(words_["not_begun"])
                                             : percent_number(s.saved(), s.replications) + interval;
      line("  {}{}{:>9}{:>9}{:>8}{:>6}{:>5}", label(s), styled(right(saved, 17), style),
           percent_of(s, Verdict::averted), percent_of(s, Verdict::reversed),
           percent_of(s, Verdict::transformed), percent_of(s, Verdict::contained),
           percent_of(s, Verdict::lost));
    }
    late_beginnings();
    const std::string weeks = draws_judged_weeks(result_)
                                  ? std::string(words_["judge_weeks_drawn"])
                                  : weeks_long(result_.scenario.parameters.lines.judge);
    text_ += wrapped_note(say(words_["verdicts_note"], fmt::arg("weeks", weeks)));
  }

  // Strategies that wait for a crisis may begin at different times, or never.
  void late_beginnings() {
    for (const StrategySummary& s : summary_.strategies) {
      if (s.began > 0 && (s.began < result_.replications || s.beginning.low < s.beginning.high)) {
        const std::string name = translated(s.arm.label, language_);
        line("  {}",
             say(words_["began"], fmt::arg("strategy", cut(name, kLabel)),
                 fmt::arg("share", share_of_replications(s.began)), fmt::arg("week", weeks(s.beginning))));
      }
    }
  }

  void costs() {
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
         right(share_of_replications(summary_.marginalised.count), 13), 100 * summary_.baseline_share_end,
         right(amount(summary_.baseline_npv, result_.scenario), 25));
    for (const StrategySummary& s : summary_.strategies) {
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
    const std::string cell = right(share_of_replications(s.marginalised.count), 13);
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

  const Summary& summary_;
  const RunResult& result_;
  bool colour_;
  Language language_;
  Words words_;
  std::string text_;
};

}  // namespace

std::string to_text(const Summary& summary, bool colour, Language language) {
  return TextReport(summary, colour, language).run();
}

}  // namespace orgsim
