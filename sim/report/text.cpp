// The summary for a person with one minute: 80 columns.
#include <fmt/color.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/summary.hpp"
#include "report/typography.hpp"

namespace orgsim {

namespace {

constexpr int kColumns = 80;
constexpr int kLabel = 24;
constexpr int kSpark = 40;

class TextReport {
 public:
  TextReport(const Summary& summary, bool colour)
      : summary_(summary), result_(*summary.result), colour_(colour) {}

  std::string run() {
    heading();
    market();
    marketing();
    if (!summary_.strategies.empty()) {
      verdicts();
      costs();
    }
    text_ += "\n" + wrapped(conclusion(summary_), kColumns);
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
    if (deterministic()) return count > 0 ? "yes" : "no";
    return fmt::format("{:.0f} %",
                       100.0 * static_cast<double>(count) / static_cast<double>(result_.replications));
  }

  std::string weeks(const Event& event) const {
    if (event.count == 0) return "never";
    if (event.low == event.high) return fmt::format("week {:.0f}", event.median);
    return fmt::format("week {:.0f} ({:.0f}-{:.0f})", event.median, event.low, event.high);
  }

  void heading() {
    const Parameters& p = result_.scenario.parameters;
    text_ += styled(cut(result_.scenario.title, kColumns), fmt::emphasis::bold) + "\n";
    const std::string runs =
        deterministic() ? "one run without chance (mean field)"
                        : fmt::format("{} ({}), seed {}", counted(result_.replications, "replication"),
                                      name_of(p.market.kind), p.run.seed);
    line("{}, {} people, {}, {}", counted(p.market.firms, "firm"), grouped(p.market.customers),
         counted(p.run.weeks, "week"), runs);
    const std::size_t drawn = result_.scenario.drawn.size();
    if (drawn > 0)
      line("{} drawn anew in each replication", counted(static_cast<std::int64_t>(drawn), "key"));
  }

  void market() {
    section("The market");
    const Event& stock = summary_.stock_phase;
    if (stock.count == 0) {
      line("  no stock phase: users never grow by less than 5 % a year for a quarter");
      return;
    }
    line("  growth market until the stock phase begins: {}", weeks(stock));
    line("  stock market from then on: firms fight over the users there are");
    if (stock.count < result_.replications) {
      line("  (in {} of the replications)", share_of_replications(stock.count));
    }
  }

  void marketing() {
    section(fmt::format("Marketing of '{}' without a new strategy",
                        cut(result_.scenario.firms.front().name, 40)));
    line("  {:<20}{:>8}   {}", "", "crossed", deterministic() ? "" : "median (5-95 %)");
    for (const Line l : every<Line>())
      event_line(fmt::format("{} line", name_of(l)), summary_.lines[static_cast<std::size_t>(l)]);
    event_line("marginalised", summary_.marginalised);
    const Headline& headline = result_.headline;
    text_ += "\n";
    spark("budget share", headline.share, [](double v) { return fmt::format("{:.0f} %", 100 * v); });
    spark("contributed", headline.contributed, [](double v) { return short_number(v); });
    spark("credited", headline.credited, [](double v) { return short_number(v); });
    const std::int64_t last = result_.scenario.parameters.run.weeks - 1;
    const int width = static_cast<int>(std::min<std::int64_t>(kSpark, last + 1));
    if (width >= 12) line("  {:<14}{:<{}}{:>5}", "", "week 0", width - 5, last);
    line("  (weekly {}, first -> last; value in money per week; two lines crossed =",
         deterministic() ? "values" : "medians");
    line("  marginalised)");
  }

  void event_line(const std::string& name, const Event& event) {
    const fmt::text_style style =
        event.count > 0 ? fg(fmt::terminal_color::red) : fg(fmt::terminal_color::green);
    line("  {:<20}{}   {}", name, styled(fmt::format("{:>8}", share_of_replications(event.count)), style),
         weeks(event));
  }

  template <class Format>
  void spark(const std::string& name, const std::vector<float>& values, Format format) {
    line("  {:<14}{}  {} -> {}", name, sparkline(values, kSpark), format(values.front()),
         format(values.back()));
  }

  static std::string percent_of(const StrategySummary& s, Verdict verdict) {
    return s.began == 0 ? "-" : fmt::format("{:.0f}", 100 * s.share(verdict));
  }

  void verdicts() {
    section(fmt::format("Which strategies reverse it{}", deterministic() ? "" : " (% of replications)"));
    if (summary_.marginalised.count == 0)
      line("  Marketing is not marginalised here: there is nothing to avert.");
    line("  {:{}}{:>17}{:>9}{:>9}{:>8}{:>6}{:>5}", "", kLabel, "saved (95 %)", "averted", "reversed",
         "transf.", "cont.", "lost");
    for (const StrategySummary& s : summary_.strategies) {
      const fmt::text_style style = s.saved_share() >= 0.5 ? fg(fmt::terminal_color::green)
                                    : s.saved() == 0       ? fg(fmt::terminal_color::red)
                                                           : fg(fmt::terminal_color::yellow);
      const std::string interval =
          deterministic()
              ? ""
              : fmt::format(" ({:.0f}-{:.0f})", 100 * s.saved_interval.low, 100 * s.saved_interval.high);
      const std::string saved =
          s.began == 0 ? "not begun" : fmt::format("{:.0f}{}", 100 * s.saved_share(), interval);
      line("  {}{}{:>9}{:>9}{:>8}{:>6}{:>5}", fitted(s.arm.label, kLabel),
           styled(fmt::format("{:>17}", saved), style), percent_of(s, Verdict::averted),
           percent_of(s, Verdict::reversed), percent_of(s, Verdict::transformed),
           percent_of(s, Verdict::contained), percent_of(s, Verdict::lost));
    }
    late_beginnings();
    line("  saved: averted (marginalised without it, never with it) or reversed (was");
    line("  marginalised, ends with no line crossed). Transformed: smaller but central.");
    line("  Contained: at most one line crossed. Judged by the last half year of the");
    line("  {} from the strategy's start on.", counted(result_.scenario.parameters.lines.judge, "week"));
  }

  // Strategies that wait for a crisis may begin at different times, or never.
  void late_beginnings() {
    for (const StrategySummary& s : summary_.strategies) {
      if (s.began > 0 && (s.began < result_.replications || s.beginning.low < s.beginning.high)) {
        line("  '{}' began {}, {}", cut(s.arm.label, kLabel),
             deterministic() ? "by itself"
                             : fmt::format("in {} of the replications", share_of_replications(s.began)),
             weeks(s.beginning));
      }
    }
  }

  void costs() {
    section("What they change (differences to the baseline, paired by replication)");
    line("  {:{}}{:>18}{:>25}{:>11}", "", kLabel, "marketing's share", "firm's NPV", "others'");
    line("  {:{}}{:>18}{:>25}{:>11}", "", kLabel, "of budget, end", deterministic() ? "" : "(95 % interval)",
         "budgets");
    line("  {}{:>16.1f} %{:>25}", fitted("(baseline)", kLabel), 100 * summary_.baseline_share_end,
         short_number(summary_.baseline_npv));
    for (const StrategySummary& s : summary_.strategies) {
      if (s.began == 0 && s.npv.mean == 0) {
        line("  {}{:>18}", fitted(s.arm.label, kLabel), "not begun");
        continue;
      }
      line("  {}{:>16.1f} %{}{:>+9.1f} %", fitted(s.arm.label, kLabel), 100 * s.share_end,
           styled(npv_cell(s.npv), npv_style(s.npv)), std::round(1000 * s.others.relative) / 10 + 0.0);
    }
    line("  NPV: money in the first row, else % of it. Others' budgets: what the other");
    line("  three departments are given over the run; minus is what they lose.");
  }

  // With as many digits as the column has room for.
  static std::string npv_cell(const Difference& npv) {
    const auto largest = [&] {
      double size = std::abs(npv.relative);
      if (npv.relative_interval) {
        size = std::max({size, std::abs(npv.relative_interval->low), std::abs(npv.relative_interval->high)});
      }
      return 100 * size;
    }();
    const auto number = [&](double share) {
      if (largest >= 1e4) return (share < 0 ? "-" : "+") + short_number(std::abs(100 * share));
      const double rounded = largest >= 100 ? std::round(100 * share) : std::round(1000 * share) / 10;
      return fmt::format("{:+.{}f}", rounded + 0.0, largest >= 100 ? 0 : 1);  // + 0.0: no minus before a zero
    };
    std::string cell = number(npv.relative) + " %";
    if (npv.relative_interval) {
      cell +=
          fmt::format(" ({} to {})", number(npv.relative_interval->low), number(npv.relative_interval->high));
    }
    return fmt::format("{:>25}", cell);
  }

  static fmt::text_style npv_style(const Difference& npv) {
    if (npv.interval && npv.interval->low > 0) return fg(fmt::terminal_color::green);
    if (npv.interval && npv.interval->high < 0) return fg(fmt::terminal_color::red);
    return {};
  }

  const Summary& summary_;
  const RunResult& result_;
  bool colour_;
  std::string text_;
};

}  // namespace

std::string to_text(const Summary& summary, bool colour) {
  return TextReport(summary, colour).run();
}

}  // namespace orgsim
