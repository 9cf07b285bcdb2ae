// The summary for a person with one minute: 80 columns.
#include "core/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "report/amount.hpp"
#include "report/strategies_text.hpp"
#include "report/strategy_cells.hpp"
#include "report/summary.hpp"
#include "report/text_page.hpp"
#include "report/world_line.hpp"

namespace orgsim {

namespace {

constexpr int kSpark = 40;

class TextReport : public TextPage {
 public:
  TextReport(const Summary& summary, bool colour, Language language)
      : TextPage(colour, language), summary_(summary), result_(*summary.result) {}

  std::string run() {
    heading();
    text_ += "\n" + wrapped(conclusion(summary_, language_), kColumns);
    const std::vector<std::string> doubted = doubts(summary_, language_);
    if (!doubted.empty())
      text_ += "\n" + wrapped(fmt::format("{}", fmt::join(doubted, words_["between"])), kColumns);
    market();
    marketing();
    if (!summary_.strategies.empty()) text_ += strategies_text(summary_, colour_, language_);
    if (summary_.baseline_margins) margins();
    return std::move(text_);
  }

 private:
  bool deterministic() const { return is_deterministic(result_.scenario); }

  std::string share_of_replications(std::size_t count) const {
    return orgsim::share_of_replications(result_, count, words_);
  }

  std::string weeks(const Event& event) const { return weeks_of(event, words_); }

  void heading() {
    const std::string title = translated(result_.scenario.title, language_);
    text_ += styled(cut(title, kColumns), fmt::emphasis::bold) + "\n";
    line("{}", world_line(result_.scenario, result_.replications, words_));
    const auto drawn = static_cast<std::int64_t>(result_.scenario.drawn.size());
    if (drawn > 0)
      line("{}", say(words_["drawn_anew"],
                     fmt::arg("keys", counted(drawn, words_["drawn_key"], words_["drawn_keys"]))));
    if (result_.first_model) line("{}", words_["first_model"]);
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
    const bool alone = result_.scenario.firms.size() == 1;
    line("  {}", say(alone ? words_["stock_from_one"] : words_["stock_from"],
                     fmt::arg("stock_market", words_["stock_market"])));
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
    const auto value = [this](double v) { return amount_number(v, result_.scenario, language_); };
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

  // What customers brought in, which only a network knows by the channel through which they came.
  void margins() {
    constexpr std::array<int, count_of<Channel>> widths{10, 12, 8, 10, 14};
    section(std::string(words_["margins"]));
    const auto row = [&](std::string_view name, const auto& cell) {
      std::string cells;
      for (const Channel channel : every<Channel>())
        cells += right(cell(channel), widths[static_cast<std::size_t>(channel)]);
      line("  {}{}", fitted(name, 24), cells);
    };
    const auto of = [&](std::string_view name, const PerChannel& money) {
      row(name, [&](Channel channel) {
        return std::isnan(money[channel]) ? "-" : amount_number(money[channel], result_.scenario, language_);
      });
    };
    row("", [&](Channel channel) { return words_.of(fmt::format("channel_{}", name_of(channel))); });
    of(words_["baseline"], *summary_.baseline_margins);
    for (const StrategySummary& strategy : summary_.strategies)
      of(translated(strategy.arm.label, language_), *strategy.margins);
    text_ +=
        wrapped_note(say(words_["margins_note"], fmt::arg("money", money_name(result_.scenario, words_))));
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

  const Summary& summary_;
  const RunResult& result_;
};

}  // namespace

std::string to_text(const Summary& summary, bool colour, Language language) {
  return TextReport(summary, colour, language).run();
}

}  // namespace orgsim
