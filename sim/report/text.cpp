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
    text_ += styled(result_.scenario.title, fmt::emphasis::bold) + "\n";
    const std::string runs = deterministic()
                                 ? "one run without chance (mean field)"
                                 : fmt::format("{} replications ({}), seed {}", result_.replications,
                                               name_of(p.market.kind), p.run.seed);
    line("{} firms, {} people, {} weeks, {}", p.market.firms, grouped(p.market.customers), p.run.weeks, runs);
  }

  void market() {
    section("The market");
    const Event& stock = summary_.stock_phase;
    if (stock.count == 0) {
      line("  growth market throughout: its users never stop growing by 5 % a year");
      return;
    }
    line("  growth market until the stock phase begins: {}", weeks(stock));
    line("  stock market from then on: firms fight over the users there are");
    if (stock.count < result_.replications) {
      line("  (in {} of the replications)", share_of_replications(stock.count));
    }
  }

  void marketing() {
    section(fmt::format("Marketing of '{}' without a new strategy", result_.scenario.firms.front().name));
    line("  {:<20}{:>8}   {}", "", "crossed", "median (5-95 %)");
    for (const Line l : every<Line>())
      event_line(fmt::format("{} line", name_of(l)), summary_.lines[static_cast<std::size_t>(l)]);
    event_line("marginalised", summary_.marginalised);
    const Headline& headline = result_.headline;
    text_ += "\n";
    spark("budget share", headline.share, [](double v) { return fmt::format("{:.0f} %", 100 * v); });
    spark("contributed", headline.contributed, [](double v) { return short_number(v); });
    spark("credited", headline.credited, [](double v) { return short_number(v); });
    line("  {:<14}{:<{}}{}", "", "week 0", kSpark - 7,
         fmt::format("{:>7}", result_.scenario.parameters.run.weeks - 1));
    line("  (weekly medians; value in money per week; two lines crossed = marginalised)");
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

  static std::string of_began(std::size_t count, const StrategySummary& s) {
    return s.began == 0
               ? "-"
               : fmt::format("{:.0f}", 100.0 * static_cast<double>(count) / static_cast<double>(s.began));
  }

  void verdicts() {
    section(fmt::format("Which strategies reverse it (% of replications, judged over {} weeks)",
                        result_.scenario.parameters.lines.judge));
    line("  {:{}}{:>17}{:>18}{:>7}{:>7}", "", kLabel, "averted or", "of these", "trans-", "con-");
    line("  {:{}}{:>17}{:>9}{:>9}{:>7}{:>7}{:>5}", "", kLabel, "reversed (95 %)", "averted", "reversed",
         "formed", "tained", "lost");
    for (const StrategySummary& s : summary_.strategies) {
      const fmt::text_style style = s.saved_share() >= 0.5 ? fg(fmt::terminal_color::green)
                                    : s.saved() == 0       ? fg(fmt::terminal_color::red)
                                                           : fg(fmt::terminal_color::yellow);
      const std::string interval =
          deterministic()
              ? ""
              : fmt::format(" ({:.0f}-{:.0f})", 100 * s.saved_interval.low, 100 * s.saved_interval.high);
      const std::string saved = s.began == 0 ? "not begun" : of_began(s.saved(), s) + interval;
      line("  {}{}{:>9}{:>9}{:>7}{:>7}{:>5}", fitted(s.arm.label, kLabel),
           styled(fmt::format("{:>17}", saved), style), of_began(s.count(Verdict::averted), s),
           of_began(s.count(Verdict::reversed), s), of_began(s.count(Verdict::transformed), s),
           of_began(s.count(Verdict::contained), s), of_began(s.count(Verdict::lost), s));
    }
    late_beginnings();
  }

  // Strategies that wait for a crisis may begin at different times, or never.
  void late_beginnings() {
    for (const StrategySummary& s : summary_.strategies) {
      if (s.began > 0 && (s.began < result_.replications || s.beginning.low < s.beginning.high)) {
        line("  '{}' began in {} of the replications, {}", s.arm.label, share_of_replications(s.began),
             weeks(s.beginning));
      }
    }
  }

  void costs() {
    section("What they change (differences to the baseline, paired by replication)");
    line("  {:{}}{:>18}{:>25}{:>11}", "", kLabel, "marketing's share", "firm's NPV", "others'");
    line("  {:{}}{:>18}{:>25}{:>11}", "", kLabel, "of budget, end", "(95 % interval)", "budgets");
    line("  {}{:>16.1f} %{:>25}", fitted("(baseline)", kLabel), 100 * summary_.baseline_share_end,
         short_number(summary_.baseline_npv));
    for (const StrategySummary& s : summary_.strategies) {
      line("  {}{:>16.1f} %{}{:>+9.1f} %", fitted(s.arm.label, kLabel), 100 * s.share_end,
           styled(npv_cell(s.npv), npv_style(s.npv)), 100 * s.others.relative);
    }
    line("  NPV: money in the first row, else % of it. Others' budgets: what the other");
    line("  three departments are given over the run; minus is what they lose.");
  }

  std::string npv_cell(const Difference& npv) const {
    const std::string mean = fmt::format("{:+.1f} %", 100 * npv.relative);
    const Interval& i = npv.relative_interval;
    return fmt::format(
        "{:>25}",
        deterministic() ? mean : fmt::format("{} ({:+.1f} to {:+.1f})", mean, 100 * i.low, 100 * i.high));
  }

  static fmt::text_style npv_style(const Difference& npv) {
    if (npv.interval.low > 0) return fg(fmt::terminal_color::green);
    if (npv.interval.high < 0) return fg(fmt::terminal_color::red);
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
