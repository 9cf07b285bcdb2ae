// A fit for a person: 80 columns.
#include <fmt/ranges.h>

#include <algorithm>

#include "core/text.hpp"
#include "report/fit_summary.hpp"
#include "report/text_page.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostNumbers = 15;
constexpr std::size_t kMostQuarters = 4;

std::string p_of(const Fit& fit) {
  return fit.check.p < 0.001 ? "< .001" : fmt::format("{:.2g}", fit.check.p);
}

std::string_view column_name(Book book, const Words& words) {
  const PhraseKey keys[] = {"fit_users", "fit_revenue",    "fit_product", "fit_marketing",
                            "fit_sales", "fit_operations", "fit_won"};
  return words[keys[static_cast<std::size_t>(book)]];
}

std::string quarters_of(const Fit& fit) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(fit.check.quarters.size(), kMostQuarters); ++i)
    names.push_back(excerpt(fit.plan.quarters.names[fit.check.quarters[i]]));
  if (fit.check.quarters.size() > kMostQuarters) names.emplace_back("...");
  return fmt::format("{}", fmt::join(names, ", "));
}

class FitText : public TextPage {
 public:
  FitText(const Fit& fit, bool colour, Language language) : TextPage(colour, language), fit_(fit) {}

  std::string run() {
    const std::string title =
        say(words_["fit_title"], fmt::arg("worlds", grouped(fit_.worlds.size())),
            fmt::arg("quarters", fit_.plan.quarters.count()), fmt::arg("unknowns", fit_.plan.unknowns()),
            fmt::arg("seed", fit_.plan.settings.seed));
    line("{}", styled(title, fmt::emphasis::bold));
    text_ += "\n" + wrapped(conclusion(fit_, language_), kColumns);
    section(std::string(words_["worlds_numbers"]));
    line("  {}{}{}{}", fitted("", 25), right(words_["worlds_prior"], 20),
         right(words_["worlds_ensemble"], 27), right(words_["worlds_width"], 6));
    const std::vector<Recovered> all = recovered(fit_);
    for (std::size_t i = 0; i < std::min(all.size(), kMostNumbers); ++i) {
      line("  {}{}{}{}", fitted(all[i].name, 25), right(range(all[i].prior), 20),
           right(three(all[i].worlds), 27), right(fmt::format("{:.2f}", all[i].width), 6));
    }
    if (all.size() > kMostNumbers)
      line("  {}", say(words_["worlds_more_numbers"], fmt::arg("number", all.size() - kMostNumbers)));
    text_ += wrapped_note(words_["fit_numbers_note"]);
    text_ += wrapped_note(say(words_["fit_found"], fmt::arg("tried", grouped(fit_.evaluations)),
                              fmt::arg("worlds", grouped(fit_.worlds.size())),
                              fmt::arg("distinct", grouped(fit_.distinct))));
    text_ += wrapped_note(agreement());
    if (fit_.fits()) text_ += wrapped_note(say(words_["fit_run_with"], fmt::arg("keys", keys_of_market())));
    return std::move(text_);
  }

 private:
  std::string agreement() const {
    const std::string said =
        say(words_["fit_agreement"], fmt::arg("apart", fmt::format("{:.2f}", fit_.disagreement)));
    if (fit_.disagreement <= kMostDisagreement) return said;
    return said + " " + say(words_["fit_apart"], fmt::arg("most", fmt::format("{:.1f}", kMostDisagreement)));
  }

  // What a file of worlds does not hold.
  std::string keys_of_market() const {
    const auto& market = fit_.plan.scenario.parameters.market;
    std::string keys = fmt::format("--set market.firms={}", market.firms);
    if (std::ranges::find(fit_.plan.paths, "market.customers") == fit_.plan.paths.end())
      keys += fmt::format(" --set market.customers={}", market.customers);
    return keys;
  }

  std::string range(const std::array<double, 3>& of) {
    return fmt::format("{} {} {}", plain_number(of[0], "{:.3g}"), words_["to"],
                       plain_number(of[2], "{:.3g}"));
  }
  static std::string three(const std::array<double, 3>& of) {
    return fmt::format("{} {} {}", plain_number(of[0], "{:.3g}"), plain_number(of[1], "{:.3g}"),
                       plain_number(of[2], "{:.3g}"));
  }

  const Fit& fit_;
};

}  // namespace

std::string conclusion(const Fit& fit, Language language) {
  const Words words(language);
  if (!fit.reached) return say(words["fit_unfinished"], fmt::arg("tried", grouped(fit.evaluations)));
  if (!fit.fits()) {
    return say(words["fit_none"], fmt::arg("column", column_name(fit.check.column, words)),
               fmt::arg("quarters", quarters_of(fit)), fmt::arg("p", p_of(fit)));
  }
  const std::vector<Recovered> all = recovered(fit);
  const auto narrowed = std::ranges::count_if(all, [](const Recovered& one) { return one.width < 0.5; });
  return say(words["fit_fits"], fmt::arg("p", p_of(fit))) + " " +
         say(words["fit_narrowed"], fmt::arg("narrowed", narrowed), fmt::arg("unknowns", all.size()));
}

std::string to_text(const Fit& fit, bool colour, Language language) {
  return FitText(fit, colour, language).run();
}

}  // namespace orgsim
