// Selection for a person: who follows what over time, which departments last, and what those left look like.
#include <algorithm>
#include <cmath>

#include "experiment/select/course.hpp"
#include "report/select_summary.hpp"
#include "report/units_page.hpp"
#include "report/units_reports.hpp"

namespace orgsim {

namespace {

constexpr int kSelectLabel = 24;
constexpr int kSelectWeek = 6;
constexpr int kSelectRange = 12;
constexpr std::size_t kLooksAcross = 5;
constexpr double kWholeInPercent = 100;

class SelectText : public UnitsPage {
 public:
  SelectText(const UnitsResult& result, bool colour, Language language)
      : UnitsPage(result, colour, language), courses_(courses_of(result)), course_(courses_.front()) {}

  std::string run() {
    begin(words_["select_question"], select_conclusion(result_, courses_, language_));
    text_ += "\n" + wrapped(say(words_["select_markets"], fmt::arg("markets", course_.markets),
                                fmt::arg("each", shape_.scenario.parameters.run.replications)),
                            kColumns);
    shares();
    survival();
    survivors();
    return std::move(text_);
  }

 private:
  std::string label(const std::string& strategy) const {
    return selected_label(result_, strategy, language_);
  }

  // As many looks as there is room for, the first and the last among them.
  std::vector<std::size_t> shown() const {
    const std::size_t looks = course_.weeks.size();
    const std::size_t across = std::min(looks, kLooksAcross);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < across; ++i)
      found.push_back(across == 1 ? 0 : i * (looks - 1) / (across - 1));
    return found;
  }

  static std::string percent(double share) {
    return std::isnan(share) ? "-" : percent_number(kWholeInPercent * share);
  }
  static std::string range(const Interval& interval) {
    if (std::isnan(interval.low)) return "-";
    const std::string low = percent(interval.low);
    const std::string high = percent(interval.high);
    return low == high ? low : low + "-" + high;
  }
  // By resampling markets: there is none of one, and none where all say the same.
  std::string interval_of(const OverMarkets& estimate) const {
    if (std::isnan(estimate.interval.low) || course_.markets < 2) return "-";
    if (estimate.interval.low == estimate.interval.high) return std::string(words_["select_alike"]);
    return range(estimate.interval);
  }

  void weeks_above(std::string_view before, std::string_view behind) {
    std::string head;
    for (const std::size_t look : shown())
      head += right(grouped(static_cast<std::uint64_t>(course_.weeks[look])), kSelectWeek);
    line("  {}{}{}{}", fitted(before, kSelectLabel), head, right(words_["select_interval"], kSelectRange),
         right(behind, kSelectRange));
  }
  void row(const std::string& label, const std::vector<OverMarkets>& over_weeks, const std::string& behind) {
    std::string cells;
    for (const std::size_t look : shown()) cells += right(percent(over_weeks[look].value), kSelectWeek);
    line("  {}{}{}{}", fitted(label, kSelectLabel), cells,
         right(interval_of(over_weeks.back()), kSelectRange), right(behind, kSelectRange));
  }

  void shares() {
    section(std::string(words_["select_shares"]));
    weeks_above(words_["select_week"], words_["select_spread"]);
    for (const FirmShare& share : course_.firm_shares)
      row(label(share.strategy), share.shares, range(share.spread.back()));
    text_ += wrapped_note(words_["select_shares_note"]);
  }

  void survival() {
    section(std::string(words_["select_survival"]));
    weeks_above(words_["select_first"], words_["select_dissolved"]);
    for (const DepartmentSurvival& one : course_.departments) {
      if (one.departments == 0) continue;
      row(label(one.strategy), one.survival, fmt::format("{}/{}", one.dissolved, one.departments));
    }
    text_ += wrapped_note(words_["select_survival_note"]);
  }

  void survivors() {
    section(std::string(words_["select_left_title"]));
    line("  {}{}{}{}{}{}{}", fitted(words_["select_last"], kSelectLabel), right(words_["select_share"], 8),
         right(words_["select_budget"], 9), right(words_["select_kept"], 8),
         right(words_["select_centrality"], 9), right(words_["select_staff"], 8),
         right(words_["select_profit"], 10));
    for (const Survivors& one : course_.survivors) {
      if (one.departments == 0) continue;
      const std::string name = one.strategy.empty() ? std::string(words_["select_all"]) : label(one.strategy);
      line("  {}{}{}{}{}{}{}", fitted(name, kSelectLabel), right(percent(one.share.value), 8),
           right(percent(one.budget.value), 9), right(percent(one.kept.value), 8),
           right(fmt::format("{:.2f}", one.centrality.value), 9), right(percent(one.staff.value), 8),
           right(fmt::format("{:.3f}", one.profit_per_user.value), 10));
    }
    text_ += wrapped_note(words_["select_left_note"]);
  }

  std::vector<SelectCourse> courses_;
  const SelectCourse& course_;
};

}  // namespace

std::string select_text(const UnitsResult& result, bool colour, Language language) {
  return SelectText(result, colour, language).run();
}

}  // namespace orgsim
